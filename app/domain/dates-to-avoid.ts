import { addDays, dayNumber, type DateRange, type IsoDate } from "./calendar";
import { spokenDate } from "./spoken-date";

/** How many ranges a patient may give, and how far ahead, in days (app/facts/dates-to-avoid.json). */
export interface AvoidLimits {
  mostRanges: number;
  mostDaysAhead: number;
}

/** Why a range is not taken. */
export type AvoidFault = "past" | "order" | "far" | "many";

/** Adds days on which a patient cannot come, both included; ranges that meet become one, and those that are over go. */
export function withRange(
  held: readonly DateRange[],
  range: DateRange,
  today: IsoDate,
  { mostRanges, mostDaysAhead }: AvoidLimits,
): { ranges: DateRange[] } | { fault: AvoidFault } {
  if (range.to < range.from) return { fault: "order" };
  if (range.to < today) return { fault: "past" };
  if (dayNumber(range.to) - dayNumber(today) > mostDaysAhead) return { fault: "far" };
  const ranges = joined([...stillAhead(held, today), range]);
  return ranges.length > mostRanges ? { fault: "many" } : { ranges };
}

/** Takes a range back as it was shown; one that is not there changes nothing. */
export const withoutRange = (held: readonly DateRange[], { from, to }: DateRange, today: IsoDate) =>
  stillAhead(held, today).filter((one) => one.from !== from || one.to !== to);

/** The ranges that are not over. */
export const stillAhead = (held: readonly DateRange[], today: IsoDate): DateRange[] =>
  held.filter(({ to }) => to >= today);

/** Ranges in the order of the calendar; those that overlap or follow each other are one. */
export function joined(ranges: readonly DateRange[]): DateRange[] {
  const sorted = [...ranges].sort((a, b) => a.from.localeCompare(b.from));
  const found: DateRange[] = [];
  for (const range of sorted) {
    const last = found.at(-1);
    if (last && range.from <= addDays(last.to, 1)) last.to = range.to > last.to ? range.to : last.to;
    else found.push({ ...range });
  }
  return found;
}

/** The range within which a date falls; null: the patient can come on it, as far as is known. */
export const rangeAgainst = (ranges: readonly DateRange[], date: IsoDate): DateRange | null =>
  joined(ranges).find(({ from, to }) => from <= date && date <= to) ?? null;

/** Ranges in a sentence: `3 August to 17 August; 1 September`. */
export const rangesSpoken = (ranges: readonly DateRange[], beside: IsoDate): string =>
  ranges.map((range) => rangeSpoken(range, beside)).join("; ");

/** One range as it is said. */
export const rangeSpoken = ({ from, to }: DateRange, beside: IsoDate): string =>
  from === to ? spokenDate(from, beside) : `${spokenDate(from, beside)} to ${spokenDate(to, beside)}`;
