import { OVERRUN_TOLERANCE, overrunProbability } from "../overrun";
import { casesOf, operatingMean } from "./rule";
import type { Rule } from "./rule";

/** A list of two or more cases runs over with at most the allowed probability; one case holds its list whatever it is. */
export const overrun: Rule = (problem, { byList }) =>
  byList.flatMap((options, list) => {
    const { length, turnaround } = problem.lists[list] ?? { length: 0, turnaround: 0 };
    if (options.length < 2) return [];
    const cases = casesOf(problem, options);
    const variance = cases.reduce((sum, c) => sum + (problem.cases[c]?.deviation ?? 0) ** 2, 0);
    const minutes = length - turnaround * (options.length - 1);
    const amount = overrunProbability(minutes, operatingMean(problem, options), variance);
    const limit = problem.overrunProbabilityMax;
    if (amount <= limit + OVERRUN_TOLERANCE) return [];
    return [{ rule: "overrun", lists: [list], cases, subject: "", amount, limit }];
  });
