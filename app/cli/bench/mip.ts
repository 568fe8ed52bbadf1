/** A mixed-integer program in neutral rows and columns: maximise `objective · x` within the rows and bounds. */
export interface Mip {
  /** One element a column. Columns that are not `integer` may take fractions. */
  objective: number[];
  lower: number[];
  upper: number[];
  integer: boolean[];
  rows: Row[];
}

/** `values · x[columns]` is at most `most`. */
export interface Row {
  columns: number[];
  values: number[];
  most: number;
}

/** Adds columns and rows one by one. */
export class MipBuilder {
  readonly mip: Mip = { objective: [], lower: [], upper: [], integer: [], rows: [] };

  /** A column between 0 and 1. Gives its number. */
  column(objective: number, integer: boolean): number {
    const { mip } = this;
    mip.lower.push(0);
    mip.upper.push(1);
    mip.integer.push(integer);
    return mip.objective.push(objective) - 1;
  }

  /** A row from [column, value] pairs; columns may stand in any order, each once. */
  row(terms: readonly (readonly [column: number, value: number])[], most: number): void {
    this.mip.rows.push({
      columns: terms.map(([column]) => column),
      values: terms.map(([, value]) => value),
      most,
    });
  }
}
