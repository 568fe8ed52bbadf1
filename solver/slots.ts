import { MEASURE_KINDS } from "./measures/kinds";
import type { Problem } from "./problem";
import type { Rows } from "./rows";

/**
 * Options renumbered so that the slots of one list stand together, by case. Options that no plan with the pins can
 * take are left out: other slots of a pinned case, of its person that day, and of lists that clash with a pinned one.
 */
export interface Slots {
  /** Slots of list l: listStart[l] up to listStart[l + 1]. */
  listStart: Int32Array;
  slotList: Int32Array;
  slotCase: Int32Array;
  /** Index of the option in the problem, and back (-1: left out). */
  slotOption: Int32Array;
  slotOfOption: Int32Array;
  /** Points of the slot's own measures, and of the minutes and one turnaround it adds to its list. */
  slotPoints: Float64Array;
  /** Row of `usages`. */
  slotUsage: Int32Array;
  /** Number of the slot's person and day when another case of that person has a slot that day, else -1. */
  slotPersonDay: Int32Array;
  personDays: number;
  /** 1 where the slot held its case before. */
  wasTaken: Uint8Array;
}

/** Slots of a problem; `clashes` are the rows of clashing lists. */
export function slotsOf(problem: Problem, clashes: Rows): Slots {
  const { options } = problem;
  const open = openOptions(problem, clashes);
  const slots = byList(problem, open);
  const wasTaken = new Uint8Array(slots.slotOption.length);
  for (const option of problem.previous?.options ?? [])
    if (slots.slotOfOption[option]! >= 0) wasTaken[slots.slotOfOption[option]!] = 1;
  return {
    ...slots,
    slotCase: slots.slotOption.map((option) => options.case[option]!),
    slotUsage: slots.slotOption.map((option) => options.usage[option]!),
    slotPoints: pointsOf(problem, slots.slotOption),
    ...personDays(problem, slots.slotOption),
    wasTaken,
  };
}

function openOptions({ lists, cases, options, pins }: Problem, clashes: Rows): Uint8Array {
  const [closedList, pinnedCase, pinnedDay] = [new Set<number>(), new Set<number>(), new Set<string>()];
  const dayOf = (option: number) =>
    `${cases[options.case[option]!]?.person}/${lists[options.list[option]!]?.day}`;
  for (const pin of pins) {
    const list = options.list[pin]!;
    pinnedCase.add(options.case[pin]!);
    pinnedDay.add(dayOf(pin));
    for (let i = clashes.start[list]!; i < clashes.start[list + 1]!; i++) closedList.add(clashes.items[i]!);
  }
  const open = new Uint8Array(options.list.length).fill(1);
  if (pins.length > 0)
    for (let option = 0; option < open.length; option++)
      if (
        closedList.has(options.list[option]!) ||
        pinnedCase.has(options.case[option]!) ||
        pinnedDay.has(dayOf(option))
      )
        open[option] = 0;
  for (let option = 0; option < open.length; option++)
    if (lists[options.list[option]!]?.maxCases === 0) open[option] = 0;
  for (const pin of pins) open[pin] = 1;
  return open;
}

function byList({ lists, options }: Problem, open: Uint8Array) {
  const listStart = new Int32Array(lists.length + 1);
  options.list.forEach((list, option) => (listStart[list + 1]! += open[option]!));
  for (let l = 0; l < lists.length; l++) listStart[l + 1]! += listStart[l]!;
  const count = listStart[lists.length]!;
  const next = listStart.slice();
  const slotOfOption = new Int32Array(open.length).fill(-1);
  const [slotOption, slotList] = [new Int32Array(count), new Int32Array(count)];
  for (let option = 0; option < open.length; option++) {
    if (!open[option]) continue;
    const slot = next[options.list[option]!]!++;
    slotOfOption[option] = slot;
    slotOption[slot] = option;
    slotList[slot] = options.list[option]!;
  }
  return { listStart, slotOfOption, slotOption, slotList };
}

function pointsOf(problem: Problem, slotOption: Int32Array): Float64Array {
  const points = new Float64Array(slotOption.length);
  problem.measures.forEach(({ of, weight }, at) => {
    const { add } = MEASURE_KINDS[of];
    slotOption.forEach((option, slot) => (points[slot]! += weight * add(problem, at, option)));
  });
  return points;
}

function personDays({ cases, lists, options }: Problem, slotOption: Int32Array) {
  const casesOf = new Map<number, number>();
  for (const { person } of cases) casesOf.set(person, (casesOf.get(person) ?? 0) + 1);
  const numbers = new Map<string, number>();
  const slotPersonDay = slotOption.map((option) => {
    const person = cases[options.case[option]!]!.person;
    if ((casesOf.get(person) ?? 0) < 2) return -1;
    const key = `${person}/${lists[options.list[option]!]!.day}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { slotPersonDay, personDays: numbers.size };
}
