import type { Rows } from "./rows";
import type { Slots } from "./slots";

/**
 * The problem in typed arrays for the search and the bound. Minutes are whole, points are score points. Rows by list,
 * case or usage are indexed as in the problem; slots are options renumbered (see Slots).
 */
export interface Model extends Slots {
  /** Slots by case, in the order of lists. */
  caseSlots: Rows;
  person: Int32Array;
  mean: Float64Array;
  variance: Float64Array;
  caseKits: Rows;
  usages: Rows;
  day: Int32Array;
  length: Float64Array;
  turnaround: Float64Array;
  /** Largest number of cases of a list; the number of cases where it has none. */
  maxCases: Int32Array;
  kits: number;
  /** Capacities of list l and kit k: row l * kits + k. */
  kitUsage: Rows;
  quantity: Float64Array;
  /** Reserves of a list. */
  listReserves: Rows;
  reserveMinutes: Float64Array;
  /** Lists that may not hold cases together with a list. */
  listClashes: Rows;
  /** Points of one planned minute. */
  minuteWeight: number;
  /** 1 where a slot must not be taken; null: any may. A changed question closes slots, their numbers stay. */
  closed: Uint8Array | null;
  /** Slots that must be taken, and the same by list. */
  pinned: Int32Array;
  pinnedOf: Rows;
  /** Least number of earlier slots that a plan takes. */
  keepAtLeast: number;
  movePrice: number;
  handOrder: Int32Array;
  overrunProbabilityMax: number;
}
