import type { Fault } from "~/domain/fault";
import { csvText } from "./csv";

/** The faults of an import as a table that a person works through beside the file. Row 0 is the file as a whole. */
export function faultsCsv(faults: readonly Fault[]): string {
  return csvText(
    ["file", "row", "column", "value", "message"],
    faults.map(({ file, row, column, value, message }) => [
      file,
      row === 0 ? "" : String(row),
      column,
      value,
      message,
    ]),
  );
}
