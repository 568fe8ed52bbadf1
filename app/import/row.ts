import type { Fault } from "~/domain/fault";
import { cellText } from "./cells";
import type { Column, Header } from "./columns";
import { faultAt } from "./result";

/** The table that a row stands in. */
export interface RowTable {
  file: string;
  header: Header;
  columns: Map<string, Column>;
}

/** One row of a table while it is read: its cells by column name, and what is wrong with them. */
export class Row {
  readonly faults: Fault[] = [];
  readonly warnings: Fault[] = [];

  constructor(
    private readonly table: RowTable,
    /** As a spreadsheet shows it. */
    readonly number: number,
    private readonly cells: string[],
  ) {}

  /** The text of a cell; empty when the cell or its column is not there. */
  text(column: string): string {
    const at = this.table.header.at.get(column);
    const raw = at === undefined ? undefined : this.cells[at];
    return raw ? cellText(raw) : "";
  }

  /** Rejects the row because of one cell. */
  fault(column: string, message: string): void {
    this.faults.push(faultAt(this.table.file, this.number, column, this.text(column), message));
  }

  /** Rejects the row because a filled cell cannot be read; says what the column holds. */
  unreadable(column: string, why = "This cannot be read"): void {
    this.fault(column, `${why}: expected ${this.table.columns.get(column)!.expected}.`);
  }

  /** Marks a doubtful value of a row that stands. */
  warn(column: string, message: string): void {
    this.warnings.push(faultAt(this.table.file, this.number, column, this.text(column), message));
  }

  /** Rejects the row for every cell that must be filled and is not. */
  checkFilled(): void {
    for (const column of this.table.columns.values())
      if (column.must === "filled" && this.text(column.name) === "")
        this.fault(column.name, `This is empty: expected ${column.expected}.`);
  }

  /** The filled cells of columns that no rule reads, by the name in the header. */
  unknownCells(): Record<string, string> {
    const filled = this.table.header.unknown
      .map(([index, name]): [string, string] => [name, cellText(this.cells[index] ?? "")])
      .filter(([, text]) => text !== "");
    return Object.fromEntries(filled);
  }
}
