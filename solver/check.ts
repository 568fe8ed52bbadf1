import { MEASURE_KINDS } from "./measures/kinds";
import type { Problem } from "./problem";
import { capacity } from "./rules/capacity";
import { maxCases } from "./rules/max-cases";
import { minutesFit } from "./rules/minutes-fit";
import { moves } from "./rules/moves";
import { once } from "./rules/once";
import { operatorOverlap } from "./rules/operator-overlap";
import { overrun } from "./rules/overrun";
import { personADay } from "./rules/person-a-day";
import { pins } from "./rules/pins";
import { reserve } from "./rules/reserve";
import { placementOf } from "./rules/rule";
import type { Rule } from "./rules/rule";
import type { Violation } from "./solution";

/** Rules that hold for any part of a plan, so also for the pins alone. */
const COUPLING: Rule[] = [
  once,
  personADay,
  maxCases,
  minutesFit,
  overrun,
  operatorOverlap,
  capacity,
  reserve,
];

/** What a plan is worth and every rule it breaks. */
export interface Verdict {
  violations: Violation[];
  score: number;
  measures: Record<string, number>;
}

/**
 * Judges a plan from its placements alone: every rule and the score, recomputed from the problem. Shares no code with
 * the search. `options` are indexes into the problem's options; throws when one is none.
 */
export function check(problem: Problem, options: readonly number[]): Verdict {
  const placement = placementOf(problem, options);
  const violations = [...COUPLING, pins, moves].flatMap((rule) => rule(problem, placement));
  return { violations, ...scoreOf(problem, options) };
}

/** Rules that these options break among themselves; whether pins are kept is not asked. */
export function clashes(problem: Problem, options: readonly number[]): Violation[] {
  const placement = placementOf(problem, options);
  return COUPLING.flatMap((rule) => rule(problem, placement));
}

/** Score of a plan in whole points, and its measures by id in their units. */
export function scoreOf(problem: Problem, options: readonly number[]): Omit<Verdict, "violations"> {
  const placement = placementOf(problem, options);
  const measures: Record<string, number> = {};
  let score = 0;
  problem.measures.forEach(({ id, of, weight }, at) => {
    const amount = MEASURE_KINDS[of].check(problem, at, placement);
    measures[id] = amount;
    score += weight * amount;
  });
  return { score, measures };
}
