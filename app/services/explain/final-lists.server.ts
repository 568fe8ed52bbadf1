import { OVERRUN_TOLERANCE, overrunProbability } from "~/domain/overrun";
import type { Case, List, Problem } from "~solver/problem";
import type { FinalList, Removable } from "./final-list";
import { SharedLists } from "./shared-lists.server";

/** Something more than the problem has: minutes and cases for one list, one unit of one capacity (its number). */
export interface Relief {
  list: FinalList | null;
  minutes: number;
  cases: number;
  capacity: number;
  /** Added to the probability with which every list may run over. */
  overrun: number;
  /** Two lists that clash, and may hold cases together. */
  beside: readonly FinalList[];
  /** A person may have a case on a day on which there is one already. */
  secondCase: boolean;
}

export const NO_RELIEF: Relief = {
  ...{ list: null, minutes: 0, cases: 0, capacity: -1 },
  ...{ overrun: 0, beside: [], secondCase: false },
};

/**
 * The lists of a finished plan with what they share, to ask what a change would do to rules and score. Numbers are
 * those of the problem; options and cases are its indexes.
 */
export class FinalLists {
  readonly lists: FinalList[];
  readonly minuteWeight: number;
  /** 1 for each case that has a place. */
  private readonly taken: Uint8Array;
  readonly movesAllowed: number;
  /** What is asked for beyond the problem's limits; nothing unless somebody asks. */
  relief: Relief = NO_RELIEF;
  private readonly points: Float64Array;
  private readonly capacityUsed: number[];
  private readonly shared: SharedLists;
  private readonly persons = new Map<number, number[]>();
  /** By capacity; null: to be made. */
  private holders: Map<number, Removable[]> | null = null;
  private readonly pinned: Set<number>;
  private readonly earlier: Set<number>;
  private moves: number;

  constructor(
    readonly problem: Problem,
    options: readonly number[],
  ) {
    this.pinned = new Set(problem.pins);
    this.points = pointsOf(problem);
    this.minuteWeight = problem.measures.find(({ of }) => of === "list")?.weight ?? 0;
    this.lists = problem.lists.map(emptyList);
    this.capacityUsed = problem.capacities.map(() => 0);
    this.taken = new Uint8Array(problem.cases.length);
    const { options: stood, lost, maxMoves } = problem.previous ?? { options: [], lost: 0, maxMoves: null };
    this.earlier = new Set(stood);
    this.moves = lost + stood.length;
    this.movesAllowed = maxMoves ?? Infinity;
    this.shared = new SharedLists(problem, this.lists);
    for (const option of options) this.take(option);
  }

  listOf(option: number): FinalList {
    return required(this.lists[required(this.problem.options.list[option])]);
  }

  caseOf(option: number): Case {
    return required(this.problem.cases[required(this.problem.options.case[option])]);
  }

  /** Capacities that the case itself takes, one unit each. */
  usageOf(option: number): number[] {
    return required(this.problem.usages[required(this.problem.options.usage[option])]);
  }

  /** Score points of an option, the minutes of its list apart. */
  pointsAt(option: number): number {
    return required(this.points[option]);
  }

  isPlaced(caseNumber: number): boolean {
    return this.taken[caseNumber] === 1;
  }

  isPinned(option: number): boolean {
    return this.pinned.has(option);
  }

  used(capacity: number): number {
    return required(this.capacityUsed[capacity]);
  }

  quantity(capacity: number): number {
    return required(this.problem.capacities[capacity]).quantity + (this.relief.capacity === capacity ? 1 : 0);
  }

  /** Cases that take a unit of the capacity and may make way, cheapest first. */
  holdersOf(capacity: number): readonly Removable[] {
    this.holders ??= this.allHolders();
    return this.holders.get(capacity) ?? [];
  }

  /** Options taken on the same day by the same person as this one, which rule it out. */
  samePersonAndDay(option: number): readonly number[] {
    if (this.relief.secondCase) return NONE;
    return this.persons.get(this.personDay(option)) ?? NONE;
  }

  clashesOf(list: FinalList): readonly FinalList[] {
    const clashes = this.shared.clashes.get(list) ?? NONE;
    const { beside } = this.relief;
    return beside.includes(list) ? clashes.filter((other) => !beside.includes(other)) : clashes;
  }

  reservesOf(list: FinalList): readonly number[] {
    return this.shared.reserves.get(list) ?? NONE;
  }

  /** Planned minutes of all lists of a reserve. */
  reserveUsed(reserve: number): number {
    return required(this.shared.reserveUsed[reserve]);
  }

  /** Lists that hold a kit and so take a unit of the capacity. */
  kitHolders(kit: number, capacity: number): FinalList[] {
    return (this.shared.kitLists.get(capacity) ?? []).filter((list) => list.kits.has(kit));
  }

  movesAfter(option: number, out: readonly number[]): number {
    const left = out.filter((each) => this.earlier.has(each)).length;
    return this.moves + left - (this.earlier.has(option) ? 1 : 0);
  }

  /** Mean minutes that one case more may take at most. */
  minutesLeft(list: FinalList): number {
    const { length, turnaround, mean, options } = list;
    const more = this.relief.list === list ? this.relief.minutes : 0;
    return length + more - turnaround * options.length - mean;
  }

  /** Whether a list of this many cases, mean and variance keeps minutes, number and overrun. */
  holds(list: FinalList, count: number, mean: number, variance: number): boolean {
    const { minutes, cases } = this.relief.list === list ? this.relief : NO_RELIEF;
    if (list.maxCases !== null && count > list.maxCases + cases) return false;
    const room = list.length + minutes - list.turnaround * (count - 1);
    if (count < 2) return mean <= room;
    if (mean > room) return false;
    const limit = this.problem.overrunProbabilityMax + this.relief.overrun;
    return overrunProbability(mean, variance, room) <= limit + OVERRUN_TOLERANCE;
  }

  /** Puts a case on its list. Whether the rules hold is for the caller to ask. */
  take(option: number): void {
    const list = this.listOf(option);
    this.count(option, list, 1);
    list.options.push(option);
    if (!this.pinned.has(option)) insert(list.removable, this.removable(option, list));
    for (const kit of this.caseOf(option).kits) {
      if (!list.kits.has(kit)) this.use(list.kitUsage[kit] ?? [], 1);
      list.kits.add(kit);
    }
    const day = this.personDay(option);
    this.persons.set(day, [...(this.persons.get(day) ?? []), option]);
  }

  /** Takes a case off its list. */
  drop(option: number): void {
    const list = this.listOf(option);
    list.options.splice(list.options.indexOf(option), 1);
    list.removable = list.removable.filter((each) => each.option !== option);
    this.count(option, list, -1);
    for (const kit of this.caseOf(option).kits) {
      if (list.options.some((each) => this.caseOf(each).kits.includes(kit))) continue;
      list.kits.delete(kit);
      this.use(list.kitUsage[kit] ?? [], -1);
    }
    const day = this.personDay(option);
    this.persons.set(
      day,
      (this.persons.get(day) ?? []).filter((each) => each !== option),
    );
  }

  /** What a case brings with its minutes and, unless it is the first of its list, a turnaround. */
  gainOf(option: number): number {
    const { options, turnaround } = this.listOf(option);
    const minutes = this.caseOf(option).mean + (options.length ? turnaround : 0);
    return this.pointsAt(option) + this.minuteWeight * minutes;
  }

  /** Minutes, capacities and moves with one case more (1) or less (-1) than the list's options now are. */
  private count(option: number, list: FinalList, sign: 1 | -1): void {
    const { mean, deviation } = this.caseOf(option);
    const minutes = mean + (list.options.length ? list.turnaround : 0);
    list.planned += sign * minutes;
    list.mean += sign * mean;
    list.variance += sign * deviation * deviation;
    this.use(this.usageOf(option), sign);
    for (const at of this.reservesOf(list)) this.shared.reserveUsed[at]! += sign * minutes;
    this.taken[required(this.problem.options.case[option])] = sign === 1 ? 1 : 0;
    if (this.earlier.has(option)) this.moves -= sign;
    this.holders = null;
  }

  private allHolders(): Map<number, Removable[]> {
    const holders = new Map<number, Removable[]>();
    const all = this.lists.flatMap(({ removable }) => removable);
    for (const each of all.sort((a, b) => a.cost - b.cost || a.option - b.option))
      for (const capacity of new Set(this.usageOf(each.option))) {
        const known = holders.get(capacity);
        if (known) known.push(each);
        else holders.set(capacity, [each]);
      }
    return holders;
  }

  private removable(option: number, { turnaround }: FinalList): Removable {
    const { mean, deviation } = this.caseOf(option);
    const cost = this.pointsAt(option) + this.minuteWeight * (mean + turnaround);
    return { option, cost, mean, variance: deviation * deviation };
  }

  private use(capacities: readonly number[], units: number): void {
    for (const at of capacities) this.capacityUsed[at] = this.used(at) + units;
  }

  private personDay(option: number): number {
    return this.caseOf(option).person * DAYS + this.listOf(option).day;
  }
}

const NONE: readonly never[] = [];

/** Keeps the cheapest first; equals by option. */
function insert(removable: Removable[], one: Removable): void {
  const at = removable.findIndex(
    ({ cost, option }) => cost > one.cost || (cost === one.cost && option > one.option),
  );
  removable.splice(at < 0 ? removable.length : at, 0, one);
}

/** More than any day number, so that a person and a day make one number. */
const DAYS = 1_000_000;

/** A value that the numbering of the problem promises. */
export function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the problem's numbers do not fit together");
  return value;
}

function emptyList(list: List): FinalList {
  return { ...list, options: [], removable: [], mean: 0, variance: 0, planned: 0, kits: new Set() };
}

function pointsOf({ measures, options }: Problem): Float64Array {
  const points = new Float64Array(options.case.length);
  measures.forEach(({ of, weight }, measure) => {
    if (of === "case") options.amounts[measure]?.forEach((amount, at) => (points[at]! += weight * amount));
  });
  return points;
}
