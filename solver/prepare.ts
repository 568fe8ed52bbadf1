import { clashingLists } from "./rules/operator-overlap";
import { movesAllowed } from "./rules/moves";
import { RESERVE_TOLERANCE } from "./rules/reserve";
import { rowsFrom, rowsOf } from "./rows";
import type { Rows } from "./rows";
import type { Model } from "./model";
import type { Problem } from "./problem";
import { slotsOf } from "./slots";
import type { Slots } from "./slots";

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
