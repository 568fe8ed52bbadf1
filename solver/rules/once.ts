import { casesOf } from "./rule";
import type { Rule } from "./rule";

/** A case is placed at most once. */
export const once: Rule = (problem, { options }) => {
  const lists = new Map<number, number[]>();
  for (const [at, c] of casesOf(problem, options).entries()) {
    const list = problem.options.list[options[at] as number] as number;
    lists.set(c, [...(lists.get(c) ?? []), list]);
  }
  return [...lists]
    .filter(([, where]) => where.length > 1)
    .map(([c, where]) => ({
      rule: "once",
      lists: where,
      cases: [c],
      subject: problem.cases[c]?.id ?? "",
      amount: where.length,
      limit: 1,
    }));
};
