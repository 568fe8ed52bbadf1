import type { Model } from "../model";
import type { Cuts } from "./cuts";
import type { Master } from "./master";

/** Rows or cuts and their amounts or weights, one after the other. */
type Pairs = Int32Array;

/** What choices of lists take of rows and cuts: the same as `Master.column` with `Cuts.entriesOf`, for very many. */
export class PoolRows {
  /** Rows and cuts of the choice that was read last, and their number. */
  readonly row: Int32Array;
  count = 0;
  private readonly amount: Float64Array;
  private readonly divisors: Float64Array;
  private readonly cutsOf: Pairs[];
  private readonly ofSlot = new Map<number, Pairs>();
  private readonly ofKit = new Map<number, readonly number[]>();
  private readonly kits = new Set<number>();

  constructor(
    private readonly model: Model,
    private readonly master: Master,
    cuts: Cuts,
  ) {
    const rows = master.most.length;
    this.row = new Int32Array(rows + cuts.all.length);
    this.amount = new Float64Array(rows + cuts.all.length);
    this.divisors = Float64Array.from(cuts.all, ({ divisor }) => divisor);
    this.cutsOf = Array.from({ length: rows }, (_, row) => {
      const own = cuts.ofRow.get(row) ?? [];
      return Int32Array.from(own.flatMap(([cut, weight]) => [rows + cut, weight]));
    });
  }

  /** Reads a choice, pins among its slots; gives its points. */
  read(list: number, slots: readonly number[]): number {
    const { model, master } = this;
    for (let i = 0; i < this.count; i++) this.amount[this.row[i]!] = 0;
    this.count = 0;
    this.kits.clear();
    let points = -model.minuteWeight * model.turnaround[list]!;
    let minutes = -model.turnaround[list]!;
    for (const row of master.rowsOfList(list)) this.add(row, 1);
    for (const slot of slots) {
      points += model.slotPoints[slot]!;
      minutes += model.mean[model.slotCase[slot]!]! + model.turnaround[list]!;
      const own = this.pairsOf(slot);
      for (let i = 0; i < own.length; i += 2) this.add(own[i]!, own[i + 1]!);
      this.addKits(list, model.slotCase[slot]!);
    }
    for (const [row, amount] of master.minutesOf(list, minutes)) this.add(row, amount);
    this.addCuts();
    return points;
  }

  /** Amount of the row at a place. */
  amountAt(at: number): number {
    return this.amount[this.row[at]!]!;
  }

  private add(row: number, amount: number): void {
    if (this.amount[row] === 0) this.row[this.count++] = row;
    this.amount[row]! += amount;
  }

  private addKits(list: number, c: number): void {
    const { caseKits, kits } = this.model;
    for (let i = caseKits.start[c]!; i < caseKits.start[c + 1]!; i++) {
      const kit = caseKits.items[i]!;
      if (this.kits.has(kit)) continue;
      this.kits.add(kit);
      const key = list * kits + kit;
      let rows = this.ofKit.get(key);
      if (!rows) this.ofKit.set(key, (rows = this.master.rowsOfKit(list, kit)));
      for (const row of rows) this.add(row, 1);
    }
  }

  private addCuts(): void {
    const rows = this.count;
    for (let i = 0; i < rows; i++) {
      const own = this.cutsOf[this.row[i]!]!;
      const amount = this.amount[this.row[i]!]!;
      for (let at = 0; at < own.length; at += 2) this.add(own[at]!, own[at + 1]! * amount);
    }
    let kept = rows;
    for (let i = rows; i < this.count; i++) {
      const cut = this.row[i]!;
      const amount = Math.floor(this.amount[cut]! / this.divisors[cut - this.cutsOf.length]!);
      this.amount[cut] = Math.max(0, amount);
      if (amount > 0) this.row[kept++] = cut;
    }
    this.count = kept;
  }

  private pairsOf(slot: number): Pairs {
    let known = this.ofSlot.get(slot);
    if (!known) this.ofSlot.set(slot, (known = Int32Array.from(this.master.rowsOfSlot(slot).flat())));
    return known;
  }
}
