import { addDays, wholeWeeks, type IsoDate } from "./calendar";

/**
 * Weeks that a wait is measured against: the RTT standard (18), the weeks the score counts from (26, 40), and the
 * long-wait milestones (52, 65, 78, 104). Source: NHS England elective recovery plan, 2022.
 */
export const BREACH_WEEKS = [18, 26, 40, 52, 65, 78, 104] as const;
export type BreachWeeks = (typeof BREACH_WEEKS)[number];

/** Whole weeks waited from the clock start to a date. */
export function weeksWaited(clockStart: IsoDate, on: IsoDate): number {
  return wholeWeeks(clockStart, on);
}

/** The highest milestone that a wait of so many whole weeks has reached; null under 18 weeks. */
export function breachBand(weeks: number): BreachWeeks | null {
  return BREACH_WEEKS.findLast((milestone) => weeks >= milestone) ?? null;
}

/** The first date on which the wait has reached the milestone. */
export function breachDate(clockStart: IsoDate, milestone: BreachWeeks): IsoDate {
  return addDays(clockStart, 7 * milestone);
}
