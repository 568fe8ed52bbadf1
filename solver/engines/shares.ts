import type { MasterColumn } from "./master";

/** Shares of columns below this are none; those above the other are likely to be in good plans. */
const LEAST_SHARE = 1e-6;
const LARGE_SHARE = 0.05;

/** Columns, and the shares of the first of them that a relaxed program took; none of those after. */
interface Relaxed {
  columns: readonly MasterColumn[];
  shares: Float64Array;
}

/** Shares of slots in a relaxed program. */
export function slotShares({ columns, shares }: Relaxed): Map<number, number> {
  const sums = new Map<number, number>();
  shares.forEach((share, at) => {
    if (share < LEAST_SHARE) return;
    for (const slot of columns[at]!.slots) sums.set(slot, (sums.get(slot) ?? 0) + share);
  });
  return sums;
}

/** Columns of which it took more than a small share. */
export function takenColumns({ columns, shares }: Relaxed): MasterColumn[] {
  return columns.filter((_, at) => (shares[at] ?? 0) > LARGE_SHARE);
}

/** The columns that it took, when it took each whole or not at all; else null. */
export function wholeColumns({ columns, shares }: Relaxed): MasterColumn[] | null {
  const taken = columns.filter((_, at) => (shares[at] ?? 0) >= LEAST_SHARE);
  const isWhole = shares.every((share) => share < LEAST_SHARE || share >= 1 - LEAST_SHARE);
  return isWhole ? taken : null;
}
