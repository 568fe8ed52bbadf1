import { sortDescending } from "./order";
import { OVERRUN_TOLERANCE, overrunProbability } from "./overrun";
import type { Loader } from "./loader";
import type { Relaxation } from "./relaxation";
import type { Room } from "./room";
import type { Slab } from "./slabs";

/**
 * What a choice pays beside the prices, all >= 0 and never less with more cases (cuts.ts). `begin`: for the pins of a
 * list; `take`: for one more slot, until `drop` takes it back.
 */
export interface Penalties {
  begin(list: number): number;
  take(slot: number): number;
  drop(slot: number): void;
}

const NO_PENALTIES: Penalties = { begin: () => 0, take: () => 0, drop: () => undefined };

/** Share of a variance that the order of its sum may change; choices at the border of two slabs may come twice. */
const ROUNDING = 1e-9;
/** Nodes for each choice that may be found, and for the best choices above a floor. */
const NODES = 100;
const NODES_ABOVE = 3_000_000;

/** One choice of cases for a list, pins left out, and what it falls short of the list's ceiling, points at the prices. */
export interface Column {
  slots: number[];
  shortfall: number;
}

/**
 * Every choice of a list that falls short of its ceiling by at most a gap; null when they are more than `most` or the
 * search takes too many nodes. To leave the list empty is no choice; to add nothing to its pins is one.
 */
export class Columns {
  private readonly order: Int32Array;
  private readonly ratio: Float64Array;
  private readonly weight: Float64Array;
  private found: Column[] = [];
  private nodes = 0;
  private count = 0;
  private path: number[] = [];
  private room!: Room;
  private slab!: Slab;
  private set = 0;
  private floor = 0;
  private ceiling = 0;
  private most = 0;
  /** Number of choices found from which on only better ones count. */
  private raiseFrom = Infinity;
  private cost = 0;

  constructor(
    private readonly relaxation: Relaxation,
    private readonly loader: Loader,
    private readonly overrunProbabilityMax: number,
    private readonly penalties: Penalties = NO_PENALTIES,
  ) {
    this.order = new Int32Array(loader.capacity);
    this.ratio = new Float64Array(loader.capacity);
    this.weight = new Float64Array(loader.capacity);
  }

  /** `ceiling`: an upper bound on what the list is worth at the loader's prices; `most`: number of choices allowed. */
  of(list: number, ceiling: number, gap: number, most: number): Column[] | null {
    const least = this.relaxation.tightens[list]! ? -gap : -Infinity;
    return this.search(list, ceiling, gap, least, most) ? this.sorted() : null;
  }

  /**
   * Choices worth more than a floor, of cases that bring something each; their shortfall is from the floor and below 0.
   * All of them up to `most`, then only better ones. `whole`: nothing is better than the best of them, or the floor.
   */
  above(list: number, floor: number, most: number): { columns: Column[]; whole: boolean } {
    this.raiseFrom = most;
    const least = this.relaxation.tightens[list]! ? 0 : -Infinity;
    const whole = this.search(list, floor, 0, least, NODES_ABOVE / NODES);
    this.raiseFrom = Infinity;
    return { columns: this.sorted(), whole };
  }

  private sorted(): Column[] {
    return this.found.sort((a, b) => a.shortfall - b.shortfall);
  }

  private search(list: number, ceiling: number, gap: number, least: number, most: number): boolean {
    const { loader } = this;
    loader.load(list, least);
    const { base } = loader;
    this.found = [];
    this.nodes = 0;
    this.most = most;
    this.ceiling = ceiling - base.gain + this.penalties.begin(list);
    this.floor = this.ceiling - gap;
    this.room = this.relaxation.outerRooms[list]!;
    if (base.cases > 0) this.offer([], 0);
    else for (let item = 0; item < loader.count; item++) this.offerSingle(item);
    return this.relaxation.slabs[list]!.every((slab) => this.inSlab(slab));
  }

  private offerSingle(item: number): void {
    const { loader, penalties } = this;
    const penalty = penalties.take(loader.slot[item]!);
    penalties.drop(loader.slot[item]!);
    this.offer([item], loader.gain[item]! - loader.kitCost(loader.kits[item]!) - penalty);
  }

  private offer(items: readonly number[], gain: number): void {
    if (gain < this.floor) return;
    this.found.push({ slots: items.map((item) => this.loader.slot[item]!), shortfall: this.ceiling - gain });
    if (this.found.length > this.raiseFrom) this.floor = gain;
  }

  /** Finds the choices of two or more cases whose variance lies in the slab; false when they are too many. */
  private inSlab(slab: Slab): boolean {
    const { loader } = this;
    const { base } = loader;
    const cap =
      slab.cap - base.mean * slab.perMean - base.cases * slab.perCase - base.variance * slab.perVariance;
    this.slab = slab;
    for (let set = loader.kitsSeen; ; set = (set - 1) & loader.kitsSeen) {
      this.set = set;
      this.cost = loader.kitCost(set);
      this.gather(cap);
      this.path = [];
      if (!this.visit(0, 0, cap, base.cases, base.mean, base.variance, 0)) return false;
      if (set === 0) return true;
    }
  }

  private gather(cap: number): void {
    const { loader, slab, order, ratio, weight } = this;
    this.count = 0;
    for (let item = 0; item < loader.count; item++) {
      weight[item] =
        loader.mean[item]! * slab.perMean + slab.perCase + loader.variance[item]! * slab.perVariance;
      if ((loader.kits[item]! & ~this.set) !== 0 || weight[item]! > cap) continue;
      ratio[item] = loader.gain[item]! / weight[item]!;
      order[this.count++] = item;
    }
    sortDescending(order, this.count, ratio);
  }

  private visit(
    from: number,
    gain: number,
    left: number,
    cases: number,
    mean: number,
    variance: number,
    kits: number,
  ): boolean {
    const { loader, room, slab, order } = this;
    if (cases >= room.maxCases) return true;
    for (let at = from; at < this.count; at++) {
      if (gain + this.filling(at, left) - this.cost < this.floor) return true;
      if (++this.nodes > NODES * this.most) return false;
      const item = order[at]!;
      const [m, v] = [mean + loader.mean[item]!, variance + loader.variance[item]!];
      if (this.weight[item]! > left || v > slab.to * (1 + ROUNDING) || m > room.left(cases + 1)) continue;
      const now = gain + loader.gain[item]! - this.penalties.take(loader.slot[item]!);
      const seen = kits | loader.kits[item]!;
      this.path.push(item);
      const inSlab = v >= slab.from * (1 - ROUNDING);
      if (cases > 0 && seen === this.set && inSlab && this.fits(cases + 1, m, v))
        this.offer(this.path, now - this.cost);
      const whole =
        this.found.length <= this.most &&
        this.visit(at + 1, now, left - this.weight[item]!, cases + 1, m, v, seen);
      this.path.pop();
      this.penalties.drop(loader.slot[item]!);
      if (!whole) return false;
    }
    return true;
  }

  /** By the rule's own probability: a choice between the rule's tolerance and the outer room is none. */
  private fits(cases: number, mean: number, variance: number): boolean {
    const { room, overrunProbabilityMax } = this;
    if (!room.fits(cases, mean, variance)) return false;
    const probability = overrunProbability(room.left(cases), mean, variance);
    return probability <= overrunProbabilityMax + OVERRUN_TOLERANCE;
  }

  private filling(from: number, left: number): number {
    const { loader, order, weight, ratio } = this;
    let sum = 0;
    for (let at = from; at < this.count; at++) {
      const item = order[at]!;
      if (ratio[item]! <= 0) return sum;
      if (weight[item]! > left) return sum + left * ratio[item]!;
      left -= weight[item]!;
      sum += loader.gain[item]!;
    }
    return sum;
  }
}
