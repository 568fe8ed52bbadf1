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

/**
 * Minutes that an option adds to a list of other cases: its mean, up to the list's length, and a turnaround. The first of
 * a list adds one turnaround less.
 */
export function addToListMinutes({ options, cases, lists }: Problem, option: number): number {
  const { length, turnaround } = lists[options.list[option]!]!;
  return Math.min(length, cases[options.case[option]!]!.mean) + turnaround;
}
