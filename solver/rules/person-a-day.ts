import { casesOf } from "./rule";
import type { Rule } from "./rule";

/** A person has at most one case a day. */
export const personADay: Rule = (problem, { options }) => {
  const days = new Map<string, { person: number; lists: number[]; cases: number[] }>();
  for (const [at, c] of casesOf(problem, options).entries()) {
    const list = problem.options.list[options[at] as number] as number;
    const person = problem.cases[c]?.person as number;
    const key = `${person}/${problem.lists[list]?.day}`;
    const day = days.get(key) ?? { person, lists: [], cases: [] };
    day.lists.push(list);
    day.cases.push(c);
    days.set(key, day);
  }
  return [...days.values()]
    .filter((day) => new Set(day.cases).size > 1)
    .map(({ person, lists, cases }) => ({
      rule: "person-a-day",
      lists,
      cases,
      subject: String(person),
      amount: cases.length,
      limit: 1,
    }));
};
