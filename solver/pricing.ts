import { Knapsack } from "./knapsack";
import type { ListStates } from "./list-states";
import { Loader } from "./loader";
import type { Model } from "./model";
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
  readonly loader: Loader;
  private readonly knapsack: Knapsack;
  /** Item of the loader behind an item of the knapsack. */
  private readonly itemOf: Int32Array;

  /** `worth`: points of each slot without prices, planned minutes and a turnaround included. */
  constructor(
    private readonly model: Model,
    private readonly relaxation: Relaxation,
    worth: Float64Array,
    readonly states: ListStates,
  ) {
    this.loader = new Loader(model, worth);
    this.knapsack = new Knapsack(this.loader.capacity);
    this.itemOf = new Int32Array(this.loader.capacity);
    this.chosen = new Int32Array(this.loader.capacity);
  }

  setPrices(prices: Prices): void {
    this.loader.setPrices(prices);
  }

  /** About the most points that a list is worth at the prices; 0 when it stays empty. `chosen` holds the choice. */
  price(list: number): number {
    const worth = this.choose(list);
    this.states.worth[list] = worth;
    this.states.taken[list] = this.chosenCount;
    return worth;
  }

  private choose(list: number): number {
    const { loader, states } = this;
    loader.load(list);
    this.knapsack.fineness = states.fine[list] ? FINE : COARSE;
    let best = this.single();
    const slabs = this.relaxation.slabs[list]!;
    for (let tries = 0; tries < MOST_SLABS && slabs.length > 0 && loader.count > 0; tries++) {
      const single = this.single();
      best = this.fill(list, slabs[states.slabAt[list]!]!, single);
      const next = this.slabOfChoice(slabs);
      if (best <= single || next === states.slabAt[list]) break;
      states.slabAt[list] = next;
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
    const margin = this.states.margin[list]!;
    const lambda = this.states.lambda[list]!;
    for (let set = loader.kitsSeen; ; set = (set - 1) & loader.kitsSeen) {
      const cost = loader.kitCost(set);
      const last = this.pick(set, slab);
      const cap = slab.cap - this.baseWeight(slab);
      let sum = knapsack.solve(cap, Math.max(best + cost, last), lambda, margin) - cost;
      const most = this.relaxation.outerRooms[list]!.maxCases - loader.base.cases;
      this.states.charge[list] = 0;
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
    this.states.charge[list] = high;
    let sum = 0;
    for (let i = 0; i < knapsack.chosenCount; i++) sum += loader.gain[itemOf[knapsack.chosen[i]!]!]!;
    return sum;
  }

  /** Hands the items that need no kit outside the set to the knapsack; gain of those of the last choice, if they fit. */
  private pick(set: number, slab: Slab): number {
    const { loader, knapsack, itemOf } = this;
    const { inLast } = this.states;
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
    this.states.lambda[list] = knapsack.lambda;
    this.states.margin[list] = 3 * knapsack.slack + 0.02 * best;
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
    const { last, lastCount, inLast } = this.states;
    const row = this.model.listStart[list]!;
    for (let i = 0; i < lastCount[list]!; i++) inLast[last[row + i]!] = 0;
    for (let i = 0; i < this.chosenCount; i++) inLast[(last[row + i] = this.chosen[i]!)] = 1;
    lastCount[list] = this.chosenCount;
  }
}
