/** A date of the calendar as text, `YYYY-MM-DD`. Texts compare as dates do. */
export type IsoDate = string;
/** A time of day as text, `HH:MM`, Europe/London. */
export type ClockTime = string;
/** Days since 1 January 1970: dates as whole numbers, so that rules can add and subtract them. */
export type DayNumber = number;

/** A range of dates, both days included. */
export interface DateRange {
  from: IsoDate;
  to: IsoDate;
}

const DAY_MILLISECONDS = 86_400_000;

/** The day number of a valid ISO date. A calendar date has no zone, so no clock change touches it. */
export function dayNumber(date: IsoDate): DayNumber {
  return Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / DAY_MILLISECONDS;
}

/** The ISO date of a day number. */
export function isoDate(day: DayNumber): IsoDate {
  return new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The date `days` after (or, negative, before) `date`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDate(dayNumber(date) + days);
}

/** The Monday on or before `date`. */
export function mondayOf(date: IsoDate): IsoDate {
  const day = dayNumber(date);
  return isoDate(day - ((((day + 3) % 7) + 7) % 7));
}

/** Whole weeks from `from` to `to`, rounded down; negative when `to` is earlier. */
export function wholeWeeks(from: IsoDate, to: IsoDate): number {
  return Math.floor((dayNumber(to) - dayNumber(from)) / 7);
}

/** Minutes since midnight of a clock time. */
export function minutesOfDay(time: ClockTime): number {
  return +time.slice(0, 2) * 60 + +time.slice(3, 5);
}

/** Clock time of minutes since midnight; a case that runs past midnight shows hours above 23. */
export function clockTime(minutes: number): ClockTime {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
