import type { PlanInput } from "~/domain/plan-input";
import type { Curve } from "./curve";
import { inTurn } from "./in-turn";

/** Limits of the probability that a list runs over, from strict to loose. */
const LIMITS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

/** The score against the overrun limit: what each level of caution costs. */
export function overrunCurve(input: PlanInput): Curve {
  const own = input.policy.overrunProbabilityMax;
  const limits = [...new Set([...LIMITS, own])].sort((a, b) => a - b);
  const levels = limits.map((limit) => ({
    value: limit,
    chosen: limit === own,
    input: { ...input, policy: { ...input.policy, overrunProbabilityMax: limit } },
  }));
  return {
    name: "overrun-curve",
    ...inTurn(levels),
    across: ({ value }) => value ?? 1,
    up: ({ score }) => score,
    better: "less",
  };
}
