import type { PlanInput, PreviousPlan } from "~/domain/plan-input";
import type { Curve, CurveLevel, CurvePoint } from "./curve";

/** Limits of moves as shares of those that a plan without a limit makes. */
const SHARES = [0, 0.05, 0.1, 0.2, 0.4, 0.7];

/**
 * The score against the most patients of the earlier plan who may move. The plan without a limit is made first, as it tells how
 * many moves there are to save.
 */
export function movesCurve(input: PlanInput, previous: PreviousPlan): Curve {
  const level = (maxMoves: number | null): CurveLevel => ({
    value: maxMoves,
    chosen: maxMoves === previous.maxMoves,
    input: { ...input, previous: { ...previous, maxMoves } },
  });
  const beginning = [null, previous.maxMoves].filter((most, at) => at === 0 || most !== null);
  let waiting: CurveLevel[] | null = null;
  let asked = 0;
  const limits = (done: readonly CurvePoint[]): (number | null)[] => {
    const free = done.find(({ value }) => value === null);
    if (!free) return [];
    return [...new Set(SHARES.map((share) => Math.round(share * free.moved)))].filter(
      (most) => !beginning.includes(most) && most < free.moved,
    );
  };
  return {
    name: "moves-curve",
    next: (done) => {
      if (asked < beginning.length) return level(beginning[asked++]!);
      waiting ??= limits(done).map(level);
      return waiting.shift() ?? null;
    },
    count: (done) => beginning.length + (done.length > 0 ? limits(done).length : SHARES.length),
    across: ({ value, moved }) => value ?? moved,
    up: ({ score }) => score,
    better: "less",
  };
}
