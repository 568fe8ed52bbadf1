/**
 * A linear program over columns, each 0 or more: maximise points within rows. The neutral form in which engines are
 * asked; what rows and columns stand for is known to `master.ts` alone.
 */
export interface Program extends ProgramColumns, ProgramLimits {}

/** Columns: the entries of column c are `start[c]` up to `start[c + 1]`, rows rising. Points and amounts are whole. */
export interface ProgramColumns {
  points: Float64Array;
  start: Int32Array;
  rows: Int32Array;
  amounts: Float64Array;
}

/** What each row holds at least and at most; infinite where it has no such limit. */
export interface ProgramLimits {
  least: Float64Array;
  most: Float64Array;
}

/** One column: its points, and [row, amount] with rows rising. */
export interface ProgramColumn {
  points: number;
  entries: readonly (readonly [row: number, amount: number])[];
}

/** Columns in the form of a program. */
export function columnsOf(columns: readonly ProgramColumn[]): ProgramColumns {
  const start = new Int32Array(columns.length + 1);
  columns.forEach(({ entries }, at) => (start[at + 1] = start[at]! + entries.length));
  const entries = columns.flatMap((column) => column.entries);
  return {
    points: Float64Array.from(columns, ({ points }) => points),
    start,
    rows: Int32Array.from(entries, ([row]) => row),
    amounts: Float64Array.from(entries, ([, amount]) => amount),
  };
}

/** How far a value may be from 0 or 1 and still be read as that. */
const WHOLE = 1e-6;

/**
 * The columns that an engine's answer chooses, checked by nothing but the program: one value for each column, each 0 or
 * 1, every row kept. Null when any of this fails: such an answer is of no use.
 */
export function chosenColumns(program: Program, values: ArrayLike<number>): number[] | null {
  if (values.length !== program.points.length) return null;
  const chosen: number[] = [];
  for (let c = 0; c < values.length; c++) {
    const value = values[c]!;
    if (Math.abs(value - 1) <= WHOLE) chosen.push(c);
    else if (!(Math.abs(value) <= WHOLE)) return null;
  }
  return keepsRows(program, chosen) ? chosen : null;
}

function keepsRows(program: Program, chosen: readonly number[]): boolean {
  const held = new Float64Array(program.most.length);
  for (const c of chosen)
    for (let i = program.start[c]!; i < program.start[c + 1]!; i++)
      held[program.rows[i]!]! += program.amounts[i]!;
  return held.every((amount, row) => amount >= program.least[row]! && amount <= program.most[row]!);
}
