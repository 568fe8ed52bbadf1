import type { Master, MasterColumn } from "./master";

/**
 * A sum of weighted rows over a divisor, rounded down column by column: whole plans hold at most `most` of it, shares of
 * columns often more. Weights and divisor are whole, weights above 0, rows rising.
 */
export interface Cut {
  weights: readonly (readonly [row: number, weight: number])[];
  divisor: number;
  most: number;
}

/** The cuts of a master: their numbers follow those of its rows. */
export class Cuts {
  readonly all: Cut[] = [];
  /** By row, the cuts that weigh it. */
  readonly ofRow = new Map<number, [cut: number, weight: number][]>();
  private readonly known = new Set<string>();

  constructor(private readonly master: Master) {}

  /** Takes those not known yet; gives them. */
  add(cuts: readonly Cut[]): Cut[] {
    const fresh = cuts.filter((cut) => !this.isKnown(cut));
    for (const cut of fresh) {
      this.known.add(keyOf(cut));
      const number = this.all.push(cut) - 1;
      for (const [row, weight] of cut.weights)
        this.ofRow.set(row, [...(this.ofRow.get(row) ?? []), [number, weight]]);
    }
    return fresh;
  }

  isKnown(cut: Cut): boolean {
    return this.known.has(keyOf(cut));
  }

  /** Entries of a column with its cuts, rows rising. */
  entriesOf({ entries }: MasterColumn): [row: number, amount: number][] {
    const rows = this.master.most.length;
    const sums = new Map<number, number>();
    for (const [row, amount] of entries)
      for (const [cut, weight] of this.ofRow.get(row) ?? [])
        sums.set(cut, (sums.get(cut) ?? 0) + weight * amount);
    const cuts = [...sums]
      .map(([cut, sum]): [number, number] => [rows + cut, Math.floor(sum / this.all[cut]!.divisor)])
      .filter(([, amount]) => amount > 0)
      .sort(([a], [b]) => a - b);
    return [...entries.map(([row, amount]): [number, number] => [row, amount]), ...cuts];
  }
}

function keyOf({ weights, divisor }: Cut): string {
  return `${weights.join()}/${divisor}`;
}
