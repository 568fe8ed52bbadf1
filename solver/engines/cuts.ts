import type { Penalties } from "../columns";
import type { Model } from "../prepare";
import type { Master, MasterColumn } from "./master";

/**
 * Half the sum of two or three rows, rounded down on both sides: whole columns that keep the rows keep the cut, shares of
 * columns often do not. `most` is what it holds at most.
 */
export interface Cut {
  rows: number[];
  most: number;
}

/** The cuts of a master: their numbers follow those of its rows. Rows that kits touch are in none. */
export class Cuts {
  readonly all: Cut[] = [];
  private readonly ofRow = new Map<number, number[]>();
  private readonly known = new Set<string>();

  constructor(
    private readonly master: Master,
    private readonly model: Model,
  ) {}

  /** Takes those not known yet; gives them. */
  add(cuts: readonly Cut[]): Cut[] {
    const fresh = cuts.filter(({ rows }) => !this.known.has(rows.join()));
    for (const cut of fresh) {
      this.known.add(cut.rows.join());
      const number = this.all.push(cut) - 1;
      for (const row of cut.rows) this.ofRow.set(row, [...(this.ofRow.get(row) ?? []), number]);
    }
    return fresh;
  }

  isKnown(rows: readonly number[]): boolean {
    return this.known.has(rows.join());
  }

  /** Amounts of a column in the cuts, by number, halves still to be rounded down. */
  doubled(entries: MasterColumn["entries"]): Map<number, number> {
    const sums = new Map<number, number>();
    for (const [row, amount] of entries)
      for (const cut of this.ofRow.get(row) ?? []) sums.set(cut, (sums.get(cut) ?? 0) + amount);
    return sums;
  }

  /** Entries of a column with its cuts, rows rising. */
  entriesOf({ entries }: MasterColumn): [row: number, amount: number][] {
    const rows = this.master.most.length;
    const cuts = [...this.doubled(entries)]
      .filter(([, sum]) => sum > 1)
      .map(([cut, sum]): [number, number] => [rows + cut, sum >> 1])
      .sort(([a], [b]) => a - b);
    return [...entries.map(([row, amount]): [number, number] => [row, amount]), ...cuts];
  }

  /** What choices of cases pay for cuts, at duals by row and cut. */
  penalties(duals: Float64Array): Penalties {
    const rows = this.master.most.length;
    const count = new Int32Array(this.all.length);
    const ofSlot = new Map<number, [cut: number, amount: number][]>();
    const priced = (sums: Map<number, number>) => [...sums].filter(([cut]) => duals[rows + cut]! > 0);
    const cutsOf = (slot: number) => {
      const known = ofSlot.get(slot);
      if (known) return known;
      const made = priced(this.doubled(this.master.rowsOfSlot(slot)));
      ofSlot.set(slot, made);
      return made;
    };
    const change = (cut: number, amount: number) => {
      const before = count[cut]! >> 1;
      count[cut]! += amount;
      return ((count[cut]! >> 1) - before) * duals[rows + cut]!;
    };
    const sum = (cuts: readonly [number, number][], sign: number) =>
      cuts.reduce((total, [cut, amount]) => total + change(cut, sign * amount), 0);
    const { start, items } = this.model.pinnedOf;
    return {
      begin: (list) => {
        count.fill(0);
        const pins = Array.from(items.subarray(start[list], start[list + 1]));
        const own = this.master.rowsOfList(list).map((row): [number, number] => [row, 1]);
        return sum(
          priced(this.doubled([...own, ...pins.flatMap((slot) => this.master.rowsOfSlot(slot))])),
          1,
        );
      },
      take: (slot) => sum(cutsOf(slot), 1),
      drop: (slot) => void sum(cutsOf(slot), -1),
    };
  }
}
