import { variancesAllowed } from "./overrun";

/** Variances allowed by sum of means, for lists with the same minutes left for operating. */
interface Row {
  low: Float64Array;
  high: Float64Array;
}

/** Rows of one overrun limit, made once for each number of minutes left. */
export class RoomTable {
  private readonly rows = new Map<number, Row>();

  /** `z`: standard score that a list's room must reach. */
  constructor(readonly z: number) {}

  /** The row of `minutes` left for operating, whole. */
  row(minutes: number): Row {
    const known = this.rows.get(minutes);
    if (known) return known;
    const means = Math.max(0, minutes) + 1;
    const row = { low: new Float64Array(means), high: new Float64Array(means) };
    for (let mean = 0; mean < means; mean++) {
      const { low, high } = variancesAllowed(this.z, minutes, mean);
      row.low[mean] = low;
      row.high[mean] = high;
    }
    this.rows.set(minutes, row);
    return row;
  }
}

/** What fits into one list: the minutes-fit and overrun rules for lists of its length and turnaround. */
export class Room {
  private readonly rows: Row[];

  constructor(
    readonly table: RoomTable,
    readonly length: number,
    readonly turnaround: number,
    readonly maxCases: number,
  ) {
    this.rows = [];
    for (let cases = 2; cases <= maxCases && this.left(cases) > 0; cases++)
      this.rows[cases] = table.row(this.left(cases));
  }

  /** Minutes left for operating with so many cases. */
  left(cases: number): number {
    return this.length - this.turnaround * (cases - 1);
  }

  /** Whether so many cases with these sums of means (whole minutes) and variances may share the list. */
  fits(cases: number, mean: number, variance: number): boolean {
    if (cases <= 1) return cases <= this.maxCases;
    const row = this.rows[cases];
    if (row === undefined || mean >= row.low.length) return false;
    return variance <= row.low[mean]! || variance >= row.high[mean]!;
  }

  /** Largest allowed variance up to `to`, -1 when none from `from` on is. */
  largestVariance(cases: number, mean: number, from: number, to: number): number {
    const row = this.rows[cases];
    if (row === undefined || mean >= row.low.length) return -1;
    if (to >= row.high[mean]!) return to;
    const low = Math.min(to, row.low[mean]!);
    return low >= from ? low : -1;
  }
}
