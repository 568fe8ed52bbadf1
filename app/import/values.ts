import { isoDateOf } from "./dates";
import type { DateRange, IsoDate } from "~/domain/calendar";
import type { Row } from "./row";

/*
 * Readers of one cell. Each answers null (a list: empty) for an empty cell, and for a filled one that it cannot read,
 * after it has rejected the row.
 */

/** The text of a cell, null when it is empty. */
export function textOrNull(row: Row, column: string): string | null {
  return row.text(column) || null;
}

export function date(row: Row, column: string): IsoDate | null {
  const text = row.text(column);
  if (text === "") return null;
  const read = isoDateOf(text);
  if (read.date === null) row.unreadable(column, read.why);
  return read.date;
}

/** One of a list of words, capitals aside. */
export function word<T extends string>(row: Row, column: string, words: readonly T[]): T | null {
  const text = row.text(column);
  if (text === "") return null;
  const found =
    words.find((each) => each === text) ?? words.find((each) => each.toLowerCase() === text.toLowerCase());
  if (found === undefined) row.unreadable(column);
  return found ?? null;
}

/** Y or N. */
export function yesNo(row: Row, column: string): boolean | null {
  const answer = word(row, column, ["Y", "N"]);
  return answer === null ? null : answer === "Y";
}

/** A whole number of at most six digits, from `least` on. */
export function wholeNumber(row: Row, column: string, least: number, most = 999_999): number | null {
  const text = row.text(column);
  if (text === "") return null;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  row.unreadable(column);
  return null;
}

/** Texts separated by semicolons; empty ones are left out, repeated ones kept once. */
export function list(row: Row, column: string): string[] {
  const text = row.text(column);
  if (text === "") return [];
  const parts = text.split(";").map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ""))];
}

/** Words of a list separated by semicolons, capitals aside. */
export function wordList<T extends string>(row: Row, column: string, words: readonly T[]): T[] {
  const read = list(row, column).map((part) =>
    words.find((each) => each.toLowerCase() === part.toLowerCase()),
  );
  const known = read.filter((each) => each !== undefined);
  if (known.length < read.length || (read.length === 0 && row.text(column) !== "")) row.unreadable(column);
  return [...new Set(known)];
}

const DATE = String.raw`(\d{4}-\d\d-\d\d|\d\d/\d\d/\d{4})`;
const RANGE = new RegExp(String.raw`^${DATE}\s*/\s*${DATE}$`);

/** Ranges `from/to` separated by semicolons, both days included. */
export function dateRanges(row: Row, column: string): DateRange[] {
  const ranges: DateRange[] = [];
  for (const part of list(row, column)) {
    const range = dateRange(part);
    if (typeof range !== "string") ranges.push(range);
    else row.unreadable(column, range);
  }
  return ranges;
}

/** The range, or why there is none. */
function dateRange(text: string): DateRange | string {
  const parts = RANGE.exec(text);
  if (!parts) return `“${text}” is not a range of dates`;
  const from = isoDateOf(parts[1]!);
  const to = isoDateOf(parts[2]!);
  if (from.date === null) return from.why;
  if (to.date === null) return to.why;
  return from.date <= to.date ? { from: from.date, to: to.date } : `“${text}” ends before it begins`;
}
