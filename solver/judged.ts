import { check } from "./check";
import type { Verdict } from "./check";
import type { Problem } from "./problem";
import { movesOf } from "./rules/moves";

/** A plan as indexes into the problem's options, with what `check` says of it. */
export interface Judged extends Verdict {
  options: number[];
  /** Score less the price of its moves: what the search maximises. */
  objective: number;
}

/** Judges a plan from its options alone. */
export function judge(problem: Problem, options: number[]): Judged {
  const verdict = check(problem, options);
  const objective = verdict.score - (problem.previous?.movePrice ?? 0) * movesOf(problem, options);
  return { options, ...verdict, objective };
}

/** The plan of the highest objective among those that keep every rule, the first of equals; null when none does. */
export function bestOf(plans: readonly Judged[]): Judged | null {
  const kept = plans.filter((plan) => plan.violations.length === 0);
  return kept.reduce<Judged | null>(
    (best, plan) => (best && best.objective >= plan.objective ? best : plan),
    null,
  );
}
