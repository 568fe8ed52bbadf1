import { dayNumber } from "./calendar";
import { dayCaseHubPoints, type ProcedureFlags } from "./day-case-hub";
import type { Policy } from "./policy";
import type { TheatreSession } from "./theatre";
import { urgencyOf, urgentClassOn, type Horizon, type Urgency } from "./urgency";
import type { WaitingListEntry } from "./waiting-list";
import { waitingPoints } from "./waiting-points";

/** What one placed case adds to the measures that are summed over cases, in the units of each measure. */
export interface CaseMeasures {
  urgent: number;
  waiting: number;
  dayCaseHub: number;
  /** Whole weeks from clock start to the session's date. */
  weeksWaited: number;
}

/** What the measures ask of an entry, worked out once for all its sessions. */
export interface ScoredEntry {
  urgency: Urgency;
  clockDay: number;
  nights: number;
  procedure: ProcedureFlags;
}

export function scoredEntry(
  entry: WaitingListEntry,
  procedure: ProcedureFlags,
  policy: Policy,
  horizon: Horizon,
): ScoredEntry {
  const urgency = urgencyOf(entry, policy, horizon);
  return { urgency, clockDay: dayNumber(entry.clockStart), nights: entry.nights, procedure };
}

/** The measures of placing the entry in the session. */
export function caseMeasures(scored: ScoredEntry, session: ScoredSession, policy: Policy): CaseMeasures {
  const weeks = Math.floor((session.day - scored.clockDay) / 7);
  const urgentClass = urgentClassOn(scored.urgency, session.date);
  return {
    urgent: urgentClass === null ? 0 : policy.urgentPoints[urgentClass],
    waiting: waitingPoints(weeks, policy.waitingBands),
    dayCaseHub: dayCaseHubPoints(scored.procedure, scored.nights, session.siteType),
    weeksWaited: weeks,
  };
}

/** A session with its date as a number too. */
export type ScoredSession = Pick<TheatreSession, "date" | "siteType"> & { day: number };

export function scoredSession({ date, siteType }: TheatreSession): ScoredSession {
  return { date, siteType, day: dayNumber(date) };
}
