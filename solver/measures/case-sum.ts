import type { Problem } from "../problem";
import type { Placement } from "../rules/rule";

/** A measure of cases: the sum of its amounts over the options taken, in its own unit. */
export function caseSum(problem: Problem, measure: number, { options }: Placement): number {
  return options.reduce((sum, option) => sum + (problem.options.amounts[measure]?.[option] ?? 0), 0);
}
