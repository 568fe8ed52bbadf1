import { scoreNeeded } from "~solver/overrun";

/** The overrun rule of one list in a linear form: `weights · x <= room`, one weight a case. */
export interface LinearRoom {
  weights: number[];
  room: number;
}

/** Minutes and minutes squared. */
interface Duration {
  mean: number;
  variance: number;
}

/** Share of a list that operating and turnarounds usually fill; only chooses where the tangent touches. */
const USUAL_FILL = 0.85;
/** Weights and rooms stand in thousandths of a minute, rounded to the safe side. */
const GRID = 1000;
const STEPS = 400;
/** More than the steps of `slope` can miss. */
const MARGIN = 1e-4;

/**
 * A linear rule that is always on the safe side of the lognormal one: each set of two or more cases that keeps it runs
 * over with at most probability `limit`, and each single case keeps it. Null when no such rule lets two cases in.
 *
 * The rule itself is M + B(M, V) <= length - turnarounds with B = M (exp(z s - s²/2) - 1), s² = ln(1 + V / M²). B is at
 * most k sqrt(V) with the largest slope k up to the widest case, and sqrt(V) <= V / 2a + a / 2 for every a > 0.
 */
export function linearRoom(
  list: { length: number; turnaround: number },
  cases: readonly Duration[],
  limit: number,
): LinearRoom | null {
  const { length, turnaround } = list;
  const widest = Math.max(0, ...cases.map(({ mean, variance }) => variance / (mean * mean)));
  const k = slope(scoreNeeded(limit), Math.sqrt(Math.log1p(widest)));
  const touch = usualDeviation(cases, list);
  const perVariance = touch > 0 ? k / (2 * touch) : 0;
  const room = Math.floor((length + turnaround - (k * touch) / 2) * GRID) / GRID;
  if (!(room > 0) || !Number.isFinite(perVariance)) return null;
  const weights = cases.map(({ mean, variance }) => {
    const weight = Math.ceil((mean + turnaround + perVariance * variance) * GRID) / GRID;
    return Math.min(weight, room);
  });
  return { weights, room };
}

/** Largest B / sqrt(V) for any s up to `widest`; 0 when less. */
function slope(z: number, widest: number): number {
  let most = Math.max(0, z);
  for (let step = 1; step <= STEPS; step++) {
    const s = (widest * step) / STEPS;
    if (s > 0) most = Math.max(most, Math.expm1(z * s - (s * s) / 2) / Math.sqrt(Math.expm1(s * s)));
  }
  return most * (1 + MARGIN);
}

/** Standard deviation of a usual full list of these cases, minutes. */
function usualDeviation(cases: readonly Duration[], list: { length: number; turnaround: number }): number {
  let [variance, minutes] = [0, 0];
  for (const each of cases) {
    variance += each.variance;
    minutes += each.mean + list.turnaround;
  }
  return minutes > 0 ? Math.sqrt((variance / minutes) * list.length * USUAL_FILL) : 0;
}
