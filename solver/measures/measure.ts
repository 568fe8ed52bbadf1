import type { Measure, Problem } from "../problem";
import type { Placement } from "../rules/rule";

/** A kind of measure. `measure` is the number of one of that kind in the problem; amounts are in its own unit. */
export interface MeasureKind {
  /** By which measures of a problem ask for it. */
  of: Measure["of"];
  /** What an option adds to a plan. */
  add(problem: Problem, measure: number, option: number): number;
  /** The amount of a whole plan, from its placement alone; shares nothing with `add`. */
  check(problem: Problem, measure: number, placement: Placement): number;
}
