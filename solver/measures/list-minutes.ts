import type { Problem } from "../problem";
import { plannedMinutes } from "../rules/rule";
import type { Placement } from "../rules/rule";

/** A measure of lists: planned minutes, each list counting no more than its length. */
export function listMinutes(problem: Problem, { byList }: Placement): number {
  return byList.reduce((sum, options, list) => {
    const length = problem.lists[list]?.length ?? 0;
    return sum + Math.min(length, plannedMinutes(problem, list, options));
  }, 0);
}
