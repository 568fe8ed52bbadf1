import { clashingLists } from "./rules/operator-overlap";
import { movesAllowed } from "./rules/moves";
import { RESERVE_TOLERANCE } from "./rules/reserve";
import { rowsOf } from "./rows";
import type { Rows } from "./rows";
import type { Problem } from "./problem";

/**
 * The problem in typed arrays for the search and the bound. A slot is an option, renumbered so that the slots of one
 * list stand together, by case. Minutes are whole, points are score points.
 */
export interface Model {
  problem: Problem;
  /** Slots of list l: listStart[l] up to listStart[l + 1]. */
  listStart: Int32Array;
  slotList: Int32Array;
  slotCase: Int32Array;
  /** Index of the option in the problem. */
  slotOption: Int32Array;
  /** Points of the slot's own measures; planned minutes come on top (minuteWeight). */
  slotPoints: Float64Array;
  /** Row of `usages`. */
  slotUsage: Int32Array;
  /** Number of the slot's person and day when another case of that person has a slot that day, else -1. */
  slotPersonDay: Int32Array;
  personDays: number;
  /** Slots by case, by option of the problem. */
  caseSlots: Rows;
  slotOfOption: Int32Array;
  mean: Float64Array;
  variance: Float64Array;
  caseKits: Rows;
  usages: Rows;
  length: Float64Array;
  turnaround: Float64Array;
  /** Largest number of cases of a list, or more than it could ever hold. */
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
  pinned: Int32Array;
  /** 1 where a slot held its case before. */
  wasTaken: Uint8Array;
  /** Least number of earlier slots that a plan takes. */
  keepAtLeast: number;
}

/** Typed arrays of a problem. Throws when points leave whole numbers that a double holds exactly. */
export function prepare(problem: Problem): Model {
  const { lists, cases, options } = problem;
  const slots = slotsByList(problem);
  const kits = 1 + Math.max(-1, ...lists.map((list) => list.kitUsage.length - 1));
  const caseSlots = rowsOf(cases.length, options.case, slots.slotOfOption);
  const slotCase = slots.slotOption.map((option) => options.case[option] as number);
  const pinned = Int32Array.from(problem.pins, (pin) => slots.slotOfOption[pin] as number);
  return {
    problem,
    ...slots,
    slotCase,
    slotPoints: slotPoints(problem, slots.slotOption),
    slotUsage: slots.slotOption.map((option) => options.usage[option] as number),
    ...personDays(problem, slots.slotOption),
    caseSlots,
    mean: Float64Array.from(cases, (c) => c.mean),
    variance: Float64Array.from(cases, (c) => c.deviation * c.deviation),
    caseKits: rowsFrom(cases.map((c) => c.kits)),
    usages: rowsFrom(problem.usages),
    length: Float64Array.from(lists, (list) => list.length),
    turnaround: Float64Array.from(lists, (list) => list.turnaround),
    maxCases: Int32Array.from(lists, (list) => Math.min(list.maxCases ?? cases.length, cases.length)),
    kits,
    kitUsage: rowsFrom(
      lists.flatMap((list) => Array.from({ length: kits }, (_, kit) => list.kitUsage[kit] ?? [])),
    ),
    quantity: Float64Array.from(problem.capacities, (capacity) => capacity.quantity),
    listReserves: listReserves(problem),
    reserveMinutes: Float64Array.from(problem.reserves, (reserve) => reserve.maxMinutes + RESERVE_TOLERANCE),
    listClashes: listClashes(problem),
    minuteWeight: problem.measures.reduce((sum, { of, weight }) => sum + (of === "list" ? weight : 0), 0),
    pinned,
    ...earlier(problem, slots.slotOfOption),
  };
}

function slotsByList({ lists, options }: Problem) {
  const count = options.list.length;
  const listStart = new Int32Array(lists.length + 1);
  for (const list of options.list) listStart[list + 1]!++;
  for (let l = 0; l < lists.length; l++) listStart[l + 1]! += listStart[l]!;
  const [next, slotOfOption] = [listStart.slice(), new Int32Array(count)];
  const [slotOption, slotList] = [new Int32Array(count), new Int32Array(count)];
  for (let option = 0; option < count; option++) {
    const list = options.list[option] as number;
    const slot = next[list]!++;
    slotOfOption[option] = slot;
    slotOption[slot] = option;
    slotList[slot] = list;
  }
  return { listStart, slotOfOption, slotOption, slotList };
}

function slotPoints(problem: Problem, slotOption: Int32Array): Float64Array {
  const points = new Float64Array(slotOption.length);
  problem.measures.forEach(({ of, weight }, at) => {
    const amounts = problem.options.amounts[at];
    if (of === "case" && amounts)
      slotOption.forEach((option, slot) => (points[slot]! += weight * amounts[option]!));
  });
  return points;
}

function personDays({ cases, lists, options }: Problem, slotOption: Int32Array) {
  const casesOf = new Map<number, number>();
  for (const { person } of cases) casesOf.set(person, (casesOf.get(person) ?? 0) + 1);
  const numbers = new Map<string, number>();
  const slotPersonDay = slotOption.map((option) => {
    const person = cases[options.case[option] as number]?.person as number;
    if ((casesOf.get(person) ?? 0) < 2) return -1;
    const key = `${person}/${lists[options.list[option] as number]?.day}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key) as number;
  });
  return { slotPersonDay, personDays: numbers.size };
}

function rowsFrom(rows: readonly (readonly number[])[]): Rows {
  const keys = rows.flatMap((row, at) => row.map(() => at));
  return rowsOf(rows.length, keys, rows.flat());
}

function listReserves({ lists, reserves }: Problem): Rows {
  const pairs = reserves.flatMap((reserve, at) => reserve.lists.map((list) => [list, at] as const));
  return rowsOf(
    lists.length,
    pairs.map(([list]) => list),
    pairs.map(([, reserve]) => reserve),
  );
}

function listClashes(problem: Problem): Rows {
  const pairs = clashingLists(problem).flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  return rowsOf(
    problem.lists.length,
    pairs.map(([a]) => a),
    pairs.map(([, b]) => b),
  );
}

function earlier(problem: Problem, slotOfOption: Int32Array) {
  const wasTaken = new Uint8Array(slotOfOption.length);
  for (const option of problem.previous?.options ?? []) wasTaken[slotOfOption[option] as number] = 1;
  const before = (problem.previous?.options.length ?? 0) + (problem.previous?.lost ?? 0);
  return { wasTaken, keepAtLeast: Math.max(0, before - movesAllowed(problem)) };
}
