import type { PlanInput } from "~/domain/plan-input";
import type { Curve } from "./curve";
import { inTurn } from "./in-turn";

/** Weights of minutes as shares of the policy's own; and as they are where the policy gives minutes none. */
const SHARES = [0, 0.5, 1, 2, 4, 16, 64];
const WEIGHTS = [0, 1, 2, 4, 8, 16, 32];

/**
 * Priority (urgent and waiting points at the policy's own weights) against utilisation (planned minutes, each list's
 * capped at its length), as the weight of a minute goes from 0 up.
 */
export function frontier(input: PlanInput): Curve {
  const { minutes } = input.policy.weights;
  const weights = minutes === 0 ? WEIGHTS : SHARES.map((share) => Math.round(share * minutes));
  const levels = [...new Set(weights)].map((weight) => ({
    value: weight,
    chosen: weight === minutes,
    input: {
      ...input,
      policy: { ...input.policy, weights: { ...input.policy.weights, minutes: weight } },
    },
  }));
  return {
    name: "frontier",
    ...inTurn(levels),
    across: ({ measures }) => measures.minutes,
    up: ({ priority }) => priority,
    better: "more",
  };
}
