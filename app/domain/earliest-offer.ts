import type { ClockTime, IsoDate } from "./calendar";
import { OVERRUN_TOLERANCE, overrunProbability } from "./overrun";

/** A list as it stood when an offer was looked for. Minutes; `variance` in minutes squared. */
export interface ListSeen {
  cases: number;
  mean: number;
  variance: number;
  length: number;
  turnaround: number;
  maxCases: number | null;
}

/** A session that was looked at, and why it took the patient or did not. */
export interface SessionSeen {
  sessionId: string;
  date: IsoDate;
  start: ClockTime;
  theatre: string;
  site: string;
  list: ListSeen;
  /** Minutes that one more case could have. */
  freeMinutes: number;
  /** The rule that stood against it beside notice and the list's own room; empty: none. */
  reason: string;
  /** The same in words, with amounts. */
  sentence: string;
}

/** What was known when the earliest reasonable offer date of an entry was worked out: enough to work it out again. */
export interface OfferSeen {
  /** The day on which it was asked. */
  asOf: IsoDate;
  /** Days of notice that make an offer reasonable, and how many weeks from then on were looked at. */
  noticeDays: number;
  weeks: number;
  /** From the first day with notice to the last that was looked at. */
  from: IsoDate;
  until: IsoDate;
  minutes: number;
  minutesDeviation: number;
  overrunProbabilityMax: number;
  /** Why nothing could be offered whatever the session, in words; empty: only sessions decided. */
  everywhere: string;
  sessions: SessionSeen[];
}

/** The earliest reasonable offer: the first session that would have taken the patient; null: none did. */
export interface EarliestOffer {
  sessionId: string;
  date: IsoDate;
}

/**
 * Works the earliest reasonable offer out from what was seen, so that any past one can be replayed: the first session in
 * time with the notice that is owed (reasonable offers: at least so many days ahead, whether or not the patient would
 * come at shorter notice), no rule against it and room on its list.
 * Source of the notice: app/facts/workspace-settings.json, noticeDays.
 */
export function earliestOffer(seen: OfferSeen): EarliestOffer | null {
  if (seen.everywhere !== "") return null;
  const inTime = seen.sessions.filter(({ date }) => date >= seen.from);
  const open = inTime.filter(({ reason, list }) => reason === "" && hasRoom(list, seen));
  open.sort((a, b) => compare(`${a.date} ${a.start} ${a.sessionId}`, `${b.date} ${b.start} ${b.sessionId}`));
  const [first] = open;
  return first ? { sessionId: first.sessionId, date: first.date } : null;
}

/** Whether a list has room for one more case, by number, minutes and the probability that it runs over. */
export function hasRoom(
  { cases, mean, variance, length, turnaround, maxCases }: ListSeen,
  entry: Pick<OfferSeen, "minutes" | "minutesDeviation" | "overrunProbabilityMax">,
): boolean {
  if (maxCases !== null && cases >= maxCases) return false;
  const room = length - turnaround * cases;
  const total = mean + entry.minutes;
  if (total > room) return false;
  if (cases === 0) return true;
  const spread = variance + entry.minutesDeviation * entry.minutesDeviation;
  return overrunProbability(total, spread, room) <= entry.overrunProbabilityMax + OVERRUN_TOLERANCE;
}

/** Minutes that one more case could have on a list, by minutes alone. */
export function freeMinutes({ cases, mean, length, turnaround }: ListSeen): number {
  return Math.max(0, length - mean - turnaround * cases);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
