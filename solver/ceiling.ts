import { Loader } from "./loader";
import { sortDescending } from "./order";
import type { Model } from "./model";
import type { Prices } from "./prices";
import type { Relaxation } from "./relaxation";
import type { Room } from "./room";
import type { Slab } from "./slabs";

/** Nodes that the search of one slab may visit before it answers with the bound it has. */
const MOST_NODES = 60_000;
/** Rounding that sums of doubles may carry: in points, and as a share of the largest sum. */
const ROUNDING = 1e-6;
const RELATIVE_ROUNDING = 1e-12;
/** Halvings in which the charge for a case is found where a list's number of cases binds. */
const HALVINGS = 14;

/**
 * The most that one list can be worth at given prices: an upper bound that holds for every choice the rules allow, and
 * nearly always its exact value. For each slab, depth-first over its items by gain per weight, cut by the filling of
 * what is left with parts of items (MODEL.md, "The list model and its dual").
 */
export class Ceiling {
  private readonly loader: Loader;
  private readonly order: Int32Array;
  private readonly ratio: Float64Array;
  private readonly heavy: Float64Array;
  /** The items of the search, by falling ratio. */
  private count = 0;
  private readonly gain: Float64Array;
  private readonly net: Float64Array;
  private readonly weight: Float64Array;
  private readonly rate: Float64Array;
  private readonly mean: Float64Array;
  private readonly variance: Float64Array;
  private readonly kits: Int32Array;
  private readonly betterStart: Int32Array;
  private better: Int32Array = new Int32Array(1024);
  private readonly inPath: Uint8Array;
  /** By depth of the search: gain, weight left, means and variances of the items taken; arrays spare memory a call. */
  private readonly gainAt: Float64Array;
  private readonly leftAt: Float64Array;
  private readonly meanAt: Float64Array;
  private readonly varianceAt: Float64Array;
  private room!: Room;
  private slab!: Slab;
  private best = 0;
  /** Largest bound among the nodes that were not searched. */
  private open = 0;
  private visited = 0;
  private mostNodes = MOST_NODES;
  /** Whether a choice that does not fit never fits again with more cases. */
  private cuts = true;
  private charge = 0;
  private rounding = 0;

  constructor(
    model: Model,
    private readonly relaxation: Relaxation,
    worth: Float64Array,
  ) {
    this.loader = new Loader(model, worth);
    const size = this.loader.capacity;
    this.order = new Int32Array(size);
    this.inPath = new Uint8Array(size);
    this.kits = new Int32Array(size);
    this.betterStart = new Int32Array(size + 1);
    const column = () => new Float64Array(size);
    [this.ratio, this.heavy, this.gain, this.net] = [column(), column(), column(), column()];
    [this.weight, this.rate, this.mean, this.variance] = [column(), column(), column(), column()];
    const path = () => new Float64Array(size + 1);
    [this.gainAt, this.leftAt, this.meanAt, this.varianceAt] = [path(), path(), path(), path()];
  }

  setPrices(prices: Prices): void {
    this.loader.setPrices(prices);
  }

  /**
   * Upper bound on the points of a list at the prices. `known`: points that a choice is thought to reach, to begin with
   * (the answer is never below it). `quick` leaves out the search and answers with its first bounds.
   */
  of(list: number, known: number, quick: boolean): number {
    const { loader } = this;
    this.cuts = this.relaxation.tightens[list]!;
    loader.load(list, this.cuts ? 0 : -Infinity);
    const { base } = loader;
    this.room = this.relaxation.outerRooms[list]!;
    this.mostNodes = quick ? 0 : MOST_NODES;
    let sum = 0;
    for (let item = 0; item < loader.count; item++) sum += Math.abs(loader.gain[item]!);
    this.rounding = ROUNDING + RELATIVE_ROUNDING * (sum + Math.abs(base.gain));
    let best = Math.max(base.cases > 0 ? 0 : this.single(), known - base.gain);
    const slabs = quick ? [minutesAlone(this.room)] : this.relaxation.slabs[list]!;
    for (const slab of slabs) if (slab.to >= base.variance) best = this.inSlab(slab, best);
    best += base.gain + 2 * this.rounding;
    return base.cases > 0 ? best : Math.max(0, best);
  }

  private single(): number {
    const { loader } = this;
    let best = 0;
    for (let item = 0; item < loader.count; item++)
      best = Math.max(best, loader.gain[item]! - loader.kitCost(loader.kits[item]!));
    return best;
  }

  private inSlab(slab: Slab, best: number): number {
    const { loader } = this;
    const { base } = loader;
    const cap =
      slab.cap - base.mean * slab.perMean - base.cases * slab.perCase - base.variance * slab.perVariance;
    this.slab = slab;
    if (cap < 0) return best;
    for (let set = loader.kitsSeen; ; set = (set - 1) & loader.kitsSeen) {
      const cost = loader.kitCost(set);
      this.best = best + cost;
      this.open = -Infinity;
      this.visited = 0;
      this.leftAt[0] = cap;
      this.meanAt[0] = base.mean;
      this.varianceAt[0] = base.variance;
      if (this.gather(set, cap)) this.visit(0, 0, base.cases);
      best = Math.max(best, Math.max(this.best, this.open) - cost);
      if (set === 0) return best;
    }
  }

  /** Takes the items that need no kit outside the set and could be part of anything better; false when nothing could. */
  private gather(set: number, cap: number): boolean {
    const { loader, slab, order, heavy } = this;
    let count = 0;
    for (let item = 0; item < loader.count; item++) {
      const weight =
        loader.mean[item]! * slab.perMean + slab.perCase + loader.variance[item]! * slab.perVariance;
      if ((loader.kits[item]! & ~set) !== 0 || weight > cap || loader.variance[item]! > slab.to) continue;
      heavy[item] = weight;
      order[count++] = item;
    }
    const { relaxed, lambda } = this.relaxCharged(count, cap);
    if (relaxed <= this.best + this.rounding) return false;
    if (this.mostNodes === 0) {
      this.open = relaxed;
      return false;
    }
    this.count = 0;
    for (let at = 0; at < count; at++) {
      const item = order[at]!;
      const loss = Math.min(0, loader.gain[item]! - this.charge - lambda * heavy[item]!);
      if (relaxed + loss > this.best + this.rounding) this.put(item);
    }
    this.findBetter();
    return true;
  }

  private put(item: number): void {
    const { loader, count } = this;
    this.gain[count] = loader.gain[item]!;
    this.net[count] = loader.gain[item]! - this.charge;
    this.mean[count] = loader.mean[item]!;
    this.variance[count] = loader.variance[item]!;
    this.weight[count] = this.heavy[item]!;
    this.rate[count] = this.ratio[item]!;
    this.kits[count] = loader.kits[item]!;
    this.inPath[count] = 0;
    this.count++;
  }

  /** The least relaxed gain over charges for a case, where the number of cases binds; sets `charge` and the order. */
  private relaxCharged(count: number, cap: number): { relaxed: number; lambda: number } {
    const most = this.room.maxCases - this.loader.base.cases;
    let filled = this.relax(count, cap, 0);
    this.charge = 0;
    if (filled.cases <= most) return filled;
    let [low, high] = [0, 0];
    for (let at = 0; at < count; at++) high = Math.max(high, this.loader.gain[this.order[at]!]!);
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (this.relax(count, cap, middle).cases > most) low = middle;
      else high = middle;
    }
    filled = this.relax(count, cap, high);
    this.charge = high;
    return { relaxed: filled.relaxed + most * high, lambda: filled.lambda };
  }

  private relax(
    count: number,
    cap: number,
    charge: number,
  ): { relaxed: number; lambda: number; cases: number } {
    const { loader, order, ratio, heavy } = this;
    for (let at = 0; at < count; at++)
      ratio[order[at]!] = (loader.gain[order[at]!]! - charge) / heavy[order[at]!]!;
    sortDescending(order, count, ratio);
    let [left, relaxed, cases] = [cap, 0, 0];
    for (let at = 0; at < count && ratio[order[at]!]! > 0; at++, cases++) {
      const item = order[at]!;
      const share = left / heavy[item]!;
      if (share < 1)
        return { relaxed: relaxed + left * ratio[item]!, lambda: ratio[item]!, cases: cases + share };
      left -= heavy[item]!;
      relaxed += loader.gain[item]! - charge;
    }
    return { relaxed, lambda: 0, cases };
  }

  /**
   * Earlier items that are at least as good as an item in every way: a choice with it and without one of them is no
   * better than one with the two exchanged, so only choices with all of them are searched.
   */
  private findBetter(): void {
    let total = 0;
    for (let item = 0; item < this.count; item++) {
      this.betterStart[item] = total;
      for (let other = 0; other < item; other++) {
        if (!this.replaces(other, item)) continue;
        if (total === this.better.length) this.better = doubled(this.better);
        this.better[total++] = other;
      }
    }
    this.betterStart[this.count] = total;
  }

  private replaces(other: number, item: number): boolean {
    const { gain, mean, variance, kits } = this;
    if ((kits[other]! & ~kits[item]!) !== 0 || gain[other]! < gain[item]!) return false;
    const same = mean[other] === mean[item] && variance[other] === variance[item];
    return same || (this.cuts && mean[other]! <= mean[item]! && variance[other]! <= variance[item]!);
  }

  private lacksBetter(item: number): boolean {
    for (let i = this.betterStart[item]!; i < this.betterStart[item + 1]!; i++)
      if (!this.inPath[this.better[i]!]) return true;
    return false;
  }

  /** Tries the items from this place on, beside those taken on the way (`depth` of them). */
  private visit(from: number, depth: number, cases: number): void {
    const { room, slab, gainAt, leftAt, meanAt, varianceAt } = this;
    const more = this.charge * (room.maxCases - cases);
    for (let at = from; at < this.count; at++) {
      const bound = gainAt[depth]! + more + this.filling(at, leftAt[depth]!);
      if (bound <= this.best + this.rounding) return;
      if (++this.visited > this.mostNodes) {
        this.open = Math.max(this.open, bound);
        return;
      }
      const weight = this.weight[at]!;
      const [m, v] = [meanAt[depth]! + this.mean[at]!, varianceAt[depth]! + this.variance[at]!];
      if (weight > leftAt[depth]! || v > slab.to || cases >= room.maxCases || this.lacksBetter(at)) continue;
      const fits = room.fits(cases + 1, m, v);
      if (!fits && (this.cuts || m > room.left(cases + 1))) continue;
      const now = gainAt[depth]! + this.gain[at]!;
      if (fits && now > this.best) this.best = now;
      this.inPath[at] = 1;
      gainAt[depth + 1] = now;
      leftAt[depth + 1] = leftAt[depth]! - weight;
      meanAt[depth + 1] = m;
      varianceAt[depth + 1] = v;
      this.visit(at + 1, depth + 1, cases + 1);
      this.inPath[at] = 0;
    }
  }

  /** Gain, less the charge, of filling what is left with items from `at` on, the last one in part. */
  private filling(at: number, left: number): number {
    const { net, weight, rate, count } = this;
    let sum = 0;
    for (let i = at; i < count && net[i]! > 0; i++) {
      if (weight[i]! > left) return sum + left * rate[i]!;
      left -= weight[i]!;
      sum += net[i]!;
    }
    return sum;
  }
}

/** The relaxation that asks only that means and turnarounds fit. */
function minutesAlone({ length, turnaround }: Room): Slab {
  return { from: 0, to: Infinity, perMean: 1, perCase: turnaround, perVariance: 0, cap: length + turnaround };
}

function doubled(items: Int32Array): Int32Array {
  const larger = new Int32Array(items.length * 2);
  larger.set(items);
  return larger;
}
