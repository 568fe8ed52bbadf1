import { clashingLists } from "./rules/operator-overlap";
import { movesAllowed } from "./rules/moves";
import { RESERVE_TOLERANCE } from "./rules/reserve";
import { rowsFrom, rowsOf } from "./rows";
import type { Rows } from "./rows";
import type { Problem } from "./problem";
import { slotsOf } from "./slots";
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

/** Typed arrays of a problem whose pins do not clash. */
export function prepare(problem: Problem): Model {
  const { lists, cases } = problem;
  const listClashes = clashRows(problem);
  const slots = slotsOf(problem, listClashes);
  const kits = lists.reduce((most, list) => Math.max(most, list.kitUsage.length), 0);
  const pinned = Int32Array.from(problem.pins, (pin) => slots.slotOfOption[pin]!);
  const everySlot = slots.slotCase.map((_, slot) => slot);
  return {
    ...slots,
    caseSlots: rowsOf(cases.length, slots.slotCase, everySlot),
    person: Int32Array.from(cases, (c) => c.person),
    mean: Float64Array.from(cases, (c) => c.mean),
    variance: Float64Array.from(cases, (c) => c.deviation * c.deviation),
    caseKits: rowsFrom(cases.map((c) => [...new Set(c.kits)])),
    usages: rowsFrom(problem.usages),
    day: Int32Array.from(lists, (list) => list.day),
    length: Float64Array.from(lists, (list) => list.length),
    turnaround: Float64Array.from(lists, (list) => list.turnaround),
    maxCases: Int32Array.from(lists, (list) => Math.min(list.maxCases ?? cases.length, cases.length)),
    kits,
    kitUsage: rowsFrom(
      lists.flatMap((list) => Array.from({ length: kits }, (_, kit) => list.kitUsage[kit] ?? [])),
    ),
    quantity: Float64Array.from(problem.capacities, (capacity) => Math.floor(capacity.quantity)),
    listReserves: reserveRows(problem),
    reserveMinutes: Float64Array.from(problem.reserves, (reserve) =>
      Math.floor(reserve.maxMinutes + RESERVE_TOLERANCE),
    ),
    listClashes,
    minuteWeight: problem.measures.reduce((sum, { of, weight }) => sum + (of === "list" ? weight : 0), 0),
    closed: null,
    pinned,
    pinnedOf: pinnedByList(lists.length, slots, pinned),
    keepAtLeast: keepAtLeast(problem),
    movePrice: problem.previous?.movePrice ?? 0,
    handOrder: Int32Array.from(problem.handOrder),
    overrunProbabilityMax: problem.overrunProbabilityMax,
  };
}

/** Pinned slots by list. */
export function pinnedByList(lists: number, { slotList }: Pick<Slots, "slotList">, pinned: Int32Array): Rows {
  return rowsOf(
    lists,
    pinned.map((slot) => slotList[slot]!),
    pinned,
  );
}

function reserveRows({ lists, reserves }: Problem): Rows {
  const pairs = reserves.flatMap((reserve, at) => reserve.lists.map((list) => [list, at] as const));
  return rowsOf(
    lists.length,
    pairs.map(([list]) => list),
    pairs.map(([, reserve]) => reserve),
  );
}

function clashRows(problem: Problem): Rows {
  const pairs = clashingLists(problem).flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  return rowsOf(
    problem.lists.length,
    pairs.map(([a]) => a),
    pairs.map(([, b]) => b),
  );
}

function keepAtLeast(problem: Problem): number {
  const before = (problem.previous?.options.length ?? 0) + (problem.previous?.lost ?? 0);
  return Math.max(0, before - movesAllowed(problem));
}
