import type { Model } from "../model";
import type { List, Problem } from "../problem";
import { casesOf } from "./rule";
import type { Rule, Tally } from "./rule";

/** Whether two lists of one day overlap in time. */
export function overlap(a: List, b: List): boolean {
  return a.day === b.day && a.start < b.end && b.start < a.end;
}

/** The first operator of both lists, or null. */
export function sharedOperator(a: List, b: List): number | null {
  return a.operators.find((operator) => b.operators.includes(operator)) ?? null;
}

/** Pairs of lists, lower index first, that may not both hold cases: they overlap and share an operator. */
export function clashingLists(problem: Problem): [number, number, number][] {
  const days = new Map<number, number[]>();
  problem.lists.forEach((list, at) => days.set(list.day, [...(days.get(list.day) ?? []), at]));
  const pairs: [number, number, number][] = [];
  for (const lists of days.values())
    for (const [at, first] of lists.entries())
      for (const second of lists.slice(at + 1)) {
        const [a, b] = [problem.lists[first] as List, problem.lists[second] as List];
        const operator = overlap(a, b) ? sharedOperator(a, b) : null;
        if (operator !== null) pairs.push([first, second, operator]);
      }
  return pairs;
}

/** An operator has cases in one of several lists that overlap, never in two. */
export const operatorOverlap: Rule = (problem, { byList }) =>
  clashingLists(problem)
    .filter(([a, b]) => byList[a]?.length && byList[b]?.length)
    .map(([a, b, operator]) => ({
      rule: "operator-overlap",
      lists: [a, b],
      cases: casesOf(problem, [...(byList[a] ?? []), ...(byList[b] ?? [])]),
      subject: String(operator),
      amount: 2,
      limit: 1,
    }));

/** Which lists hold cases as slots come and go, and how many of those clash with a list. */
export class OverlapTally implements Tally {
  /** Lists that clash with a list and hold cases. */
  readonly clashing: Int32Array;
  private readonly count: Int32Array;

  constructor(private readonly model: Model) {
    this.clashing = new Int32Array(model.length.length);
    this.count = new Int32Array(model.length.length);
  }

  allows(slot: number): boolean {
    const list = this.model.slotList[slot]!;
    return this.clashing[list] === 0 || this.count[list]! > 0;
  }

  add(slot: number): void {
    const list = this.model.slotList[slot]!;
    if (this.count[list]!++ === 0) this.tell(list, 1);
  }

  remove(slot: number): void {
    const list = this.model.slotList[slot]!;
    if (--this.count[list]! === 0) this.tell(list, -1);
  }

  private tell(list: number, change: number): void {
    const { start, items } = this.model.listClashes;
    for (let i = start[list]!; i < start[list + 1]!; i++) this.clashing[items[i]!]! += change;
  }
}
