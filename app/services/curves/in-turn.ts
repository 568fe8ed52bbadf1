import type { Curve, CurveLevel } from "./curve";

/** Levels that are known from the start, one after the other. */
export function inTurn(levels: readonly CurveLevel[]): Pick<Curve, "next" | "count"> {
  let at = 0;
  return { next: () => levels[at++] ?? null, count: () => levels.length };
}
