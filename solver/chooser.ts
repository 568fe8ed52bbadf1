import { sortDescending } from "./order";
import type { Rows } from "./rows";
import type { Room } from "./room";
import type { Slab } from "./slabs";

/**
 * Chooses the cases of one list by the rule itself: greedily by gain per weight, then depth-first for better, within a
 * number of nodes. Keeps capacities that may run out within the list.
 */
export class Chooser {
  count = 0;
  readonly slot: Int32Array;
  readonly gain: Float64Array;
  private readonly mean: Float64Array;
  private readonly variance: Float64Array;
  private readonly weight: Float64Array;
  private readonly ratio: Float64Array;
  private readonly usage: Int32Array;
  private readonly kits: Int32Array;
  private readonly order: Int32Array;
  private readonly path: Int32Array;
  /**
   * By depth of the search: gain, weight left, means and variances of the items taken. Kept in arrays because numbers that
   * are not whole cost memory for every call that they are handed to.
   */
  private readonly gainAt: Float64Array;
  private readonly leftAt: Float64Array;
  private readonly meanAt: Float64Array;
  private readonly varianceAt: Float64Array;
  readonly chosen: Int32Array;
  chosenCount = 0;
  /** Points of a list's kits, by bit, charged once. */
  kitCost = new Float64Array(32);
  private room!: Room;
  /** Planned minutes that the list may fill. */
  minutes = Infinity;
  nodes = 0;
  private visited = 0;
  private best = 0;
  private depth = 0;
  private size = 0;

  constructor(
    items: number,
    /** Units taken of each capacity; the same again after each choice. */
    private readonly used: Float64Array,
    private readonly quantity: Float64Array,
    private readonly usages: Rows,
  ) {
    this.slot = new Int32Array(items);
    this.gain = new Float64Array(items);
    this.mean = new Float64Array(items);
    this.variance = new Float64Array(items);
    this.weight = new Float64Array(items);
    this.ratio = new Float64Array(items);
    this.usage = new Int32Array(items);
    this.kits = new Int32Array(items);
    this.order = new Int32Array(items);
    this.path = new Int32Array(items);
    this.gainAt = new Float64Array(items + 1);
    this.leftAt = new Float64Array(items + 1);
    this.meanAt = new Float64Array(items + 1);
    this.varianceAt = new Float64Array(items + 1);
    this.chosen = new Int32Array(items);
  }

  /** Offers a slot. `usage` is -1 where none of its capacities can run out within the list. */
  offer(slot: number, gain: number, mean: number, variance: number, usage: number, kits: number): void {
    const item = this.count++;
    this.slot[item] = slot;
    this.gain[item] = gain;
    this.mean[item] = mean;
    this.variance[item] = variance;
    this.usage[item] = usage;
    this.kits[item] = kits;
  }

  /** Chooses among the slots offered, beside a base already held; `chosen` holds slots. Gain of the choice. */
  choose(
    room: Room,
    slab: Slab,
    base: { cases: number; mean: number; variance: number },
    mostNodes: number,
    charge = 0,
  ): number {
    this.room = room;
    this.charge = charge;
    const { weight, gain, ratio, order, mean, variance } = this;
    for (let item = 0; item < this.count; item++) {
      weight[item] = mean[item]! * slab.perMean + slab.perCase + variance[item]! * slab.perVariance;
      ratio[item] = (gain[item]! - charge) / weight[item]!;
      order[item] = item;
    }
    sortDescending(order, this.count, ratio);
    const cap =
      slab.cap - base.mean * slab.perMean - base.cases * slab.perCase - base.variance * slab.perVariance;
    this.begin(base, cap);
    this.greedy(base.cases);
    this.narrow(cap, room.maxCases - base.cases);
    this.visited = 0;
    this.depth = 0;
    this.mostNodes = mostNodes;
    this.begin(base, cap);
    this.visit(0, base.cases, 0);
    this.nodes += this.visited;
    if (base.cases === 0) this.trySingle();
    return this.best;
  }

  /** Nothing taken yet beside the base. */
  private begin(base: { mean: number; variance: number }, cap: number): void {
    this.leftAt[0] = cap;
    this.meanAt[0] = base.mean;
    this.varianceAt[0] = base.variance;
  }

  /** One case may hold a list that it could share with none. */
  private trySingle(): void {
    for (let item = 0; item < this.count; item++) {
      const gain = this.gain[item]! - this.cost(this.kits[item]!);
      if (gain <= this.best || !this.allowed(item, 0, 0)) continue;
      this.best = gain;
      this.chosen[0] = this.slot[item]!;
      this.chosenCount = 1;
    }
  }
  private mostNodes = 0;
  private charge = 0;

  /** Takes items in order while they fit; sums them at depth 0. */
  private greedy(held: number): void {
    let cases = held;
    let [gain, kits] = [0, 0];
    this.chosenCount = 0;
    for (let at = 0; at < this.count && cases < this.room.maxCases; at++) {
      const item = this.order[at]!;
      if (!this.allowed(item, cases, 0)) continue;
      const more = this.gain[item]! - this.cost(this.kits[item]! & ~kits);
      if (more <= 0) continue;
      this.take(this.usage[item]!, 1);
      this.path[this.chosenCount] = item;
      this.chosen[this.chosenCount++] = this.slot[item]!;
      gain += more;
      kits |= this.kits[item]!;
      this.meanAt[0]! += this.mean[item]!;
      this.varianceAt[0]! += this.variance[item]!;
      cases++;
    }
    for (let i = 0; i < this.chosenCount; i++) this.take(this.usage[this.path[i]!]!, -1);
    this.best = gain;
  }

  /** Leaves out items that cannot be part of anything better, keeping the order. */
  private narrow(cap: number, most: number): void {
    const { order, weight, gain, ratio, charge } = this;
    let [left, relaxed, lambda] = [cap, charge === 0 ? 0 : charge * most, 0];
    for (let at = 0; at < this.count && ratio[order[at]!]! > 0; at++) {
      const item = order[at]!;
      if (weight[item]! > left) {
        relaxed += left * ratio[item]!;
        lambda = ratio[item]!;
        break;
      }
      left -= weight[item]!;
      relaxed += gain[item]! - charge;
    }
    this.size = 0;
    for (let at = 0; at < this.count; at++) {
      const item = order[at]!;
      if (relaxed + Math.min(0, gain[item]! - charge - lambda * weight[item]!) > this.best)
        order[this.size++] = item;
    }
  }

  /** Tries the items from this place in the order on, beside those taken on the way. */
  private visit(from: number, cases: number, kits: number): void {
    const { order, weight, depth, gainAt, leftAt, meanAt, varianceAt } = this;
    for (let at = from; at < this.size; at++) {
      if (this.fallsShort(at, cases)) return;
      if (++this.visited > this.mostNodes) return;
      const item = order[at]!;
      if (weight[item]! > leftAt[depth]! || !this.allowed(item, cases, depth)) continue;
      const now = gainAt[depth]! + this.gain[item]! - this.cost(this.kits[item]! & ~kits);
      this.path[depth] = this.slot[item]!;
      this.depth = depth + 1;
      if (now > this.best) this.record(now);
      this.take(this.usage[item]!, 1);
      gainAt[depth + 1] = now;
      leftAt[depth + 1] = leftAt[depth]! - weight[item]!;
      meanAt[depth + 1] = meanAt[depth]! + this.mean[item]!;
      varianceAt[depth + 1] = varianceAt[depth]! + this.variance[item]!;
      this.visit(at + 1, cases + 1, kits | this.kits[item]!);
      this.take(this.usage[item]!, -1);
      this.depth = depth;
    }
  }

  private record(gain: number): void {
    this.best = gain;
    this.chosenCount = this.depth;
    for (let i = 0; i < this.depth; i++) this.chosen[i] = this.path[i]!;
  }

  /** Whether the items from this place in the order on cannot raise what is taken above the best, even in part. */
  private fallsShort(from: number, cases: number): boolean {
    const { order, weight, gain, ratio, charge, depth } = this;
    let left = this.leftAt[depth]!;
    const more = charge === 0 ? 0 : charge * (this.room.maxCases - cases);
    let sum = 0;
    for (let at = from; at < this.size; at++) {
      const item = order[at]!;
      if (ratio[item]! <= 0) break;
      if (weight[item]! > left) {
        sum += left * ratio[item]!;
        break;
      }
      left -= weight[item]!;
      sum += gain[item]! - charge;
    }
    return this.gainAt[depth]! + more + sum <= this.best + 1e-7;
  }

  /** Whether an item may come to so many cases, those taken at this depth. */
  private allowed(item: number, cases: number, depth: number): boolean {
    const m = this.meanAt[depth]! + this.mean[item]!;
    if (!this.room.fits(cases + 1, m, this.varianceAt[depth]! + this.variance[item]!)) return false;
    if (this.minutes !== Infinity && m + this.room.turnaround * cases > this.minutes) return false;
    return this.free(this.usage[item]!);
  }

  private free(usage: number): boolean {
    if (usage < 0) return true;
    for (let i = this.usages.start[usage]!; i < this.usages.start[usage + 1]!; i++)
      if (this.used[this.usages.items[i]!]! >= this.quantity[this.usages.items[i]!]!) return false;
    return true;
  }

  private take(usage: number, change: number): void {
    if (usage < 0) return;
    for (let i = this.usages.start[usage]!; i < this.usages.start[usage + 1]!; i++)
      this.used[this.usages.items[i]!]! += change;
  }

  private cost(kits: number): number {
    let sum = 0;
    for (let bit = 0; kits >> bit !== 0; bit++) if ((kits >> bit) & 1) sum += this.kitCost[bit]!;
    return sum;
  }
}
