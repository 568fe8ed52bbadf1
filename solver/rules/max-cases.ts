import { casesOf } from "./rule";
import type { Rule } from "./rule";

/** A list with a largest number of cases holds no more. */
export const maxCases: Rule = (problem, { byList }) =>
  byList.flatMap((options, list) => {
    const limit = problem.lists[list]?.maxCases ?? Infinity;
    if (options.length <= limit) return [];
    const cases = casesOf(problem, options);
    return [{ rule: "max-cases", lists: [list], cases, subject: "", amount: options.length, limit }];
  });
