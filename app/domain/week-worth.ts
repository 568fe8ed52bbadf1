import { caseMeasures, scoredEntry, scoredSession } from "./case-points";
import type { ProcedureFlags } from "./day-case-hub";
import { addList, noMeasures, scoreOf } from "./measures";
import type { Measures, Policy } from "./policy";
import { sessionLength, turnaroundOf } from "./session-time";
import type { TheatreSession } from "./theatre";
import type { Horizon } from "./urgency";
import { listMinutes } from "./utilisation";
import type { WaitingListEntry } from "./waiting-list";

/** One list of a week, as its score sees it. */
export interface WorthList {
  session: TheatreSession;
  entries: readonly WaitingListEntry[];
}

/** What lists are worth by the file contract's score, whoever made them. */
export function weekWorth(
  lists: readonly WorthList[],
  policy: Policy,
  horizon: Horizon,
  flagsOf: (entry: WaitingListEntry) => ProcedureFlags,
): { score: number; measures: Measures } {
  const measures = noMeasures();
  for (const { session, entries } of lists) {
    const { planned } = listMinutes(
      entries.map(({ minutes }) => minutes),
      turnaroundOf(session, policy),
    );
    const at = scoredSession(session);
    const cases = entries.map((entry) =>
      caseMeasures(scoredEntry(entry, flagsOf(entry), policy, horizon), at, policy),
    );
    addList(measures, planned, sessionLength(session), cases);
  }
  return { score: scoreOf(measures, policy.weights), measures };
}
