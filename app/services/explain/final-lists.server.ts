import { OVERRUN_TOLERANCE, overrunProbability } from "~/domain/overrun";
import type { Case, List, Problem } from "~solver/problem";
import { SharedLists } from "./shared-lists.server";

/** One list of a finished plan. Minutes; `kits`: those that its cases need. */
export interface FinalList extends List {
  options: number[];
  /** Its cases that may make way, those that are not pinned, cheapest first. */
  removable: Removable[];
  mean: number;
  variance: number;
  /** Means and turnarounds. */
  planned: number;
  kits: Set<number>;
}

/** A case of a list that may make way. `cost`: its points and those of its minutes and one turnaround. */
export interface Removable {
  option: number;
  cost: number;
  mean: number;
  variance: number;
}

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
  private readonly points: Float64Array;
  private readonly capacityUsed: number[];
  private readonly shared: SharedLists;
  private readonly persons = new Map<number, number[]>();
  private readonly holders = new Map<number, Removable[]>();
  private readonly pinned: Set<number>;
  private readonly earlier: Set<number>;
  private readonly moves: number;

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
    for (const option of options) this.take(option);
    for (const { removable } of this.lists) removable.sort((a, b) => a.cost - b.cost || a.option - b.option);
    this.shared = new SharedLists(problem, this.lists);
    const { options: stood, lost, maxMoves } = problem.previous ?? { options: [], lost: 0, maxMoves: null };
    this.earlier = new Set(stood);
    this.moves = lost + stood.length - options.filter((option) => this.earlier.has(option)).length;
    this.movesAllowed = maxMoves ?? Infinity;
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
    return required(this.problem.capacities[capacity]).quantity;
  }

  /** Cases that take a unit of the capacity and may make way, cheapest first. */
  holdersOf(capacity: number): readonly Removable[] {
    let holders = this.holders.get(capacity);
    if (!holders) {
      const all = this.lists.flatMap(({ removable }) => removable);
      holders = all.filter(({ option }) => this.usageOf(option).includes(capacity));
      this.holders.set(
        capacity,
        holders.sort((a, b) => a.cost - b.cost || a.option - b.option),
      );
    }
    return holders;
  }

  /** Options taken on the same day by the same person as this one. */
  samePersonAndDay(option: number): readonly number[] {
    return this.persons.get(this.personDay(option)) ?? [];
  }

  clashesOf(list: FinalList): FinalList[] {
    return this.shared.clashes.get(list) ?? [];
  }

  reservesOf(list: FinalList): number[] {
    return this.shared.reserves.get(list) ?? [];
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

  /** Whether a list of this many cases, mean and variance keeps minutes, number and overrun. */
  holds({ length, turnaround, maxCases }: FinalList, count: number, mean: number, variance: number): boolean {
    if (maxCases !== null && count > maxCases) return false;
    const room = length - turnaround * (count - 1);
    if (count < 2) return mean <= room;
    if (mean > room) return false;
    return overrunProbability(mean, variance, room) <= this.problem.overrunProbabilityMax + OVERRUN_TOLERANCE;
  }

  private take(option: number): void {
    const list = this.listOf(option);
    const { mean, deviation, kits } = this.caseOf(option);
    list.planned += mean + (list.options.length ? list.turnaround : 0);
    list.mean += mean;
    list.variance += deviation * deviation;
    list.options.push(option);
    if (!this.pinned.has(option)) list.removable.push(this.removable(option, list));
    for (const at of this.usageOf(option)) this.use(at);
    for (const kit of kits) {
      if (!list.kits.has(kit)) for (const at of list.kitUsage[kit] ?? []) this.use(at);
      list.kits.add(kit);
    }
    this.taken[required(this.problem.options.case[option])] = 1;
    const day = this.personDay(option);
    this.persons.set(day, [...(this.persons.get(day) ?? []), option]);
  }

  private removable(option: number, { turnaround }: FinalList): Removable {
    const { mean, deviation } = this.caseOf(option);
    const cost = this.pointsAt(option) + this.minuteWeight * (mean + turnaround);
    return { option, cost, mean, variance: deviation * deviation };
  }

  private use(capacity: number): void {
    this.capacityUsed[capacity] = this.used(capacity) + 1;
  }

  private personDay(option: number): number {
    return this.caseOf(option).person * DAYS + this.listOf(option).day;
  }
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
