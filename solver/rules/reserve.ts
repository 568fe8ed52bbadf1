import { casesOf, plannedMinutes } from "./rule";
import type { Rule } from "./rule";

/** Share of a minute that rounding of a reserve's limit may cost. */
export const RESERVE_TOLERANCE = 1e-9;

/** The lists of a reserve fill no more than its minutes together. */
export const reserve: Rule = (problem, { byList }) =>
  problem.reserves.flatMap(({ id, lists, maxMinutes }) => {
    const amount = lists.reduce((sum, list) => sum + plannedMinutes(problem, list, byList[list] ?? []), 0);
    if (amount <= maxMinutes + RESERVE_TOLERANCE) return [];
    const used = lists.filter((list) => byList[list]?.length);
    const cases = casesOf(
      problem,
      used.flatMap((list) => byList[list] ?? []),
    );
    return [{ rule: "reserve", lists: used, cases, subject: id, amount, limit: maxMinutes }];
  });
