import type { Candidates } from "./candidates";
import type { Charges } from "./charges";
import type { Model } from "./model";

/** What each candidate takes and brings, list after list: a fill reads it from end to end, without leaps in memory. */
export class Offers {
  readonly slot: Int32Array;
  readonly case: Int32Array;
  readonly usage: Int32Array;
  readonly kits: Int32Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Points, and charges of what it has alone and of what it shares (charges.ts). */
  readonly points: Float64Array;
  readonly own: Float64Array;
  readonly shared: Float64Array;
  /** First place of a list, and the place after its last, once it is written. */
  readonly start: Int32Array;
  private readonly end: Int32Array;

  constructor(
    private readonly model: Model,
    private readonly candidates: readonly Candidates[],
    private readonly charges: Charges,
  ) {
    let count = 0;
    this.start = Int32Array.from(candidates, ({ slots }) => (count += slots.length) - slots.length);
    this.end = new Int32Array(candidates.length).fill(-1);
    const [wholes, reals] = [() => new Int32Array(count), () => new Float64Array(count)];
    [this.slot, this.case, this.usage, this.kits] = [wholes(), wholes(), wholes(), wholes()];
    [this.mean, this.variance] = [reals(), reals()];
    [this.points, this.own, this.shared] = [reals(), reals(), reals()];
  }

  /** The place after a list's last candidate; writes them down when first asked. Closed slots are left out. */
  endOf(list: number): number {
    return this.end[list]! < 0 ? (this.end[list] = this.write(list)) : this.end[list]!;
  }

  private write(list: number): number {
    const { slots, kitBits } = this.candidates[list]!;
    const { slotCase, slotUsage, mean, variance, closed } = this.model;
    let at = this.start[list]!;
    slots.forEach((slot, i) => {
      if (closed?.[slot]) return;
      const c = slotCase[slot]!;
      [this.slot[at], this.case[at]] = [slot, c];
      [this.usage[at], this.kits[at]] = [slotUsage[slot]!, kitBits[i]!];
      [this.mean[at], this.variance[at]] = [mean[c]!, variance[c]!];
      const { points, own, shared } = this.charges;
      [this.points[at], this.own[at], this.shared[at]] = [points[slot]!, own[slot]!, shared[slot]!];
      at++;
    });
    return at;
  }
}
