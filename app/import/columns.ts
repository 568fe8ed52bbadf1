import type { Fault } from "~/domain/fault";
import { cellText, columnLetter } from "./cells";
import { nearestName } from "./nearest";
import { faultAt } from "./result";

/** One column that a reader knows. */
export interface Column {
  name: string;
  /** filled: the column must be there and no row may leave it empty; present: it must be there; no: it may lack. */
  must: "filled" | "present" | "no";
  /** What a filled cell holds, after "expected". */
  expected: string;
}

/** Where the known columns of a file stand. */
export interface Header {
  row: number;
  /** Cell index by column name. */
  at: Map<string, number>;
  /** Number of cells of the header, those without a name at its end left out. */
  width: number;
  /** Cell indexes and names of columns that no rule reads. */
  unknown: [index: number, name: string][];
}

const LONGEST_NAME = 200;
const MOST_COLUMNS = 2000;

/** Finds the known columns by name, in any order and in capitals or not; faults refuse the file. */
export function readHeader(
  cells: string[],
  row: number,
  columns: readonly Column[],
  file: string,
): { header: Header; refused: Fault[] } {
  if (cells.length > MOST_COLUMNS) return { header: emptyHeader(row), refused: [tooMany(cells, row, file)] };
  const names = cells.map((cell) => cellText(cell).slice(0, LONGEST_NAME));
  const known = new Map(columns.map((column) => [column.name.toUpperCase(), column.name]));
  const header: Header = { ...emptyHeader(row), width: filledWidth(names) };
  const refused: Fault[] = [];
  names.slice(0, header.width).forEach((name, index) => {
    const column = known.get(name.toUpperCase());
    const earlier = column === undefined ? undefined : header.at.get(column);
    if (column === undefined) header.unknown.push([index, ownName(name, index, names)]);
    else if (earlier === undefined) header.at.set(column, index);
    else refused.push(faultAt(file, row, column, name, repeated(earlier, index)));
  });
  refused.push(...missing(header, columns, file));
  return { header, refused };
}

function emptyHeader(row: number): Header {
  return { row, at: new Map(), width: 0, unknown: [] };
}

function tooMany(cells: string[], row: number, file: string): Fault {
  const message = `The header has ${cells.length} columns: expected at most ${MOST_COLUMNS}. Is a line break missing?`;
  return faultAt(file, row, "", cells[0] ?? "", message);
}

/** A column without a name, or with one that stands earlier, is known by its letter. */
function ownName(name: string, index: number, names: string[]): string {
  if (name === "") return `Column ${columnLetter(index)}`;
  return names.indexOf(name) < index ? `${name} (column ${columnLetter(index)})` : name;
}

function filledWidth(names: string[]): number {
  return names.findLastIndex((name) => name !== "") + 1;
}

function repeated(first: number, second: number): string {
  const where = `columns ${columnLetter(first)} and ${columnLetter(second)}`;
  return `The header names this column twice, in ${where}: expected once. Delete or rename one of them.`;
}

function missing(header: Header, columns: readonly Column[], file: string): Fault[] {
  const lacking = columns.filter((column) => column.must !== "no" && !header.at.has(column.name));
  const strangers = header.unknown.map(([, name]) => name);
  return lacking.map((column) => {
    const near = nearestName(column.name, strangers);
    const hint = near ? ` Is it the column “${near}”?` : "";
    return faultAt(
      file,
      header.row,
      column.name,
      "",
      `The column is missing: expected ${column.expected}.${hint}`,
    );
  });
}
