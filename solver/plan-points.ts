import type { Model } from "./model";

/** Points of the slots of a plan that keeps the rules; `points` by slot, as in Model.slotPoints. */
export function pointsOf(
  model: Model,
  plan: readonly number[],
  points: Float64Array = model.slotPoints,
): number {
  const used = new Set(plan.map((slot) => model.slotList[slot]!));
  let sum = 0;
  for (const slot of plan) sum += points[slot]!;
  for (const list of used) sum -= model.minuteWeight * model.turnaround[list]!;
  return sum;
}
