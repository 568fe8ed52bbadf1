import type { Model } from "../model";
import { noPrices, type Prices } from "../prices";
import type { ProgramColumn } from "./program";

/** One choice of cases for a list, its pins among them. */
export interface MasterColumn extends ProgramColumn {
  list: number;
  slots: readonly number[];
}

/**
 * The rows that columns share, in this order: lists (one column each; exactly one where a list has pins), cases,
 * capacities, persons' days, reserves, earlier places (those kept count below 0), pairs of clashing lists. All hold at
 * most `most`; only lists with pins hold a least.
 */
export class Master {
  readonly most: Float64Array;
  /** By list. */
  readonly least: Float64Array;
  readonly lists: number;
  private readonly cases: number;
  private readonly capacities: number;
  private readonly personDays: number;
  private readonly reserves: number;
  private readonly keep: number;
  private readonly pairsOf: number[][];

  constructor(private readonly model: Model) {
    this.lists = this.cases = model.length.length;
    this.capacities = this.cases + model.mean.length;
    this.personDays = this.capacities + model.quantity.length;
    this.reserves = this.personDays + model.personDays;
    this.keep = this.reserves + model.reserveMinutes.length;
    const pairs = pairsOf(model);
    this.pairsOf = Array.from({ length: this.lists }, () => []);
    pairs.forEach((pair, at) => pair.forEach((list) => this.pairsOf[list]!.push(this.keep + 1 + at)));
    this.most = new Float64Array(this.keep + 1 + pairs.length).fill(1);
    this.most.set(model.quantity, this.capacities);
    this.most.set(model.reserveMinutes, this.reserves);
    this.most[this.keep] = -model.keepAtLeast;
    const { start } = model.pinnedOf;
    this.least = Float64Array.from({ length: this.lists }, (_, l) =>
      start[l + 1]! > start[l]! ? 1 : -Infinity,
    );
  }

  /** Whether a row counts whole things of which halves may be rounded down: all but minutes and earlier places. */
  isCount(row: number): boolean {
    return row < this.reserves || row > this.keep;
  }

  /** Rows that a list takes by holding anything: its own, and those of its pairs. */
  rowsOfList(list: number): number[] {
    return [list, ...this.pairsOf[list]!];
  }

  /** The column of a list with these slots; pins are to be among them. */
  column(list: number, slots: readonly number[]): MasterColumn {
    const { model } = this;
    const amounts = new Map<number, number>();
    const add = (row: number, amount = 1) => amounts.set(row, (amounts.get(row) ?? 0) + amount);
    let points = -model.minuteWeight * model.turnaround[list]!;
    let minutes = -model.turnaround[list]!;
    const kits = new Set<number>();
    for (const row of this.rowsOfList(list)) add(row);
    for (const slot of slots) {
      points += model.slotPoints[slot]!;
      minutes += model.mean[model.slotCase[slot]!]! + model.turnaround[list]!;
      for (const [row, amount] of this.rowsOfSlot(slot)) add(row, amount);
      const c = model.slotCase[slot]!;
      for (let i = model.caseKits.start[c]!; i < model.caseKits.start[c + 1]!; i++)
        kits.add(model.caseKits.items[i]!);
    }
    for (const kit of kits) for (const row of this.rowsOfKit(list, kit)) add(row);
    for (const [row, amount] of this.minutesOf(list, minutes)) add(row, amount);
    return { list, slots, points, entries: [...amounts].sort(([a], [b]) => a - b) };
  }

  /** Rows that a slot takes by itself, kits and minutes aside. */
  rowsOfSlot(slot: number): [row: number, amount: number][] {
    const { slotCase, slotUsage, slotPersonDay, usages, wasTaken } = this.model;
    const rows: [number, number][] = [[this.cases + slotCase[slot]!, 1]];
    const usage = slotUsage[slot]!;
    for (let i = usages.start[usage]!; i < usages.start[usage + 1]!; i++)
      rows.push([this.capacities + usages.items[i]!, 1]);
    if (slotPersonDay[slot]! >= 0) rows.push([this.personDays + slotPersonDay[slot]!, 1]);
    if (wasTaken[slot]) rows.push([this.keep, -1]);
    return rows;
  }

  /** The rows in which a list's planned minutes count, with so many of them. */
  minutesOf(list: number, minutes: number): [row: number, amount: number][] {
    return this.reservesOf(list).map((at) => [this.reserves + at, minutes]);
  }

  reservesOf(list: number): number[] {
    const { start, items } = this.model.listReserves;
    return Array.from(items.subarray(start[list], start[list + 1]));
  }

  reserveRow(reserve: number): number {
    return this.reserves + reserve;
  }

  /** Rows of which a list takes one unit for a kit. */
  rowsOfKit(list: number, kit: number): number[] {
    const { start, items } = this.model.kitUsage;
    const row = list * this.model.kits + kit;
    return Array.from(items.subarray(start[row], start[row + 1]), (capacity) => this.capacities + capacity);
  }

  /** The duals of the rows as prices; those of lists and of pairs of lists are none. */
  pricesOf(duals: ArrayLike<number>): Prices {
    const prices = noPrices(this.model);
    const fill = (row: Float64Array, from: number) =>
      row.forEach((_, at) => (row[at] = Math.max(0, duals[from + at]!)));
    fill(prices.cases, this.cases);
    fill(prices.capacities, this.capacities);
    fill(prices.personDays, this.personDays);
    fill(prices.reserves, this.reserves);
    fill(prices.keep, this.keep);
    return prices;
  }

  /** Prices as duals of the rows. */
  dualsOf(prices: Prices): Float64Array {
    const duals = new Float64Array(this.most.length);
    duals.set(prices.cases, this.cases);
    duals.set(prices.capacities, this.capacities);
    duals.set(prices.personDays, this.personDays);
    duals.set(prices.reserves, this.reserves);
    duals.set(prices.keep, this.keep);
    return duals;
  }
}

function pairsOf({ listClashes, length }: Model): [number, number][] {
  const pairs: [number, number][] = [];
  for (let list = 0; list < length.length; list++)
    for (let i = listClashes.start[list]!; i < listClashes.start[list + 1]!; i++)
      if (listClashes.items[i]! > list) pairs.push([list, listClashes.items[i]!]);
  return pairs;
}
