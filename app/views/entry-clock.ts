import type { IsoDate } from "~/domain/calendar";
import { BREACH_WEEKS, breachDate, weeksWaited, type BreachWeeks } from "~/domain/rtt-clock";
import { rttStatusCode } from "~/facts/rtt-status-codes";

/** A milestone of the wait and the date on which it is reached. */
export interface Milestone {
  weeks: BreachWeeks;
  date: IsoDate;
  passed: boolean;
}

/** The RTT clock of an entry as of a day. */
export interface EntryClock {
  start: IsoDate;
  weeks: number;
  /** The standard (18 weeks), a year, and the next milestone ahead. */
  milestones: Milestone[];
  /** What the RTT status says, in words; empty when it is not known. */
  status: string;
}

/** The standard and the long-wait milestone that are always shown. */
const ALWAYS: readonly BreachWeeks[] = [18, 52];

export function entryClock(start: IsoDate, day: IsoDate, rttStatus: string): EntryClock {
  const weeks = weeksWaited(start, day);
  const next = BREACH_WEEKS.find((milestone) => milestone > weeks);
  const shown = BREACH_WEEKS.filter((milestone) => ALWAYS.includes(milestone) || milestone === next);
  return {
    start,
    weeks,
    milestones: shown.map((milestone) => ({
      weeks: milestone,
      date: breachDate(start, milestone),
      passed: weeks >= milestone,
    })),
    status:
      rttStatus === "" ? "" : `${rttStatus}: ${rttStatusCode(rttStatus)?.description ?? "unknown code"}`,
  };
}
