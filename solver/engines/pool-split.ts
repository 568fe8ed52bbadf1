import type { Model } from "../model";
import type { Pool } from "./pool";
import type { Relaxed } from "./pool-program";

/** Least distance of a sum of shares from whole numbers for a split by it. */
const LEAST_CASES = 0.02;
const LEAST_SHARE = 0.001;
/** What an even split by the number of cases of a list is worth; by one case it is worth its minutes. */
const BY_CASES = 400;

/** A parting of plans in two: a list holds a column that passes, or it does not. */
export interface Split {
  list: number;
  passes(column: number): boolean;
  worth: number;
}

/** The split that promises most: by how many cases a list holds, or by one case; null where all shares are whole. */
export function splitOf(pool: Pool, model: Model, relaxed: Relaxed): Split | null {
  let best: Split | null = null;
  for (const split of [...countSplits(pool, model, relaxed), ...caseSplits(pool, model, relaxed)])
    if (best === null || split.worth > best.worth) best = split;
  return best;
}

/** By the column with the largest share that is not whole: whoever follows the side that has it is soon at a plan. */
export function largestSplit(pool: Pool, { columns, shares }: Relaxed): Split | null {
  let best: { column: number; share: number } | null = null;
  columns.forEach((column, at) => {
    const share = shares[at]!;
    if (share < 1 - LEAST_SHARE && (best === null || share > best.share)) best = { column, share };
  });
  if (best === null) return null;
  const { column: one, share } = best as { column: number; share: number };
  return { list: pool.list[one]!, worth: share, passes: (column) => column === one };
}

/** By the number of cases of each list that the shares leave open. */
function countSplits(pool: Pool, model: Model, { columns, shares }: Relaxed): Split[] {
  const sums = new Float64Array(model.length.length);
  columns.forEach((column, at) => (sums[pool.list[column]!]! += shares[at]! * pool.casesOf(column)));
  return Array.from(sums, (sum, list) => {
    const cases = Math.floor(sum + LEAST_SHARE);
    const even = Math.min(sum - cases, cases + 1 - sum);
    return { list, worth: BY_CASES * even, passes: (column: number) => pool.casesOf(column) > cases };
  }).filter(({ worth }) => worth >= BY_CASES * LEAST_CASES);
}

/** By the slots that the shares leave open: a list holds a case, or not. */
function caseSplits(pool: Pool, model: Model, { columns, shares }: Relaxed): Split[] {
  const sums = new Map<number, number>();
  columns.forEach((column, at) => {
    for (const slot of pool.slotsOf(column)) sums.set(slot, (sums.get(slot) ?? 0) + shares[at]!);
  });
  return [...sums].flatMap(([slot, sum]) => {
    const even = Math.min(sum, 1 - sum);
    if (even < LEAST_SHARE) return [];
    const worth = even * model.mean[model.slotCase[slot]!]!;
    const passes = (column: number) => pool.slotsOf(column).includes(slot);
    return [{ list: model.slotList[slot]!, worth, passes }];
  });
}
