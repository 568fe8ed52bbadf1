import type { Policy } from "./policy";

/** Points of the first band that a wait of so many whole weeks reaches; 0 below all. */
export function waitingPoints(weeks: number, bands: Policy["waitingBands"]): number {
  return bands.find(([from]) => weeks >= from)?.[1] ?? 0;
}
