import type { IsoDate } from "~/domain/calendar";
import type { Fault } from "~/domain/fault";

/** What a reader of a file must know besides its bytes. */
export interface ReadContext {
  /** Name of the file as the person knows it; every fault carries it. */
  file: string;
  /** The day on which the plan is made: nobody is born after it. */
  planDate: IsoDate;
  /** Called for each row that stands with its filled cells of unknown columns, so that they can be kept. */
  keepUnknown?: (row: number, cells: Record<string, string>) => void;
}

/** What became of a table. Row and value of each fault are in the `Fault`. */
export interface ReadResult<T> {
  rows: T[];
  /** Faults of rows that were left out; a row may have several. */
  rejected: Fault[];
  /** Doubtful values of rows that stand. */
  warnings: Fault[];
  /** Not empty: the file as a whole is refused, and `rows` is empty. */
  refused: Fault[];
  /** Known columns that the file has. A column that is not here says nothing about its values. */
  columns: string[];
  /** Columns of the file that no rule reads, as the header spells them. */
  unknownColumns: string[];
}

const LONGEST_VALUE = 100;

/** A fault with its value cut to 100 characters. */
export function faultAt(file: string, row: number, column: string, value: string, message: string): Fault {
  return { file, row, column, value: cut(value), message };
}

/** A fault of the file as a whole (row 0). */
export function faultOfFile(file: string, message: string, value = ""): Fault {
  return faultAt(file, 0, "", value, message);
}

/** The result of a file that is refused as a whole. */
export function refusedFile<T>(refused: Fault[]): ReadResult<T> {
  return { rows: [], rejected: [], warnings: [], refused, columns: [], unknownColumns: [] };
}

function cut(value: string): string {
  return value.length <= LONGEST_VALUE ? value : value.slice(0, LONGEST_VALUE - 1) + "…";
}
