import type { ListLimits } from "./list-limits";
import type { Loader } from "./loader";
import { sortDescending } from "./order";

/** Limits that are charged at most, and halvings in which each charge is found. */
const MOST_CHARGED = 4;
const HALVINGS = 10;

/**
 * The filling of one weight by items of a list, the last in part. Where it takes more of a limit than is left, each unit
 * of it is charged just as much as keeps the filling to it: what a choice gains is at most what it gains after charges,
 * and the charges of all that is left.
 */
export class ChargedFilling {
  /** Items by falling net gain of a unit of weight, and their number. */
  readonly order: Int32Array;
  count = 0;
  readonly weight: Float64Array;
  /** Gains less charges. */
  readonly net: Float64Array;
  /** Charges of all units that are left. */
  charged = 0;
  /** No choice gains more. */
  most = 0;
  /** Net gain of a unit of weight at the edge. */
  edge = 0;
  private readonly ratio: Float64Array;
  private used: Float64Array = new Float64Array(16);

  constructor(
    private readonly loader: Loader,
    private readonly limits: ListLimits,
  ) {
    this.order = new Int32Array(loader.capacity);
    this.weight = new Float64Array(loader.capacity);
    this.net = new Float64Array(loader.capacity);
    this.ratio = new Float64Array(loader.capacity);
  }

  /** Fills `cap` with the items in `order`, whose `weight` is set. `enough`: no charges are needed below it. */
  fill(cap: number, enough: number): void {
    const { loader, limits, order, net } = this;
    for (let at = 0; at < this.count; at++) net[order[at]!] = loader.gain[order[at]!]!;
    this.charged = 0;
    if (limits.count > this.used.length) this.used = new Float64Array(2 * limits.count);
    this.most = this.filled(cap);
    for (let charged = 0; charged < MOST_CHARGED && this.most >= enough; charged++) {
      const limit = this.mostExceeded();
      if (limit < 0) return;
      this.chargeFor(limit, cap);
    }
  }

  /** Keeps the items that could be in a choice that gains so much. */
  narrow(least: number): void {
    const { order, net, weight } = this;
    let count = 0;
    for (let at = 0; at < this.count; at++) {
      const item = order[at]!;
      if (this.most + Math.min(0, net[item]! - this.edge * weight[item]!) >= least) order[count++] = item;
    }
    this.count = count;
  }

  private filled(cap: number): number {
    const { order, net, weight, ratio, limits, used } = this;
    for (let at = 0; at < this.count; at++) ratio[order[at]!] = net[order[at]!]! / weight[order[at]!]!;
    sortDescending(order, this.count, ratio);
    used.fill(0, 0, limits.count);
    this.edge = 0;
    let [left, sum] = [cap, this.charged];
    for (let at = 0; at < this.count && ratio[order[at]!]! > 0; at++) {
      const item = order[at]!;
      const share = Math.min(1, left / weight[item]!);
      for (let i = limits.start[item]!; i < limits.start[item + 1]!; i++) used[limits.items[i]!]! += share;
      sum += share * net[item]!;
      left -= share * weight[item]!;
      if (share < 1) {
        this.edge = ratio[item]!;
        break;
      }
    }
    return sum;
  }

  private mostExceeded(): number {
    const { limits, used } = this;
    let [worst, by] = [-1, 1e-6];
    for (let limit = 0; limit < limits.count; limit++)
      if (used[limit]! - limits.left[limit]! > by) [worst, by] = [limit, used[limit]! - limits.left[limit]!];
    return worst;
  }

  private chargeFor(limit: number, cap: number): void {
    let [low, high, now] = [0, 0, 0];
    for (let at = 0; at < this.count; at++) high = Math.max(high, this.net[this.order[at]!]!);
    for (let i = 0; i <= HALVINGS; i++) {
      const charge = i === HALVINGS ? high : (low + high) / 2;
      this.change(limit, charge - now);
      now = charge;
      this.most = this.filled(cap);
      if (this.used[limit]! > this.limits.left[limit]!) low = charge;
      else high = charge;
    }
  }

  private change(limit: number, charge: number): void {
    const { limits, order, net } = this;
    this.charged += charge * limits.left[limit]!;
    for (let at = 0; at < this.count; at++) {
      const item = order[at]!;
      for (let i = limits.start[item]!; i < limits.start[item + 1]!; i++)
        if (limits.items[i] === limit) net[item]! -= charge;
    }
  }
}
