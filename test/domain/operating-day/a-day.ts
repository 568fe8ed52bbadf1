import { minutesOfDay, type ClockTime } from "~/domain/calendar";
import type { CaseMoment, CaseTimes } from "~/domain/operating-day/moments";
import type { DayCase, DayList } from "~/domain/operating-day/outlook";

/** Clock times of moments as minutes. */
export function times(of: Partial<Record<CaseMoment, ClockTime>>): CaseTimes {
  return Object.fromEntries(Object.entries(of).map(([moment, time]) => [moment, minutesOfDay(time)]));
}

/** A case of 60 minutes, give or take 20, of which nothing has happened. */
export function aCase(entry: string, of: Partial<DayCase> = {}): DayCase {
  return { entry, minutes: 60, minutesDeviation: 20, times: {}, ...of };
}

/** A morning list from 08:30 to 12:30 with ten minutes between cases. */
export function aDay(cases: readonly DayCase[], of: Partial<DayList> = {}): DayList {
  const waking = { minutes: 10, minutesDeviation: 5 };
  return { start: 510, end: 750, turnaround: 10, cases, waking, ...of };
}
