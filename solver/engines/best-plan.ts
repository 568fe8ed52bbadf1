import { blocksOf } from "../blocks";
import { check } from "../check";
import { ALONE, type Control } from "../control";
import { alone } from "../crew";
import { firstFit } from "../first-fit";
import { pointsOf } from "../plan-points";
import { prepare } from "../prepare";
import { pricePhase } from "../price-phase";
import type { Problem } from "../problem";
import { relax } from "../relaxation";
import type { Engines } from "./engine";
import { exactPhase, type Effort } from "./exact-phase";

/** A plan, what it scores, and a bound on every plan: the best plan of all where both are the same. */
export interface BestPlan {
  options: number[];
  score: number;
  bound: number;
}

/**
 * The best plan of a small problem, found without any search: prices, then the exact phase from the plan by hand and
 * from what it finds, with as much effort as it takes. For measuring others by; takes minutes. Null when the plan by
 * hand breaks a rule.
 */
export function bestPlan(
  problem: Problem,
  engines: Engines,
  effort: Effort,
  control: Control = ALONE,
): BestPlan | null {
  const model = prepare(problem);
  const relaxation = relax(model);
  const hand = firstFit(model, relaxation.rooms).taken();
  const priced = pricePhase(model, blocksOf(model), alone(model, relaxation), control);
  let [best, bound, better] = [hand, Infinity, true];
  // A better plan to begin with leaves less of a gap, in which fewer columns come into question.
  while (better && bound > pointsOf(model, best)) {
    const found = exactPhase(model, relaxation, priced, best, engines, control, effort);
    [better, best] = [found.plan !== null, found.plan ?? best];
    bound = Math.min(bound, found.bound);
  }
  const options = best.map((slot) => model.slotOption[slot]!).sort((a, b) => a - b);
  const { violations, score } = check(problem, options);
  return violations.length > 0 ? null : { options, score, bound };
}
