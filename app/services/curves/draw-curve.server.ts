import type { Fault } from "~/domain/fault";
import type { PlanInput } from "~/domain/plan-input";
import { makePlan, type PlanRun } from "../make-plan.server";
import { curvePoint, ranked, type Curve, type CurvePlan, type CurvePoint } from "./curve";

/** A curve as far as it was drawn. */
export interface DrawnCurve {
  points: CurvePoint[];
  /** Levels for which there is no plan, and why. */
  refused: { value: number | null; faults: Fault[] }[];
  /** How it ended: whole, stopped by a person, or by a fault of the search. */
  ended: { kind: "whole" } | { kind: "stopped"; of: number } | { kind: "crashed"; word: string };
}

/**
 * Solves the levels of a curve one after the other, each plan judged as every plan is. The chosen level is the plan that
 * was made already. When a person stops, the level under way is dropped; those before it and the chosen one stand.
 * @param onLevel called before each solve, with its number from 1 and how many there are
 */
export async function drawCurve(
  curve: Curve,
  input: PlanInput,
  chosen: CurvePlan,
  run: PlanRun,
  onLevel: (at: number, of: number) => void,
  make: typeof makePlan = makePlan,
): Promise<DrawnCurve> {
  const points: CurvePoint[] = [];
  const refused: DrawnCurve["refused"] = [];
  let ended: DrawnCurve["ended"] = { kind: "whole" };
  for (let level = curve.next(points); level !== null; level = curve.next(points)) {
    if (level.chosen) points.push(curvePoint(level, chosen, input));
    if (level.chosen || ended.kind !== "whole") continue;
    const of = curve.count(points);
    onLevel(points.length + refused.length + 1, of);
    const made = run.stop?.aborted ? { kind: "stopped" as const } : await make(level.input, run);
    if (made.kind === "crashed") ended = { kind: "crashed", word: made.word };
    else if (made.kind === "refused") refused.push({ value: level.value, faults: made.faults });
    else if (made.kind === "stopped" || run.stop?.aborted) ended = { kind: "stopped", of };
    else points.push(curvePoint(level, made, input));
  }
  return { points: ranked(curve, points), refused, ended };
}
