import type { Model } from "./model";
import type { Prices } from "./prices";

/** Most kits of a list whose prices are charged; more are taken as free, which only raises what a list is worth. */
const MOST_KITS = 5;

/** What a list holds before anything is chosen: its pins, with the points that they bring at the prices. */
export interface Base {
  cases: number;
  mean: number;
  variance: number;
  gain: number;
}

/**
 * The cases that one list could choose at given prices. A list of n cases is worth base.gain + the gains of its items
 * - the prices of the kits that any of them needs.
 */
export class Loader {
  /** Items of the list loaded last: those that gain more than was asked for, pins left out. */
  count = 0;
  readonly slot: Int32Array;
  readonly gain: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Bits of the priced kits that an item needs and the base has not, and of all items together. */
  readonly kits: Int32Array;
  kitsSeen = 0;
  base: Base = { cases: 0, mean: 0, variance: 0, gain: 0 };
  /** Most items of any list. */
  readonly capacity: number;
  readonly usagePrice: Float64Array;
  /** Points by slot; none may be taken where they are below all numbers. */
  private readonly open: Float64Array;
  private readonly bitOfKit: Int32Array;
  private readonly priceOfBit = new Float64Array(MOST_KITS);
  private bits = 0;
  private prices!: Prices;

  constructor(
    private readonly model: Model,
    private readonly worth: Float64Array,
  ) {
    const { listStart, length, usages, kits, pinned } = model;
    let longest = 0;
    for (let list = 0; list < length.length; list++)
      longest = Math.max(longest, listStart[list + 1]! - listStart[list]!);
    this.capacity = longest;
    this.slot = new Int32Array(longest);
    this.gain = new Float64Array(longest);
    this.mean = new Float64Array(longest);
    this.variance = new Float64Array(longest);
    this.kits = new Int32Array(longest);
    this.usagePrice = new Float64Array(usages.start.length - 1);
    this.bitOfKit = new Int32Array(kits);
    this.open = worth.slice();
    for (const slot of pinned) this.open[slot] = -Infinity;
    model.closed?.forEach((closed, slot) => {
      if (closed) this.open[slot] = -Infinity;
    });
  }

  setPrices(prices: Prices): void {
    const { start, items } = this.model.usages;
    this.prices = prices;
    for (let usage = 0; usage < this.usagePrice.length; usage++) {
      let sum = 0;
      for (let i = start[usage]!; i < start[usage + 1]!; i++) sum += prices.capacities[items[i]!]!;
      this.usagePrice[usage] = sum;
    }
  }

  /** Points that a slot brings at the prices, kits aside. */
  gainOf(slot: number, worth: Float64Array = this.worth): number {
    const { model, prices } = this;
    const day = model.slotPersonDay[slot]!;
    const c = model.slotCase[slot]!;
    const charged =
      prices.cases[c]! + this.usagePrice[model.slotUsage[slot]!]! + (day >= 0 ? prices.personDays[day]! : 0);
    const list = model.slotList[slot]!;
    const minutes = this.reservePrice(list) * (model.mean[c]! + model.turnaround[list]!);
    return worth[slot]! - charged - minutes + model.wasTaken[slot]! * prices.keep[0]!;
  }

  /** Points of a set of kits, by the bits of the list loaded last. */
  kitCost(set: number): number {
    let cost = 0;
    for (let bit = 0; set >> bit !== 0; bit++) if ((set >> bit) & 1) cost += this.priceOfBit[bit]!;
    return cost;
  }

  /** Price of one planned minute of a list. */
  reservePrice(list: number): number {
    const { start, items } = this.model.listReserves;
    let sum = 0;
    for (let i = start[list]!; i < start[list + 1]!; i++) sum += this.prices.reserves[items[i]!]!;
    return sum;
  }

  /** Price of the capacities that a list takes for a kit. */
  kitPrice(list: number, kit: number): number {
    const { start, items } = this.model.kitUsage;
    const row = list * this.model.kits + kit;
    let sum = 0;
    for (let i = start[row]!; i < start[row + 1]!; i++) sum += this.prices.capacities[items[i]!]!;
    return sum;
  }

  /** Loads one list: its slots that gain more than `least`. */
  load(list: number, least = 0): void {
    const { model, open, usagePrice, prices } = this;
    const { slotCase, slotUsage, slotPersonDay, wasTaken } = model;
    this.priceKits(list);
    this.loadBase(list);
    const minute = this.reservePrice(list);
    const turnaround = model.turnaround[list]!;
    const keep = prices.keep[0]!;
    let count = 0;
    this.kitsSeen = 0;
    for (let slot = model.listStart[list]!; slot < model.listStart[list + 1]!; slot++) {
      const c = slotCase[slot]!;
      let gain = open[slot]! - prices.cases[c]! - usagePrice[slotUsage[slot]!]! + wasTaken[slot]! * keep;
      if (gain <= least) continue;
      const day = slotPersonDay[slot]!;
      if (day >= 0) gain -= prices.personDays[day]!;
      if (minute > 0) gain -= minute * (model.mean[c]! + turnaround);
      if (gain <= least) continue;
      this.slot[count] = slot;
      this.gain[count] = gain;
      this.mean[count] = model.mean[c]!;
      this.variance[count] = model.variance[c]!;
      this.kitsSeen |= this.kits[count] = this.bits > 0 ? this.bitsOf(c) : 0;
      count++;
    }
    this.count = count;
  }

  private loadBase(list: number): void {
    const { model } = this;
    const { start, items } = model.pinnedOf;
    const fixed = (model.minuteWeight - this.reservePrice(list)) * model.turnaround[list]!;
    const base: Base = { cases: start[list + 1]! - start[list]!, mean: 0, variance: 0, gain: -fixed };
    let kits = 0;
    for (let i = start[list]!; i < start[list + 1]!; i++) {
      const c = model.slotCase[items[i]!]!;
      base.mean += model.mean[c]!;
      base.variance += model.variance[c]!;
      base.gain += this.gainOf(items[i]!);
      kits |= this.bitsOf(c);
    }
    base.gain -= this.kitCost(kits);
    if (kits !== 0)
      for (let kit = 0; kit < model.kits; kit++) if (kits & this.bitOfKit[kit]!) this.bitOfKit[kit] = 0;
    this.base = base;
  }

  /** Gives bits to the dearest kits of a list. */
  private priceKits(list: number): void {
    this.bits = 0;
    this.bitOfKit.fill(0);
    const dear: number[] = [];
    for (let kit = 0; kit < this.model.kits; kit++) if (this.kitPrice(list, kit) > 0) dear.push(kit);
    if (dear.length > MOST_KITS)
      dear.sort((a, b) => this.kitPrice(list, b) - this.kitPrice(list, a) || a - b);
    for (const kit of dear.slice(0, MOST_KITS)) {
      this.priceOfBit[this.bits] = this.kitPrice(list, kit);
      this.bitOfKit[kit] = 1 << this.bits++;
    }
  }

  /** Bits of the priced kits that a case needs, in the list loaded last. */
  bitsOf(c: number): number {
    const { start, items } = this.model.caseKits;
    let bits = 0;
    for (let i = start[c]!; i < start[c + 1]!; i++) bits |= this.bitOfKit[items[i]!]!;
    return bits;
  }
}
