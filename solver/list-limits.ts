import type { Loader } from "./loader";
import type { Model } from "./model";

/**
 * What one list alone may hold, of the cases that its loader has: its number of cases, units of each capacity, cases of a
 * person's day, and planned minutes. Only what the loaded cases together could exceed is counted.
 */
export class ListLimits {
  /** Limits of item i: `items[start[i]]` up to `items[start[i + 1]]`, a limit once for each unit. */
  start: Int32Array;
  items: Int32Array = new Int32Array(256);
  /** Units left by limit. */
  left: Float64Array = new Float64Array(16);
  count = 0;
  /** Planned minutes, a turnaround after the last case included, that are left. */
  minutes = Infinity;
  private readonly takers: Float64Array;
  private readonly limitOf: Int32Array;

  constructor(
    private readonly model: Model,
    private readonly loader: Loader,
  ) {
    const things = 1 + model.quantity.length + model.personDays;
    this.start = new Int32Array(loader.capacity + 1);
    this.takers = new Float64Array(things);
    this.limitOf = new Int32Array(things).fill(-1);
  }

  /** Loads the limits of the list that the loader loaded last. `maxCases`: of the list, its pins among them. */
  load(list: number, maxCases: number): void {
    const { loader } = this;
    this.minutes = this.minutesLeft(list);
    const things: number[][] = [];
    for (let item = 0; item < loader.count; item++) things.push(this.thingsOf(loader.slot[item]!));
    const { takers, limitOf } = this;
    for (const each of things) for (const thing of each) takers[thing]!++;
    const seen = [...new Set(things.flat())].sort((a, b) => a - b);
    const quantities = this.quantitiesLeft(list, maxCases, seen);
    const binding = seen.filter((thing, at) => takers[thing]! > quantities[at]!);
    this.count = binding.length;
    if (this.count > this.left.length) this.left = new Float64Array(2 * this.count);
    seen.forEach((thing, at) => {
      limitOf[thing] = binding.indexOf(thing);
      if (limitOf[thing]! >= 0) this.left[limitOf[thing]!] = quantities[at]!;
    });
    const own = things.map((each) => each.map((thing) => limitOf[thing]!).filter((limit) => limit >= 0));
    const all = own.flat();
    if (all.length > this.items.length) this.items = new Int32Array(2 * all.length);
    this.items.set(all);
    own.forEach((each, item) => (this.start[item + 1] = this.start[item]! + each.length));
    for (const thing of seen) takers[thing] = 0;
  }

  /** Takes an item's units; false, with none taken, where one of them is not left. */
  take(item: number): boolean {
    const { start, items, left } = this;
    for (let i = start[item]!; i < start[item + 1]!; i++) {
      if (left[items[i]!]! >= 1) {
        left[items[i]!]!--;
        continue;
      }
      while (--i >= start[item]!) left[items[i]!]!++;
      return false;
    }
    return true;
  }

  drop(item: number): void {
    const { start, items, left } = this;
    for (let i = start[item]!; i < start[item + 1]!; i++) left[items[i]!]!++;
  }

  private thingsOf(slot: number): number[] {
    const { slotUsage, slotPersonDay, usages, quantity } = this.model;
    const usage = slotUsage[slot]!;
    const things = [0];
    for (let i = usages.start[usage]!; i < usages.start[usage + 1]!; i++) things.push(1 + usages.items[i]!);
    if (slotPersonDay[slot]! >= 0) things.push(1 + quantity.length + slotPersonDay[slot]!);
    return things;
  }

  private quantitiesLeft(list: number, maxCases: number, things: readonly number[]): number[] {
    const { quantity, pinnedOf } = this.model;
    const pins = Array.from(pinnedOf.items.subarray(pinnedOf.start[list], pinnedOf.start[list + 1]));
    const taken = pins.flatMap((slot) => this.thingsOf(slot));
    return things.map((thing) => {
      const all = thing === 0 ? maxCases : thing <= quantity.length ? quantity[thing - 1]! : 1;
      return all - taken.filter((other) => other === thing).length;
    });
  }

  private minutesLeft(list: number): number {
    const { listReserves, reserveMinutes, turnaround } = this.model;
    const { mean, cases } = this.loader.base;
    let most = Infinity;
    for (let i = listReserves.start[list]!; i < listReserves.start[list + 1]!; i++)
      most = Math.min(most, reserveMinutes[listReserves.items[i]!]!);
    return most - mean - (cases - 1) * turnaround[list]!;
  }
}
