import type { Model } from "./prepare";

/** Valid upper bound on the score: each list filled by minutes alone, cases in parts, as if it had them all to itself. */
export function plainBound(model: Model): number {
  let bound = 0;
  for (let list = 0; list < model.length.length; list++) bound += fullest(model, list);
  return Math.floor(bound * (1 + 1e-12)) + 1;
}

function fullest(model: Model, list: number): number {
  const { mean, slotCase, slotPoints, minuteWeight } = model;
  const turnaround = model.turnaround[list]!;
  const slots = Array.from(
    { length: model.listStart[list + 1]! - model.listStart[list]! },
    (_, i) => model.listStart[list]! + i,
  );
  const worth = (slot: number) => slotPoints[slot]! + minuteWeight * (mean[slotCase[slot]!]! + turnaround);
  const minutes = (slot: number) => mean[slotCase[slot]!]! + turnaround;
  let room = Math.max(model.length[list]!, ...slots.map((slot) => mean[slotCase[slot]!]!)) + turnaround;
  let sum = 0;
  for (const slot of slots.sort((a, b) => worth(b) / minutes(b) - worth(a) / minutes(a))) {
    const share = Math.min(1, room / minutes(slot));
    sum += Math.max(0, share * worth(slot));
    room -= share * minutes(slot);
  }
  return sum;
}
