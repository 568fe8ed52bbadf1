import { addDays, dayNumber, minutesOfDay, type ClockTime, type DateRange, type IsoDate } from "../calendar";
import type { Funding } from "../session-event";
import type { Anaesthetic } from "../waiting-list";

/** A recurring session of the master theatre schedule. */
export interface SessionTemplate {
  id: string;
  organisation: string;
  site: string;
  theatre: string;
  /** ISO weekday, 1 Monday to 7 Sunday. */
  weekday: number;
  /** Which of the month's days of that name, 1 to 5; empty: every week. */
  weeksOfMonth: number[];
  validFrom: IsoDate;
  /** Its last day; null: it goes on. */
  validUntil: IsoDate | null;
  start: ClockTime;
  end: ClockTime;
  treatmentFunctions: string[];
  surgeons: string[];
  anaesthetist: string;
  anaesthetics: Anaesthetic[];
  paediatric: boolean;
  equipment: string[];
  maxCases: number | null;
  heldMinutes: number;
  funding: Funding;
  visitingTeam: string;
  revision: number;
}

/** ISO weekday of a date, 1 Monday to 7 Sunday. */
export function weekdayOf(date: IsoDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Which of its month's days of that name a date is: the 8th is the second of its weekday, the 29th the fifth. */
export function weekOfMonth(date: IsoDate): number {
  return Math.ceil(Number(date.slice(8, 10)) / 7);
}

type When = Pick<SessionTemplate, "weekday" | "weeksOfMonth" | "validFrom" | "validUntil">;

/** Whether a template's weekday and weeks of the month fall on a date, whatever its validity. */
export function fallsOn({ weekday, weeksOfMonth }: When, date: IsoDate): boolean {
  if (weekdayOf(date) !== weekday) return false;
  return weeksOfMonth.length === 0 || weeksOfMonth.includes(weekOfMonth(date));
}

/** Whether a template has a session on a date; its first and last day belong to it. */
export function runsOn(template: When, date: IsoDate): boolean {
  const { validFrom, validUntil } = template;
  return date >= validFrom && (validUntil === null || date <= validUntil) && fallsOn(template, date);
}

/** The dates of a span on which a weekday falls, both ends included. */
export function weekdayDates({ from, to }: DateRange, weekday: number): IsoDate[] {
  const dates: IsoDate[] = [];
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7);
  for (let date = first; date <= to; date = addDays(date, 7)) dates.push(date);
  return dates;
}

/** Within so many weeks each weekday has been the first to the fifth of some month. */
const EVERY_PATTERN_WEEKS = 60;

type Place = When & Pick<SessionTemplate, "site" | "theatre" | "start" | "end">;

/**
 * The first date on which two templates would hold one theatre at the same time; null: never. One that ends when the
 * other starts does not hold it.
 */
export function firstClash(a: Place, b: Place): IsoDate | null {
  const samePlace = a.site === b.site && a.theatre === b.theatre && a.weekday === b.weekday;
  if (!samePlace || a.start >= b.end || b.start >= a.end) return null;
  const from = a.validFrom > b.validFrom ? a.validFrom : b.validFrom;
  const to = addDays(from, 7 * EVERY_PATTERN_WEEKS);
  return weekdayDates({ from, to }, a.weekday).find((date) => runsOn(a, date) && runsOn(b, date)) ?? null;
}

/** Minutes of its sessions that may be filled. */
export function templateLength({
  start,
  end,
  heldMinutes,
}: Pick<SessionTemplate, "start" | "end" | "heldMinutes">) {
  return minutesOfDay(end) - minutesOfDay(start) - heldMinutes;
}
