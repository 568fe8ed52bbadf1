import { sortDescending } from "./order";

/**
 * The 0/1 knapsack over items of real gain and weight: what greedy bounds settle is settled, the rest is a dynamic
 * programme over rounded weights. Good and quick, not exact; the scratch space is kept between calls.
 */
export class Knapsack {
  gain: Float64Array;
  weight: Float64Array;
  /** Number of items. */
  count = 0;
  /** Cells of the dynamic programme for a unit of weight. */
  fineness = 2;
  chosen: Int32Array;
  chosenCount = 0;
  /** Gain of one unit of weight at the edge of what fits, and how far the greedy filling may be from the best. */
  lambda = 0;
  slack = 0;
  private ratio: Float64Array;
  private order: Int32Array;
  private ordered = 0;
  private greedyGain = 0;
  private relaxedGain = 0;
  private isIn: Uint8Array;
  private free: Int32Array;
  private freeCount = 0;
  private cellsOf: Int32Array;
  private cells = new Float64Array(2048);
  private took = new Uint8Array(1 << 16);

  constructor(items: number) {
    this.gain = new Float64Array(items);
    this.weight = new Float64Array(items);
    this.chosen = new Int32Array(items);
    this.ratio = new Float64Array(items);
    this.order = new Int32Array(items);
    this.isIn = new Uint8Array(items);
    this.free = new Int32Array(items);
    this.cellsOf = new Int32Array(items);
  }

  /**
   * Largest gain of items that together weigh at most `cap`, or -1 when it surely does not exceed `floor`. Items that
   * lose more than `margin` at `lambda` a unit of weight are left aside at first, and taken back when that was wrong.
   */
  solve(cap: number, floor: number, lambda: number, margin: number): number {
    this.orderItems(cap, lambda, margin);
    const edge = this.fillGreedily(cap);
    if (margin < Infinity && this.ordered < this.count && !this.asideRightly(cap, edge, lambda, margin))
      return this.solve(cap, floor, 0, Infinity);
    if (edge < 0) return this.greedyGain;
    if (this.relaxedGain <= floor) return -1;
    this.swap(cap);
    return this.settle(cap, edge, floor);
  }

  /** Gain when the last item may be taken in part; sets `lambda`. */
  relax(cap: number): number {
    this.orderItems(cap, 0, Infinity);
    return this.fillGreedily(cap) < 0 ? this.greedyGain : this.relaxedGain;
  }

  private orderItems(cap: number, lambda: number, margin: number): void {
    const { gain, weight, ratio, order } = this;
    let n = 0;
    for (let i = 0; i < this.count; i++)
      if (weight[i]! <= cap && gain[i]! > 0 && gain[i]! - lambda * weight[i]! > -margin) {
        ratio[i] = gain[i]! / weight[i]!;
        order[n++] = i;
      }
    this.ordered = n;
    sortDescending(order, n, ratio);
  }

  /** Takes items by ratio while they fit, then any that still fits; position of the first that did not, or -1. */
  private fillGreedily(cap: number): number {
    const { gain, weight, order, chosen } = this;
    let [room, sum, edge, count] = [cap, 0, -1, 0];
    for (let at = 0; at < this.ordered; at++) {
      const i = order[at]!;
      if (weight[i]! <= room) {
        room -= weight[i]!;
        sum += gain[i]!;
        chosen[count++] = i;
      } else if (edge < 0) {
        edge = at;
        this.lambda = gain[i]! / weight[i]!;
        this.relaxedGain = sum + room * this.lambda;
      }
    }
    if (edge < 0) this.lambda = this.slack = 0;
    this.greedyGain = sum;
    this.chosenCount = count;
    return edge;
  }

  /** Improves the greedy filling by exchanging one item for another while that gains. */
  private swap(cap: number): void {
    const { gain, weight, order, isIn, lambda } = this;
    let room = cap;
    for (let at = 0; at < this.ordered; at++) isIn[order[at]!] = 0;
    for (let at = 0; at < this.chosenCount; at++) {
      isIn[this.chosen[at]!] = 1;
      room -= weight[this.chosen[at]!]!;
    }
    for (let round = 0; round < 4; round++) {
      let [most, leaves, comes] = [1e-9, -1, -1];
      const gap = this.relaxedGain - this.greedyGain;
      for (let a = 0; a < this.ordered; a++) {
        const i = order[a]!;
        if (!isIn[i] || gain[i]! - lambda * weight[i]! > gap) continue;
        const [limit, least] = [weight[i]! + room, gain[i]! + most];
        for (let b = 0; b < this.ordered; b++) {
          const j = order[b]!;
          if (isIn[j] || weight[j]! > limit || gain[j]! <= least) continue;
          if (gain[j]! - gain[i]! > most) [most, leaves, comes] = [gain[j]! - gain[i]!, i, j];
        }
      }
      if (leaves < 0) return;
      isIn[leaves] = 0;
      isIn[comes] = 1;
      room += weight[leaves]! - weight[comes]!;
      this.greedyGain += most;
    }
  }

  /** Whether no item left aside could be part of a better choice than the greedy one. */
  private asideRightly(cap: number, edge: number, lambda: number, margin: number): boolean {
    return (
      edge >= 0 && margin + Math.min(0, (this.lambda - lambda) * cap) >= this.relaxedGain - this.greedyGain
    );
  }

  /** Settles items by what they lose at the edge's ratio, then fills the rest by dynamic programming. */
  private settle(cap: number, edge: number, floor: number): number {
    const { gain, weight, order, chosen, free, lambda } = this;
    const slack = (this.slack = this.relaxedGain - Math.max(this.greedyGain, floor) + 1e-9);
    let [left, sum, count, freeCount] = [cap, 0, 0, 0];
    for (let at = 0; at < this.ordered; at++) {
      const i = order[at]!;
      const loss = Math.abs(gain[i]! - lambda * weight[i]!);
      if (loss <= slack) free[freeCount++] = i;
      else if (at < edge) {
        chosen[count++] = i;
        left -= weight[i]!;
        sum += gain[i]!;
      }
    }
    this.chosenCount = count;
    this.freeCount = freeCount;
    this.dropDominated(left);
    return sum + this.programme(left);
  }

  /** Drops free items when better and lighter ones alone fill the room. */
  private dropDominated(left: number): void {
    const { gain, weight, free } = this;
    let kept = 0;
    for (let a = 0; a < this.freeCount; a++) {
      const i = free[a]!;
      let room = left - weight[i]!;
      for (let b = 0; b < this.freeCount && room >= 0; b++) {
        const j = free[b]!;
        const better = gain[j]! > gain[i]! || (gain[j]! === gain[i]! && j < i);
        if (better && weight[j]! <= weight[i]!) room -= weight[j]!;
      }
      if (room >= 0) this.cellsOf[kept++] = i;
    }
    for (let a = 0; a < kept; a++) free[a] = this.cellsOf[a]!;
    this.freeCount = kept;
  }

  private programme(left: number): number {
    const { gain, weight, free, cellsOf } = this;
    const top = Math.floor(left * this.fineness + 1e-9);
    const stride = top + 1;
    this.makeRoom(stride);
    const { cells, took } = this;
    cells.fill(0, 0, stride);
    let after = 0;
    for (let a = 0; a < this.freeCount; a++)
      after += cellsOf[a] = Math.max(1, Math.round(weight[free[a]!]! * this.fineness));
    for (let a = 0; a < this.freeCount; a++) {
      const [need, more, row] = [cellsOf[a]!, gain[free[a]!]!, a * stride];
      after -= need;
      const bottom = Math.max(need, top - after);
      took.fill(0, row, row + Math.min(bottom, stride));
      for (let c = top; c >= bottom; c--) {
        const sum = cells[c - need]! + more;
        if (sum > cells[c]!) {
          cells[c] = sum;
          took[row + c] = 1;
        } else took[row + c] = 0;
      }
    }
    this.trace(top, stride);
    return cells[top]!;
  }

  private trace(top: number, stride: number): void {
    for (let a = this.freeCount - 1, c = top; a >= 0; a--)
      if (this.took[a * stride + c]) {
        this.chosen[this.chosenCount++] = this.free[a]!;
        c -= this.cellsOf[a]!;
      }
  }

  private makeRoom(stride: number): void {
    if (this.cells.length < stride) this.cells = new Float64Array(stride * 2);
    if (this.took.length < stride * this.freeCount) this.took = new Uint8Array(stride * this.freeCount * 2);
  }
}
