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
    this.greedy(base);
    this.narrow(cap, room.maxCases - base.cases);
    this.visited = 0;
    this.depth = 0;
    this.mostNodes = mostNodes;
    this.visit(0, 0, cap, base.cases, base.mean, base.variance, 0);
    this.nodes += this.visited;
    if (base.cases === 0) this.trySingle();
    return this.best;
  }

  /** One case may hold a list that it could share with none. */
  private trySingle(): void {
    for (let item = 0; item < this.count; item++) {
      const gain = this.gain[item]! - this.cost(this.kits[item]!);
      if (gain <= this.best || !this.allowed(item, 0, 0, 0)) continue;
      this.best = gain;
      this.chosen[0] = this.slot[item]!;
      this.chosenCount = 1;
    }
  }
  private mostNodes = 0;
  private charge = 0;

  private greedy(base: { cases: number; mean: number; variance: number }): void {
    let { cases, mean, variance } = base;
    let [gain, kits] = [0, 0];
    this.chosenCount = 0;
    for (let at = 0; at < this.count && cases < this.room.maxCases; at++) {
      const item = this.order[at]!;
      if (!this.allowed(item, cases, mean, variance)) continue;
      const more = this.gain[item]! - this.cost(this.kits[item]! & ~kits);
      if (more <= 0) continue;
      this.take(this.usage[item]!, 1);
      this.path[this.chosenCount] = item;
      this.chosen[this.chosenCount++] = this.slot[item]!;
      gain += more;
      kits |= this.kits[item]!;
      mean += this.mean[item]!;
      variance += this.variance[item]!;
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

  private visit(
    from: number,
    gain: number,
    left: number,
    cases: number,
    mean: number,
    variance: number,
    kits: number,
  ): void {
    const { order } = this;
    const more = this.charge === 0 ? 0 : this.charge * (this.room.maxCases - cases);
    for (let at = from; at < this.size; at++) {
      if (gain + more + this.filling(at, left) <= this.best + 1e-7) return;
      if (++this.visited > this.mostNodes) return;
      const item = order[at]!;
      if (this.weight[item]! > left || !this.allowed(item, cases, mean, variance)) continue;
      const now = gain + this.gain[item]! - this.cost(this.kits[item]! & ~kits);
      this.path[this.depth++] = this.slot[item]!;
      if (now > this.best) this.record(now);
      this.take(this.usage[item]!, 1);
      const [m, v] = [mean + this.mean[item]!, variance + this.variance[item]!];
      this.visit(at + 1, now, left - this.weight[item]!, cases + 1, m, v, kits | this.kits[item]!);
      this.take(this.usage[item]!, -1);
      this.depth--;
    }
  }

  private record(gain: number): void {
    this.best = gain;
    this.chosenCount = this.depth;
    for (let i = 0; i < this.depth; i++) this.chosen[i] = this.path[i]!;
  }

  private filling(from: number, left: number): number {
    const { order, weight, gain, ratio, charge } = this;
    let sum = 0;
    for (let at = from; at < this.size; at++) {
      const item = order[at]!;
      if (ratio[item]! <= 0) return sum;
      if (weight[item]! > left) return sum + left * ratio[item]!;
      left -= weight[item]!;
      sum += gain[item]! - charge;
    }
    return sum;
  }

  private allowed(item: number, cases: number, mean: number, variance: number): boolean {
    const m = mean + this.mean[item]!;
    if (!this.room.fits(cases + 1, m, variance + this.variance[item]!)) return false;
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
