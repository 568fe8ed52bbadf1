import { DateTime } from "luxon";
import { clockTime, dayNumber, type ClockTime, type IsoDate } from "../calendar";

const LONDON = "Europe/London";

/** The minute of a day, as the clock in London shows it, of an instant; the next day's go on above 1,440. */
export function dayMinute(instant: string, date: IsoDate): number {
  const at = DateTime.fromISO(instant, { zone: LONDON });
  const days = dayNumber(at.toISODate()!) - dayNumber(date);
  return days * 24 * 60 + at.hour * 60 + at.minute;
}

/** A minute of a day as people read it; past midnight it says so: `00:37 the next day`. */
export function dayClock(minute: number): string {
  const day = 24 * 60;
  return minute < day ? clockTime(minute) : `${clockTime(minute % day)} the next day`;
}

/** The instant, as UTC text, of a clock time in London on a date. */
export function instantOf(date: IsoDate, time: ClockTime): string {
  return DateTime.fromISO(`${date}T${time}`, { zone: LONDON }).toUTC().toISO()!;
}
