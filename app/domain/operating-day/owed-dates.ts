import { dayNumber, type IsoDate } from "../calendar";

/** How somebody who is owed a new date stands. */
export type OwedState = "late" | "dateTooLate" | "noDate" | "inTime";

/**
 * How an entry stands that is owed a date by `promisedBy`. late: that day has passed and no date kept it; dateTooLate:
 * the date it has is after it; noDate: it has none yet; inTime: its date keeps the promise.
 */
export function owedState(promisedBy: IsoDate, placedOn: IsoDate | null, today: IsoDate): OwedState {
  if (placedOn !== null && placedOn <= promisedBy) return "inTime";
  if (today > promisedBy) return "late";
  return placedOn === null ? "noDate" : "dateTooLate";
}

/** Days that are left until a promise is due; negative when it has passed. */
export function daysLeft(promisedBy: IsoDate, today: IsoDate): number {
  return dayNumber(promisedBy) - dayNumber(today);
}

const URGENCY: Record<OwedState, number> = { late: 0, dateTooLate: 1, noDate: 1, inTime: 2 };

/** Who must be seen to first: late ones, then those without a date in time, the first due first; kept ones last. */
export function owedOrder(
  a: { state: OwedState; promisedBy: IsoDate },
  b: { state: OwedState; promisedBy: IsoDate },
): number {
  return URGENCY[a.state] - URGENCY[b.state] || (a.promisedBy < b.promisedBy ? -1 : 1);
}
