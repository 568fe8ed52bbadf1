import { DateTime } from "luxon";
import type { ClockTime, IsoDate } from "./calendar";

/** The UTC instant of a time of day in London, `2026-07-01T07:30:00.000Z`. */
export function londonInstant(date: IsoDate, time: ClockTime): string {
  const local = DateTime.fromISO(`${date}T${time}`, { zone: "Europe/London" });
  return local.toUTC().toISO()!;
}

/** The day in London of an instant, given as UTC text. */
export const londonDate = (instant: string): IsoDate =>
  DateTime.fromISO(instant, { zone: "utc" }).setZone("Europe/London").toISODate()!;
