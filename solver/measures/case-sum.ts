import type { Problem } from "../problem";
import type { Placement } from "../rules/rule";

/** A measure of cases: the sum of its amounts over the options taken, in its own unit. */
export function caseSum(problem: Problem, measure: number, { options }: Placement): number {
  return options.reduce((sum, option) => sum + addToCaseSum(problem, measure, option), 0);
}

/** What an option adds to a measure of cases, in the measure's unit. */
export function addToCaseSum(problem: Problem, measure: number, option: number): number {
  return problem.options.amounts[measure]?.[option] ?? 0;
}
