import type { Fault } from "~/domain/fault";
import { readText } from "./bytes";
import { readHeader, type Column, type Header } from "./columns";
import { readRecords, type BrokenRecord } from "./records";
import { faultAt, faultOfFile, refusedFile, type ReadContext, type ReadResult } from "./result";
import { Row, type RowTable } from "./row";
import { otherSeparator } from "./separators";

/** With more faults than this something is wrong with the file, not with its rows. */
const MOST_FAULTS = 500_000;
/** Twice what a spreadsheet holds. */
const MOST_ROWS = 2_000_000;

const BROKEN: Record<BrokenRecord, string> = {
  unterminated:
    'A quotation mark (") that opens a cell of this row is never closed: close it or take it away.',
  misplaced:
    'A quotation mark (") stands inside a quoted cell of this row: write it twice ("") or take it away.',
  long: "This row is longer than a million characters: is a line break missing?",
};

/**
 * Reads a table with a header line. `readRow` makes a value of one row; what it answers for a row that it has given
 * faults is thrown away.
 */
export function readTable<T>(
  bytes: Uint8Array,
  context: ReadContext,
  columns: readonly Column[],
  readRow: (row: Row) => T,
): ReadResult<T> {
  const { text, refused } = readText(bytes, context.file);
  if (refused) return refusedFile(refused);
  const separator = otherSeparator(text, columns, context.file);
  if (separator) return refusedFile([separator]);
  return new TableReader(context, columns, readRow).read(text);
}

class TableReader<T> {
  private readonly result: ReadResult<T> = refusedFile([]);
  private readonly columnsByName: Map<string, Column>;
  private table: RowTable | null = null;
  private rowsSeen = 0;

  constructor(
    private readonly context: ReadContext,
    private readonly columns: readonly Column[],
    private readonly readRow: (row: Row) => T,
  ) {
    this.columnsByName = new Map(columns.map((column) => [column.name, column]));
  }

  read(text: string): ReadResult<T> {
    const whole = readRecords(text, {
      record: (cells, row) => this.record(cells, row),
      broken: (row, fault) => this.broken(row, fault),
    });
    if (!whole) this.refuse("100 rows cannot be divided into cells: export the file again.");
    if (this.isRefused) return refusedFile(this.result.refused);
    if (!this.table) return refusedFile([faultOfFile(this.context.file, "The file holds no header line.")]);
    if (this.rowsSeen === 0)
      this.result.warnings.push(faultOfFile(this.context.file, "The file holds a header line and no rows."));
    return this.result;
  }

  private get isRefused(): boolean {
    return this.result.refused.length > 0;
  }

  /** Answers whether the file is still worth reading. */
  private record(cells: string[], row: number): boolean {
    if (this.isRefused) return false;
    if (row > MOST_ROWS)
      this.refuse(`The file has more than ${MOST_ROWS} rows, blank ones included: is it the right one?`);
    else if (cells.some((cell) => cell.trim() !== "")) this.filledRecord(cells, row);
    return !this.isRefused;
  }

  private filledRecord(cells: string[], row: number): void {
    if (this.table) this.tableRow(this.table, cells, row);
    else this.headerLine(cells, row);
  }

  private broken(row: number, fault: BrokenRecord): void {
    this.rowsSeen++;
    const list = this.table ? this.result.rejected : this.result.refused;
    list.push(faultAt(this.context.file, row, "", "", BROKEN[fault]));
  }

  private headerLine(cells: string[], row: number): void {
    const { header, refused } = readHeader(cells, row, this.columns, this.context.file);
    this.table = { file: this.context.file, header, columns: this.columnsByName };
    this.result.refused.push(...refused);
    this.result.columns = [...header.at.keys()];
    this.result.unknownColumns = header.unknown.map(([, name]) => name);
  }

  private tableRow(table: RowTable, cells: string[], number: number): void {
    this.rowsSeen++;
    const count = wrongCount(table.header, cells);
    if (count) return this.reject([faultAt(table.file, number, "", count.value, count.message)]);
    const row = new Row(table, number, cells);
    row.checkFilled();
    const value = this.readRow(row);
    if (row.faults.length > 0) return this.reject(row.faults);
    this.result.rows.push(value);
    this.warn(row.warnings);
    if (this.context.keepUnknown && table.header.unknown.length > 0)
      this.context.keepUnknown(number, row.unknownCells());
  }

  /** Past the limit the last warning says that there are more: the rows stand all the same. */
  private warn(warnings: Fault[]): void {
    const left = MOST_FAULTS - this.result.warnings.length;
    if (left <= 0 || warnings.length === 0) return;
    this.result.warnings.push(...warnings.slice(0, left));
    if (warnings.length >= left)
      this.result.warnings.push(
        faultOfFile(this.context.file, "There are more warnings, which are not listed."),
      );
  }

  private reject(faults: Fault[]): void {
    this.result.rejected.push(...faults);
    if (this.result.rejected.length > MOST_FAULTS)
      this.refuse(`The file has more than ${MOST_FAULTS} faults: is it the right one?`);
  }

  private refuse(message: string): void {
    this.result.refused.push(faultOfFile(this.context.file, message));
  }
}

/** Too many or too few cells: a comma too much or a line cut off, after which no cell stands under its name. */
function wrongCount(header: Header, cells: string[]): { value: string; message: string } | null {
  const { width } = header;
  if (cells.length < width) {
    const message = `The row has ${cells.length} cells and the header ${width}: expected as many. Is the line cut off?`;
    return { value: cells.at(-1) ?? "", message };
  }
  const filled = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (filled <= width) return null;
  const message = `The row has ${filled} cells and the header ${width}: expected as many. Is a comma not in quotation marks?`;
  return { value: cells[width] ?? "", message };
}
