import type { Column } from "./columns";
import { refusedFile, type ReadContext, type ReadResult } from "./result";
import type { Row } from "./row";
import { readTable } from "./table";

/** Reads a table of which every row must be sound: one fault refuses the file, with all faults that it has. */
export function readWholeTable<T>(
  bytes: Uint8Array,
  context: ReadContext,
  columns: readonly Column[],
  readRow: (row: Row) => T,
): ReadResult<T> {
  const result = readTable(bytes, context, columns, readRow);
  return result.rejected.length > 0 ? refusedFile(result.rejected) : result;
}

/** Rejects a row whose key an earlier row has. */
export function rejectRepeatedKey(
  row: Row,
  rows: Map<string, number>,
  key: string,
  column: string,
  what: string,
): void {
  const earlier = rows.get(key);
  if (earlier === undefined) rows.set(key, row.number);
  else row.fault(column, `Row ${earlier} has the same ${what}: expected one line each.`);
}
