import type { Problem } from "../problem";
import type { Violation } from "../solution";

/** Placements of a plan: the options taken, and the same by list. Indexes into the problem's options. */
export interface Placement {
  options: readonly number[];
  byList: readonly (readonly number[])[];
}

/** Every break of one rule by a placement, in units; none means kept. */
export type Rule = (problem: Problem, placement: Placement) => Violation[];

/**
 * A rule while a plan grows and shrinks, slot by slot (slots are those of the model). It knows what it needs of the slots
 * held, and so says at once what `Rule` says of a whole plan.
 */
export interface Tally {
  /** Whether the rule still holds with this slot too. */
  allows(slot: number): boolean;
  add(slot: number): void;
  remove(slot: number): void;
}

/** The placement of these options. Throws when one is no option of the problem. */
export function placementOf(problem: Problem, options: readonly number[]): Placement {
  const byList: number[][] = problem.lists.map(() => []);
  for (const option of options) {
    const list = problem.options.list[option];
    if (list === undefined)
      throw new Error(`option ${option}: the problem has options 0 to ${problem.options.list.length - 1}`);
    byList[list]?.push(option);
  }
  return { options, byList };
}

/** The cases of these options, in their order. */
export function casesOf(problem: Problem, options: readonly number[]): number[] {
  return options.map((option) => problem.options.case[option] as number);
}

/** Planned minutes of a list with these options: means and the turnarounds between them. */
export function plannedMinutes(problem: Problem, list: number, options: readonly number[]): number {
  if (options.length === 0) return 0;
  const turnaround = problem.lists[list]?.turnaround ?? 0;
  return operatingMean(problem, options) + turnaround * (options.length - 1);
}

/** Sum of the means of these options, minutes. */
export function operatingMean(problem: Problem, options: readonly number[]): number {
  return casesOf(problem, options).reduce((sum, c) => sum + (problem.cases[c]?.mean ?? 0), 0);
}
