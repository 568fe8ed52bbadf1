import type { Penalties } from "../columns";
import type { Model } from "../model";
import type { Cuts } from "./cuts";
import type { Master } from "./master";

/** What something adds to rows, and to cuts: a row or cut and an amount, one after the other. */
type Rows = readonly (readonly [row: number, amount: number])[];
type Added = Float64Array;

/** What the choice of one list pays for cuts, case by case. Sums only grow with more cases, so a search may be cut by it. */
export class Payments implements Penalties {
  /** Weighted sums of the cuts, and cases by kit, of what the list holds. */
  private readonly sums: Float64Array;
  private readonly ofKit: Int32Array;
  private readonly duals: Float64Array;
  private readonly divisors: Float64Array;
  private readonly slots = new Map<number, { cuts: Added; kits: readonly number[] }>();
  private readonly kits = new Map<number, Added>();
  private list = 0;

  constructor(
    private readonly master: Master,
    private readonly model: Model,
    private readonly cuts: Cuts,
    duals: Float64Array,
  ) {
    this.sums = new Float64Array(cuts.all.length);
    this.ofKit = new Int32Array(model.kits);
    this.duals = duals.subarray(master.most.length);
    this.divisors = Float64Array.from(cuts.all, ({ divisor }) => divisor);
  }

  begin(list: number): number {
    const { master, model } = this;
    this.list = list;
    this.kits.clear();
    for (const state of [this.sums, this.ofKit]) state.fill(0);
    const own = master.rowsOfList(list).map((row): [number, number] => [row, 1]);
    const rows = [...own, ...master.minutesOf(list, -model.turnaround[list]!)];
    let paid = this.move(this.pricedIn(rows), 1);
    const { start, items } = model.pinnedOf;
    for (let i = start[list]!; i < start[list + 1]!; i++) paid += this.take(items[i]!);
    return paid;
  }

  take(slot: number): number {
    const { cuts, kits } = this.partsOf(slot);
    let paid = this.move(cuts, 1);
    for (const kit of kits) if (this.ofKit[kit]!++ === 0) paid += this.moveKit(kit, 1);
    return paid;
  }

  drop(slot: number): void {
    const { cuts, kits } = this.partsOf(slot);
    this.move(cuts, -1);
    for (const kit of kits) if (--this.ofKit[kit]! === 0) this.moveKit(kit, -1);
  }

  private move(cuts: Added, sign: number): number {
    const { sums, duals, divisors } = this;
    let paid = 0;
    for (let i = 0; i < cuts.length; i += 2) {
      const cut = cuts[i]!;
      const divisor = divisors[cut]!;
      const before = sums[cut]!;
      const now = before + sign * cuts[i + 1]!;
      sums[cut] = now;
      // Below 0 is only what a list holds before its first case.
      const change = Math.max(0, Math.floor(now / divisor)) - Math.max(0, Math.floor(before / divisor));
      if (change !== 0) paid += change * duals[cut]!;
    }
    return paid;
  }

  private moveKit(kit: number, sign: number): number {
    let known = this.kits.get(kit);
    if (!known) {
      const rows = this.master.rowsOfKit(this.list, kit).map((row): [number, number] => [row, 1]);
      this.kits.set(kit, (known = this.pricedIn(rows)));
    }
    return this.move(known, sign);
  }

  private partsOf(slot: number) {
    const known = this.slots.get(slot);
    if (known) return known;
    const { master, model } = this;
    const [list, c] = [model.slotList[slot]!, model.slotCase[slot]!];
    const minutes = master.minutesOf(list, model.mean[c]! + model.turnaround[list]!);
    const rows = [...master.rowsOfSlot(slot), ...minutes];
    const kits = model.caseKits.items.subarray(model.caseKits.start[c], model.caseKits.start[c + 1]);
    const made = { cuts: this.pricedIn(rows), kits: Array.from(kits) };
    this.slots.set(slot, made);
    return made;
  }

  /** What rows add to the cuts that cost anything. */
  private pricedIn(rows: Rows): Added {
    const sums = new Map<number, number>();
    for (const [row, amount] of rows)
      for (const [cut, weight] of this.cuts.ofRow.get(row) ?? [])
        if (this.duals[cut]! > 0) sums.set(cut, (sums.get(cut) ?? 0) + weight * amount);
    return Float64Array.from([...sums].flat());
  }
}
