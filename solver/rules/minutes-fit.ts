import { casesOf, plannedMinutes } from "./rule";
import type { Rule } from "./rule";

/** Means and turnarounds of two or more cases fit together; whether one case fits alone was decided with its option. */
export const minutesFit: Rule = (problem, { byList }) =>
  byList.flatMap((options, list) => {
    const amount = plannedMinutes(problem, list, options);
    const limit = problem.lists[list]?.length ?? 0;
    if (options.length < 2 || amount <= limit) return [];
    return [
      { rule: "minutes-fit", lists: [list], cases: casesOf(problem, options), subject: "", amount, limit },
    ];
  });
