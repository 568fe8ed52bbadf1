import type { DateRange, IsoDate } from "~/domain/calendar";
import table from "./bank-holidays.json";

const days: Record<string, string> = table.days;
export const BANK_HOLIDAYS_SOURCE = {
  what: table.what,
  source: table.source,
  confidence: table.confidence,
  years: table.years as Record<string, "found" | "derived">,
};

/** The name of the bank holiday in England on a date; null: it is none, or its year is not in the table. */
export function bankHoliday(date: IsoDate): string | null {
  return days[date] ?? null;
}

/** The bank holidays of a span, both days included. */
export function bankHolidaysWithin({ from, to }: DateRange): { date: IsoDate; name: string }[] {
  return Object.entries(days)
    .filter(([date]) => date >= from && date <= to)
    .map(([date, name]) => ({ date, name }));
}

/** The last day that the table knows of. */
export const BANK_HOLIDAYS_UNTIL: IsoDate = `${Object.keys(table.years).sort().at(-1)}-12-31`;
