import type { Model } from "../model";
import { casesOf, plannedMinutes } from "./rule";
import type { Rule, Tally } from "./rule";

/** Share of a minute that rounding of a reserve's limit may cost. */
export const RESERVE_TOLERANCE = 1e-9;

/** The lists of a reserve fill no more than its minutes together. */
export const reserve: Rule = (problem, { byList }) =>
  problem.reserves.flatMap(({ id, lists, maxMinutes }) => {
    const amount = lists.reduce((sum, list) => sum + plannedMinutes(problem, list, byList[list] ?? []), 0);
    if (amount <= maxMinutes + RESERVE_TOLERANCE) return [];
    const used = lists.filter((list) => byList[list]?.length);
    const cases = casesOf(
      problem,
      used.flatMap((list) => byList[list] ?? []),
    );
    return [{ rule: "reserve", lists: used, cases, subject: id, amount, limit: maxMinutes }];
  });

/** Planned minutes of each reserve as slots come and go. */
export class ReserveTally implements Tally {
  readonly minutes: Float64Array;
  private readonly count: Int32Array;

  constructor(private readonly model: Model) {
    this.minutes = new Float64Array(model.reserveMinutes.length);
    this.count = new Int32Array(model.length.length);
  }

  allows(slot: number): boolean {
    const { slotList, listReserves, reserveMinutes } = this.model;
    const { start, items } = listReserves;
    const list = slotList[slot]!;
    if (start[list] === start[list + 1]) return true;
    const minutes = this.minutesOf(slot, this.count[list]! === 0);
    for (let i = start[list]!; i < start[list + 1]!; i++)
      if (this.minutes[items[i]!]! + minutes > reserveMinutes[items[i]!]!) return false;
    return true;
  }

  add(slot: number): void {
    const list = this.model.slotList[slot]!;
    this.fill(list, this.minutesOf(slot, this.count[list]!++ === 0));
  }

  remove(slot: number): void {
    const list = this.model.slotList[slot]!;
    this.fill(list, -this.minutesOf(slot, --this.count[list]! === 0));
  }

  /** Minutes that a slot adds to its list's planned minutes. */
  private minutesOf(slot: number, first: boolean): number {
    const { mean, turnaround, slotCase, slotList } = this.model;
    return mean[slotCase[slot]!]! + (first ? 0 : turnaround[slotList[slot]!]!);
  }

  private fill(list: number, minutes: number): void {
    const { start, items } = this.model.listReserves;
    for (let i = start[list]!; i < start[list + 1]!; i++) this.minutes[items[i]!]! += minutes;
  }
}
