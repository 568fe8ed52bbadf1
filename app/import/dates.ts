import type { ClockTime, IsoDate } from "~/domain/calendar";

const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;
/** As UK extracts write it; the month never comes first. */
const UK = /^(\d\d)\/(\d\d)\/(\d{4})$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const FIRST_YEAR = 1800;

/** A date that was read, or the reason why not. */
export type DateRead = { date: IsoDate } | { date: null; why: string };

/** Reads `YYYY-MM-DD` and `DD/MM/YYYY`. */
export function isoDateOf(text: string): DateRead {
  const iso = ISO.exec(text);
  if (iso) return calendarDate(iso[1]!, iso[2]!, iso[3]!);
  const uk = UK.exec(text);
  if (uk) return calendarDate(uk[3]!, uk[2]!, uk[1]!);
  return { date: null, why: "This is not a date" };
}

/** Reads `HH:MM`; null when it is no time of day. */
export function clockTimeOf(text: string): ClockTime | null {
  return CLOCK.test(text) ? text : null;
}

function calendarDate(year: string, month: string, day: string): DateRead {
  if (+month < 1 || +month > 12) return { date: null, why: `There is no month ${month}` };
  if (+year < FIRST_YEAR) return { date: null, why: `The year ${year} is too early` };
  const isDay = +day >= 1 && +day <= daysOfMonth(+year, +month);
  return isDay
    ? { date: `${year}-${month}-${day}` }
    : { date: null, why: `There is no such day in ${month}/${year}` };
}

function daysOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
