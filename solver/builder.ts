import type { Candidates } from "./candidates";
import type { Charges } from "./charges";
import { Chooser } from "./chooser";
import type { Draft } from "./draft";
import { Offers } from "./offers";
import type { Model } from "./model";
import type { Prices } from "./prices";
import type { Relaxation } from "./relaxation";

/** Nodes that the choice for one list may visit. */
const MOST_NODES = 300;
/** Effort of filling a list beside what each case offered adds, one: measured on weeks of 110 to 726 lists. */
const EFFORT = 20;
/** Marks of a usage: not looked at for this list, none of it left. */
const UNKNOWN = -3;
const NONE_LEFT = -2;

/** Fills the lists of a draft one at a time, from their candidates, at a share of the prices. */
export class Builder {
  readonly chooser: Chooser;
  /** What filling lists has taken so far, in cases offered: about in proportion to time, and the same on every machine. */
  effort = 0;
  private readonly usageMark: Int32Array;
  private readonly offers: Offers;

  constructor(
    private readonly model: Model,
    private readonly relaxation: Relaxation,
    private readonly candidates: readonly Candidates[],
    private readonly prices: Prices,
    private readonly charges: Charges,
    private readonly draft: Draft,
  ) {
    const most = candidates.reduce((n, { slots }) => Math.max(n, slots.length), 0);
    this.chooser = new Chooser(most, draft.used, model.quantity, model.usages);
    this.usageMark = new Int32Array(model.usages.start.length - 1);
    this.offers = new Offers(model, candidates, charges);
  }

  /**
   * Fills an empty list (pins stay). Cases cost `share` of their prices; what is shared costs it too, or all of it when
   * cases are free.
   */
  fill(list: number, share: number): void {
    const { draft, chooser, candidates, relaxation } = this;
    this.effort += EFFORT;
    const { slab, charge } = candidates[list]!;
    if (slab === null ? this.fillSingly(list, share) : draft.clashing[list]! > 0) return;
    if (slab === null) return;
    this.offerAll(list, share);
    this.effort += chooser.count;
    chooser.minutes = this.minutesLeft(list);
    chooser.choose(relaxation.rooms[list]!, slab, this.base(list), MOST_NODES, charge);
    for (let i = 0; i < chooser.chosenCount; i++) draft.tryAdd(chooser.chosen[i]!);
  }

  /** Offers the chooser what the list could take now for a gain. */
  private offerAll(list: number, share: number): void {
    const { chooser, draft, offers } = this;
    const { slot, case: caseOf, usage, kits, mean, variance, points, own, shared } = offers;
    const sharedShare = share || 1;
    const shut = this.priceKits(list, sharedShare);
    this.usageMark.fill(UNKNOWN);
    chooser.count = 0;
    const end = offers.endOf(list);
    for (let at = offers.start[list]!; at < end; at++) {
      if (draft.slotOfCase[caseOf[at]!] !== -1 || (kits[at]! & shut) !== 0) continue;
      const gain = points[at]! - share * own[at]! - sharedShare * shared[at]!;
      if (gain <= 0) continue;
      const mark = this.markUsage(usage[at]!, list);
      if (mark !== NONE_LEFT) chooser.offer(slot[at]!, gain, mean[at]!, variance[at]!, mark, kits[at]!);
    }
  }

  private gainOf(slot: number, share: number): number {
    const { points, own, shared } = this.charges;
    return points[slot]! - share * own[slot]! - (share || 1) * shared[slot]!;
  }

  /** Points of what a list holds. */
  worth(list: number): number {
    const held = this.draft.slots[list]!;
    if (held.length === 0) return 0;
    let sum = -this.model.minuteWeight * this.model.turnaround[list]!;
    for (const slot of held) sum += this.charges.points[slot]!;
    return sum;
  }

  /** A list that no two cases fit: its best case, if any. Always true. */
  private fillSingly(list: number, share: number): true {
    const { draft, candidates, model } = this;
    if (model.pinnedOf.start[list + 1]! > model.pinnedOf.start[list]!) return true;
    const gains = Array.from(candidates[list]!.slots, (slot) => {
      const gain = this.gainOf(slot, share);
      return { slot, gain: gain - model.minuteWeight * model.turnaround[list]! };
    });
    gains.sort((a, b) => b.gain - a.gain || a.slot - b.slot);
    gains.some(({ slot, gain }) => gain > 0 && draft.tryAdd(slot));
    return true;
  }

  /** Sets the cost of each kit; bits of the kits that cannot be had. */
  private priceKits(list: number, share: number): number {
    const { model, draft, prices, chooser } = this;
    const { start, items } = model.kitUsage;
    let shut = 0;
    this.candidates[list]!.kits.forEach((kit, bit) => {
      const row = list * model.kits + kit;
      chooser.kitCost[bit] = 0;
      if (draft.kitCount[row]! > 0) return;
      for (let i = start[row]!; i < start[row + 1]!; i++) {
        chooser.kitCost[bit]! += share * prices.capacities[items[i]!]!;
        if (draft.used[items[i]!]! >= model.quantity[items[i]!]!) shut |= 1 << bit;
      }
    });
    return shut;
  }

  /** The usage when a capacity of it could run out within the list, -1 when none could, or NONE_LEFT. */
  private markUsage(usage: number, list: number): number {
    if (this.usageMark[usage] !== UNKNOWN) return this.usageMark[usage]!;
    const { usages, quantity } = this.model;
    const most = this.relaxation.rooms[list]!.maxCases;
    let mark = -1;
    for (let i = usages.start[usage]!; i < usages.start[usage + 1]!; i++) {
      const left = quantity[usages.items[i]!]! - this.draft.used[usages.items[i]!]!;
      if (left < 1) mark = NONE_LEFT;
      else if (left < most && mark !== NONE_LEFT) mark = usage;
    }
    return (this.usageMark[usage] = mark);
  }

  private minutesLeft(list: number): number {
    const { start, items } = this.model.listReserves;
    let left = Infinity;
    for (let i = start[list]!; i < start[list + 1]!; i++)
      left = Math.min(left, this.model.reserveMinutes[items[i]!]! - this.draft.reserved[items[i]!]!);
    return left;
  }

  private base(list: number): { cases: number; mean: number; variance: number } {
    const { model } = this;
    const base = { cases: 0, mean: 0, variance: 0 };
    for (const slot of this.draft.slots[list]!) {
      base.cases++;
      base.mean += model.mean[model.slotCase[slot]!]!;
      base.variance += model.variance[model.slotCase[slot]!]!;
    }
    return base;
  }
}
