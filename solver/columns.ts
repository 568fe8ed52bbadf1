import { ChargedFilling } from "./charged-filling";
import { Fillings } from "./fillings";
import { ListLimits } from "./list-limits";
import type { Loader } from "./loader";
import { OVERRUN_TOLERANCE, overrunProbability } from "./overrun";
import type { Model } from "./model";
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
/** Points by which sums of the same gains may differ. */
const LOST = 1e-7;
/** Cases taken for each choice that may be found; nodes for the best choices above a floor. */
const TAKEN = 40;
const NODES_ABOVE = 1_000_000;
/** Nodes between two looks at the clock: some milliseconds. */
const NODES_BETWEEN_LOOKS = 1 << 16;
const IN_TIME = () => false;

/** One choice of cases for a list, pins left out, and what it falls short of the list's ceiling, points at the prices. */
export interface Column {
  slots: number[];
  shortfall: number;
}

/** What a list holds on the way down the search: sums of gains, true and after charges, and what is left. */
interface Held {
  gain: number;
  net: number;
  left: number;
  minutes: number;
  cases: number;
  mean: number;
  variance: number;
  kits: number;
}

/**
 * Every choice of a list that falls short of its ceiling by at most a gap and alone takes no more of anything shared than
 * there is; null when they are more than `most` or the search takes too many nodes. To leave the list empty is no choice;
 * to add nothing to its pins is one.
 */
export class Columns {
  private readonly limits: ListLimits;
  private readonly filling: ChargedFilling;
  /** What items can still gain, by what is left of the slab's weight and of the reserves' minutes. */
  private readonly byWeight = new Fillings();
  private readonly byMinutes = new Fillings();
  private found: Column[] = [];
  private late = IN_TIME;
  private nodes = 0;
  private taken = 0;
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
  /** Nodes after which bounds stand for what is below them, and the highest of these bounds. */
  private mostNodes = Infinity;
  private open = 0;
  /** By list and slab, the gain of a unit of weight at the edge of the last filling: what tells soon that a slab is too poor. */
  private readonly edges: Float64Array[];

  constructor(
    private readonly model: Model,
    private readonly relaxation: Relaxation,
    private readonly loader: Loader,
    private penalties: Penalties = NO_PENALTIES,
  ) {
    this.edges = relaxation.slabs.map((slabs) => new Float64Array(slabs.length).fill(-1));
    this.limits = new ListLimits(model, loader);
    this.filling = new ChargedFilling(loader, this.limits);
  }

  /** From now on choices pay these penalties. */
  charge(penalties: Penalties): void {
    this.penalties = penalties;
  }

  /**
   * `ceiling`: an upper bound on what the list is worth at the loader's prices; `most`: number of choices allowed. Null
   * when they are more, or time is out.
   */
  of(list: number, ceiling: number, gap: number, most: number, late = IN_TIME): Column[] | null {
    return this.all(list, ceiling, gap, most, late) && this.sorted();
  }

  /** The same in no order, of very many. */
  all(list: number, ceiling: number, gap: number, most: number, late: () => boolean): Column[] | null {
    const least = this.relaxation.tightens[list]! ? -gap : -Infinity;
    this.late = late;
    const whole = this.search(list, ceiling, gap, least, most);
    this.late = IN_TIME;
    return whole ? this.found : null;
  }

  /**
   * Choices worth more than a floor, of cases that bring something each; their shortfall is from the floor and below 0.
   * All of them up to `most`, then only better ones. `over`: no choice is worth more than the floor and this.
   */
  above(list: number, floor: number, most: number): { columns: Column[]; over: number } {
    this.raiseFrom = most;
    this.mostNodes = NODES_ABOVE;
    this.open = -Infinity;
    const least = this.relaxation.tightens[list]! ? 0 : -Infinity;
    this.search(list, floor, 0, least, Infinity);
    this.raiseFrom = this.mostNodes = Infinity;
    const columns = this.sorted();
    return { columns, over: Math.max(0, this.open - this.ceiling, -(columns[0]?.shortfall ?? 0)) };
  }

  private sorted(): Column[] {
    return this.found.sort((a, b) => a.shortfall - b.shortfall);
  }

  private search(list: number, ceiling: number, gap: number, least: number, most: number): boolean {
    const { loader, limits } = this;
    loader.load(list, least);
    const { base } = loader;
    this.found = [];
    this.nodes = this.taken = 0;
    this.most = most;
    this.ceiling = ceiling - base.gain + this.penalties.begin(list);
    this.floor = this.ceiling - gap;
    this.room = this.relaxation.outerRooms[list]!;
    limits.load(list, this.room.maxCases);
    if (base.cases > 0) this.offer([], 0);
    else for (let item = 0; item < loader.count; item++) this.offerSingle(item);
    return this.relaxation.slabs[list]!.every((slab, at) => this.inSlab(slab, this.edges[list]!, at));
  }

  private offerSingle(item: number): void {
    const { loader, penalties, limits } = this;
    if (!limits.take(item)) return;
    limits.drop(item);
    if (loader.mean[item]! + this.room.turnaround > limits.minutes) return;
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
  private inSlab(slab: Slab, edges: Float64Array, at: number): boolean {
    const { base, kitsSeen } = this.loader;
    const { cases, mean, variance } = base;
    const cap = slab.cap - mean * slab.perMean - cases * slab.perCase - variance * slab.perVariance;
    this.slab = slab;
    for (let set = kitsSeen; ; set = (set - 1) & kitsSeen) {
      this.set = set;
      this.cost = this.loader.kitCost(set);
      if (this.isRich(cap, edges[at]!) && this.gather(cap, edges, at)) {
        this.path = [];
        const left = this.byWeight.cells(cap);
        const minutes = this.byMinutes.cells(this.limits.minutes);
        const held: Held = {
          gain: 0,
          net: this.filling.charged,
          left,
          minutes,
          cases,
          mean,
          variance,
          kits: 0,
        };
        if (!this.visit(0, held)) return false;
      }
      if (set === 0) return true;
    }
  }

  /** Whether a choice could reach the floor, by what any gain of a unit of weight says of all choices. */
  private isRich(cap: number, edge: number): boolean {
    if (edge < 0) return true;
    const { loader, slab, set } = this;
    let most = edge * Math.max(0, cap);
    for (let item = 0; item < loader.count; item++) {
      if ((loader.kits[item]! & ~set) !== 0) continue;
      const weight =
        loader.mean[item]! * slab.perMean + slab.perCase + loader.variance[item]! * slab.perVariance;
      const more = loader.gain[item]! - edge * weight;
      if (more > 0) most += more;
    }
    return most - this.cost >= this.floor - LOST;
  }

  /** Takes the items that could be part of a choice above the floor; false when there is none. */
  private gather(cap: number, edges: Float64Array, at: number): boolean {
    const { loader, slab, filling, limits } = this;
    const { order, weight } = filling;
    filling.count = 0;
    for (let item = 0; item < loader.count; item++) {
      weight[item] =
        loader.mean[item]! * slab.perMean + slab.perCase + loader.variance[item]! * slab.perVariance;
      if ((loader.kits[item]! & ~this.set) === 0 && weight[item]! <= cap) order[filling.count++] = item;
    }
    const least = this.floor + this.cost - LOST;
    filling.fill(cap, least);
    edges[at] = filling.edge;
    if (filling.most < least) return false;
    filling.narrow(least);
    const { count, net } = filling;
    if (count === 0) return false;
    this.byWeight.fill(order, count, net, (item) => weight[item]!, cap);
    const { turnaround } = this.room;
    if (limits.minutes < Infinity)
      this.byMinutes.fill(order, count, net, (item) => loader.mean[item]! + turnaround, limits.minutes);
    return true;
  }

  private visit(from: number, held: Held): boolean {
    const { loader, room, slab, filling, byWeight, byMinutes, limits } = this;
    const timed = limits.minutes < Infinity;
    for (let at = from; at < filling.count; at++) {
      const bound = held.net + this.mostFrom(at, held.left, held.minutes) - this.cost;
      if (bound < this.floor - LOST) return true;
      if (++this.nodes % NODES_BETWEEN_LOOKS === 0 && this.late()) return false;
      if (this.nodes > this.mostNodes) {
        this.open = Math.max(this.open, bound + LOST);
        return true;
      }
      const item = filling.order[at]!;
      const left = held.left - byWeight.size[at]!;
      const minutes = timed ? held.minutes - byMinutes.size[at]! : 0;
      const [mean, variance] = [held.mean + loader.mean[item]!, held.variance + loader.variance[item]!];
      const cases = held.cases + 1;
      if (left < 0 || minutes < 0 || variance > slab.to * (1 + ROUNDING) || mean > room.left(cases)) continue;
      // Most items are too poor to be taken here: what follows could not reach the floor with them.
      if (
        held.net + filling.net[item]! + this.mostFrom(at + 1, left, minutes) - this.cost <
        this.floor - LOST
      )
        continue;
      if (++this.taken > TAKEN * this.most) return false;
      if (!limits.take(item)) continue;
      const paid = this.penalties.take(loader.slot[item]!);
      const gain = held.gain + loader.gain[item]! - paid;
      const net = held.net + filling.net[item]! - paid;
      const kits = held.kits | loader.kits[item]!;
      this.path.push(item);
      const inSlab = variance >= slab.from * (1 - ROUNDING);
      if (cases > 1 && kits === this.set && inSlab && this.fits(cases, mean, variance))
        this.offer(this.path, gain - this.cost);
      const whole =
        this.found.length <= this.most &&
        this.visit(at + 1, { gain, net, left, minutes, cases, mean, variance, kits });
      this.path.pop();
      this.penalties.drop(loader.slot[item]!);
      limits.drop(item);
      if (!whole) return false;
    }
    return true;
  }

  /** The most that items from a place on can gain within what is left. */
  private mostFrom(at: number, left: number, minutes: number): number {
    const most = this.byWeight.of(at, left);
    return this.limits.minutes < Infinity ? Math.min(most, this.byMinutes.of(at, minutes)) : most;
  }

  /** By the rule's own probability: a choice between the rule's tolerance and the outer room is none. */
  private fits(cases: number, mean: number, variance: number): boolean {
    const { room, model } = this;
    if (!room.fits(cases, mean, variance)) return false;
    const probability = overrunProbability(room.left(cases), mean, variance);
    return probability <= model.overrunProbabilityMax + OVERRUN_TOLERANCE;
  }
}
