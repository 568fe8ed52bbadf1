/** Rows of whole numbers of different lengths: row r is items[start[r]] up to items[start[r + 1]]. */
export interface Rows {
  start: Int32Array;
  items: Int32Array;
}

/** Puts item i into row keys[i], in the order given. Keys are 0 to `rows` - 1. */
export function rowsOf(rows: number, keys: ArrayLike<number>, items: ArrayLike<number>): Rows {
  const start = new Int32Array(rows + 1);
  for (let i = 0; i < keys.length; i++) start[keys[i]! + 1]!++;
  for (let r = 0; r < rows; r++) start[r + 1]! += start[r]!;
  const [next, sorted] = [start.slice(), new Int32Array(keys.length)];
  for (let i = 0; i < keys.length; i++) sorted[next[keys[i]!]!++] = items[i]!;
  return { start, items: sorted };
}

/** The same rows from nested lists. */
export function rowsFrom(rows: readonly (readonly number[])[]): Rows {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (start[at + 1] = start[at]! + row.length));
  return { start, items: Int32Array.from(rows.flat()) };
}
