import type { Room } from "./room";

/**
 * A linear relaxation of what fits into a list, for lists of two or more cases whose variance lies in a range: every
 * such list has sum of (mean * perMean + perCase + variance * perVariance) <= cap.
 */
export interface Slab {
  from: number;
  to: number;
  perMean: number;
  perCase: number;
  perVariance: number;
  cap: number;
}

/** Ratio of the standard deviations at the two ends of a slab. */
const WIDTH = 1.15;

/** Slabs that together cover every variance from 0 to `mostVariance`. */
export function slabsOf(room: Room, mostVariance: number): Slab[] {
  const slabs: Slab[] = [];
  const most = Math.sqrt(mostVariance);
  let [from, to] = [0, Math.min(most, 8)];
  for (;;) {
    const slab = slabOf(room, from * from, to >= most ? mostVariance * (1 + 1e-9) + 1e-9 : to * to);
    if (slab.cap > -Infinity) slabs.push(slab);
    if (to >= most) return slabs;
    [from, to] = [to, Math.min(most, Math.max(to * WIDTH, to + 1))];
  }
}

/**
 * The slab of one range. The slopes follow the rule's boundary near its middle; any slopes are valid, because the cap
 * is the largest left-hand side over every number of cases and every whole sum of means that fits.
 */
function slabOf(room: Room, from: number, to: number): Slab {
  const { perMean, perVariance } = slopes(room, from, to);
  let cap = -Infinity;
  for (let cases = 2; cases <= room.maxCases && room.left(cases) > 0; cases++)
    for (let mean = cases; mean <= room.left(cases); mean++) {
      const variance = room.largestVariance(cases, mean, from, to);
      if (variance < 0) continue;
      const value = mean * perMean + cases * room.turnaround + variance * perVariance;
      if (value > cap) cap = value;
    }
  return { from, to, perMean, perCase: room.turnaround, perVariance, cap: cap + 1e-6 };
}

/** Slopes of the time a list needs beyond its means, by mean and by variance, where the boundary crosses the range. */
function slopes(room: Room, from: number, to: number) {
  const { z } = room.table;
  const middle = Math.sqrt(from * to) || to / 2;
  const need = (mean: number, variance: number) => {
    const s2 = Math.log1p(variance / (mean * mean));
    return mean * Math.expm1(z * Math.sqrt(s2) - s2 / 2);
  };
  const cases = Math.max(
    2,
    Math.round(0.5 * (2 + Math.min(room.maxCases, room.length / (room.turnaround + 30)))),
  );
  const mean = Math.max(1, room.left(cases) - Math.max(0, z) * Math.sqrt(middle));
  if (z <= 0) return { perMean: 1, perVariance: 0 };
  const perVariance = Math.max(0, (need(mean, to) - need(mean, from)) / (to - from));
  const perMean = 1 + Math.max(-0.5, (need(mean * 1.01, middle) - need(mean, middle)) / (0.01 * mean));
  return { perMean, perVariance };
}
