import { Knapsack } from "./knapsack";
import { Loader } from "./loader";
import type { Model } from "./prepare";
import type { Prices } from "./prices";
import type { Relaxation } from "./relaxation";
import type { Slab } from "./slabs";

/** Most times that one call looks for the slab in which its choice lies. */
const MOST_SLABS = 3;
/** Cells of the knapsack for a minute. */
const COARSE = 2;
const FINE = 10;
/** Halvings in which the charge for a case is found where a list's number of cases binds. */
const HALVINGS = 9;

/**
 * Finds, for one list at a time, about the best choice of cases at given prices. What it keeps between calls (the last
 * choice, its slab, its edge) only makes the next call quicker or better.
 */
export class Pricing {
  /** Slots of the last call's choice, pinned ones left out. */
  readonly chosen: Int32Array;
  chosenCount = 0;
  /** By list: slab of the last choice, and points of a unit of its weight at the edge of what fits. */
  readonly slabAt: Int32Array;
  readonly lambda: Float64Array;
  /** Points that a case is charged where the list's number of cases binds. */
  readonly charge: Float64Array;
  /** 1 where a list is priced with fine weights. */
  readonly fine: Uint8Array;
  readonly loader: Loader;
  private readonly knapsack: Knapsack;
  /** Item of the loader behind an item of the knapsack. */
  private readonly itemOf: Int32Array;
  private readonly margin: Float64Array;
  private readonly last: Int32Array[];
  private readonly inLast: Uint8Array;

  /** `worth`: points of each slot without prices, planned minutes and a turnaround included. */
  constructor(
    private readonly model: Model,
    private readonly relaxation: Relaxation,
    worth: Float64Array,
  ) {
    const lists = model.length.length;
    this.loader = new Loader(model, worth);
    this.knapsack = new Knapsack(this.loader.capacity);
    this.itemOf = new Int32Array(this.loader.capacity);
    this.chosen = new Int32Array(this.loader.capacity);
    this.slabAt = Int32Array.from(relaxation.slabs, (slabs) => slabs.length >> 1);
    this.fine = new Uint8Array(lists);
    this.charge = new Float64Array(lists);
    this.lambda = new Float64Array(lists);
    this.margin = new Float64Array(lists).fill(Infinity);
    this.last = Array.from({ length: lists }, () => new Int32Array(0));
    this.inLast = new Uint8Array(model.slotCase.length);
  }

  setPrices(prices: Prices): void {
    this.loader.setPrices(prices);
  }

  /** About the most points that a list is worth at the prices; 0 when it stays empty. `chosen` holds the choice. */
  price(list: number): number {
    const { loader } = this;
    loader.load(list);
    this.knapsack.fineness = this.fine[list] ? FINE : COARSE;
    let best = this.single();
    const slabs = this.relaxation.slabs[list]!;
    for (let tries = 0; tries < MOST_SLABS && slabs.length > 0 && loader.count > 0; tries++) {
      const single = this.single();
      best = this.fill(list, slabs[this.slabAt[list]!]!, single);
      const next = this.slabOfChoice(slabs);
      if (best <= single || next === this.slabAt[list]) break;
      this.slabAt[list] = next;
    }
    this.remember(list);
    best += loader.base.gain;
    if (best > 0 || loader.base.cases > 0) return best;
    this.chosenCount = 0;
    return 0;
  }

  /** The best single case, or nothing beside pins. */
  private single(): number {
    const { loader } = this;
    this.chosenCount = 0;
    if (loader.base.cases > 0) return 0;
    let best = 0;
    for (let item = 0; item < loader.count; item++) {
      const gain = loader.gain[item]! - loader.kitCost(loader.kits[item]!);
      if (gain <= best) continue;
      best = gain;
      this.chosen[0] = loader.slot[item]!;
      this.chosenCount = 1;
    }
    return best;
  }

  /** The best choice in a slab over all sets of priced kits, where better than `least`. */
  private fill(list: number, slab: Slab, least: number): number {
    const { loader, knapsack } = this;
    let best = least;
    const margin = this.margin[list]!;
    const lambda = this.lambda[list]!;
    for (let set = loader.kitsSeen; ; set = (set - 1) & loader.kitsSeen) {
      const cost = loader.kitCost(set);
      const last = this.pick(set, slab);
      const cap = slab.cap - this.baseWeight(slab);
      let sum = knapsack.solve(cap, Math.max(best + cost, last), lambda, margin) - cost;
      const most = this.relaxation.outerRooms[list]!.maxCases - loader.base.cases;
      this.charge[list] = 0;
      if (sum > best && knapsack.chosenCount > most) sum = this.fillCharged(list, cap, most) - cost;
      if (sum > best + 1e-9) {
        best = sum;
        this.keep(list, best);
      }
      if (set === 0) return best;
    }
  }

  /** About the best choice of at most `most` cases: each is charged just as much as keeps them to that number. */
  private fillCharged(list: number, cap: number, most: number): number {
    const { loader, knapsack, itemOf } = this;
    let [low, high] = [0, Math.max(...loader.gain.subarray(0, loader.count))];
    for (let i = 0; i < HALVINGS; i++) {
      const charge = i === HALVINGS - 1 ? high : (low + high) / 2;
      for (let item = 0; item < knapsack.count; item++)
        knapsack.gain[item] = loader.gain[itemOf[item]!]! - charge;
      knapsack.solve(cap, 0, 0, Infinity);
      if (knapsack.chosenCount > most) low = charge;
      else high = charge;
    }
    this.charge[list] = high;
    let sum = 0;
    for (let i = 0; i < knapsack.chosenCount; i++) sum += loader.gain[itemOf[knapsack.chosen[i]!]!]!;
    return sum;
  }

  /** Hands the items that need no kit outside the set to the knapsack; gain of those of the last choice, if they fit. */
  private pick(set: number, slab: Slab): number {
    const { loader, knapsack, itemOf, inLast } = this;
    const { gain, weight } = knapsack;
    let [count, lastGain, lastWeight] = [0, 0, 0];
    for (let item = 0; item < loader.count; item++) {
      if ((loader.kits[item]! & ~set) !== 0) continue;
      const need =
        loader.mean[item]! * slab.perMean + slab.perCase + loader.variance[item]! * slab.perVariance;
      gain[count] = loader.gain[item]!;
      weight[count] = need;
      itemOf[count++] = item;
      if (inLast[loader.slot[item]!]) {
        lastGain += loader.gain[item]!;
        lastWeight += need;
      }
    }
    knapsack.count = count;
    return lastWeight <= slab.cap - this.baseWeight(slab) ? lastGain - 1e-9 : 0;
  }

  /**
   * For every set of priced kits of the list priced last: what its items are worth when the last one may be taken in
   * part, less the kits, and the gain of a unit of weight there.
   */
  relaxedSets(list: number, slab: Slab): { kits: number; relaxed: number; lambda: number }[] {
    const { loader, knapsack } = this;
    loader.load(list);
    const sets = [];
    for (let kits = loader.kitsSeen; ; kits = (kits - 1) & loader.kitsSeen) {
      this.pick(kits, slab);
      const relaxed = knapsack.relax(slab.cap - this.baseWeight(slab)) - loader.kitCost(kits);
      sets.push({ kits, relaxed, lambda: knapsack.lambda });
      if (kits === 0) return sets;
    }
  }

  private baseWeight(slab: Slab): number {
    const { cases, mean, variance } = this.loader.base;
    return mean * slab.perMean + cases * slab.perCase + variance * slab.perVariance;
  }

  private keep(list: number, best: number): void {
    const { knapsack, loader, chosen, itemOf } = this;
    this.chosenCount = knapsack.chosenCount;
    for (let i = 0; i < knapsack.chosenCount; i++) chosen[i] = loader.slot[itemOf[knapsack.chosen[i]!]!]!;
    this.lambda[list] = knapsack.lambda;
    this.margin[list] = 3 * knapsack.slack + 0.02 * best;
  }

  private slabOfChoice(slabs: readonly Slab[]): number {
    const { model, chosen } = this;
    let variance = this.loader.base.variance;
    for (let i = 0; i < this.chosenCount; i++) variance += model.variance[model.slotCase[chosen[i]!]!]!;
    let at = 0;
    while (at < slabs.length - 1 && slabs[at]!.to < variance) at++;
    return at;
  }

  private remember(list: number): void {
    for (const slot of this.last[list]!) this.inLast[slot] = 0;
    this.last[list] = this.chosen.slice(0, this.chosenCount);
    for (const slot of this.last[list]!) this.inLast[slot] = 1;
  }
}
