import type { ClockTime, DateRange, IsoDate } from "./calendar";
import type { MeasureName, Policy } from "./policy";
import type { ResourcePeriod, SharedResource, TheatreSession } from "./theatre";
import type { WaitingListEntry } from "./waiting-list";

/** One thing that is otherwise in a what-if than in the live week. Dates are both included. */
export type ScenarioChange =
  | ({ kind: "loseTheatre"; site: string; theatre: string } & DateRange)
  | ({ kind: "loseSurgeon"; surgeon: string } & DateRange)
  /** More (above 0) or less of a shared resource on each line of these dates; never below none. */
  | ({ kind: "resource"; site: string; resource: string; by: number } & DateRange)
  | { kind: "closeSession"; sessionId: string }
  /** A session more: like one of the week (specialty, surgeons, anaesthetics), on another date or in another theatre. */
  | {
      kind: "addSession";
      like: string;
      theatre: string;
      date: IsoDate;
      start: ClockTime;
      end: ClockTime;
    }
  | { kind: "weight"; measure: MeasureName; value: number }
  /** Probability that a list may run over, at most. */
  | { kind: "overrun"; value: number }
  /** Patients listed at a site accept another one too. */
  | { kind: "sites"; from: string; to: string };

/** What a change can be about. */
export type ScenarioChangeKind = ScenarioChange["kind"];

/** What a what-if changes of a week. */
export interface ScenarioWeek {
  sessions: TheatreSession[];
  resources: SharedResource[];
  policy: Policy;
  /** What an entry is in the what-if. */
  entry: (entry: WaitingListEntry) => WaitingListEntry;
}

/** A week with all changes of a what-if, one after the other. The week that comes in is not touched. */
export function scenarioWeek(
  week: Omit<ScenarioWeek, "entry">,
  changes: readonly ScenarioChange[],
): ScenarioWeek {
  const live: ScenarioWeek = { ...week, entry: (entry) => entry };
  return changes.reduce((so, change) => ({ ...so, ...changed(so, change) }), live);
}

function changed(week: ScenarioWeek, change: ScenarioChange): Partial<ScenarioWeek> {
  const { sessions, policy } = week;
  switch (change.kind) {
    case "loseTheatre":
      return { sessions: sessions.map((one) => (inTheatre(one, change) ? closed(one) : one)) };
    case "loseSurgeon":
      return {
        sessions: sessions.map((one) => (within(one.date, change) ? without(one, change.surgeon) : one)),
      };
    case "closeSession":
      return { sessions: sessions.map((one) => (one.sessionId === change.sessionId ? closed(one) : one)) };
    case "addSession":
      return { sessions: [...sessions, ...added(sessions, change)] };
    case "resource":
      return { resources: week.resources.map((line) => lineWith(line, change)) };
    case "weight":
      return { policy: { ...policy, weights: { ...policy.weights, [change.measure]: change.value } } };
    case "overrun":
      return { policy: { ...policy, overrunProbabilityMax: change.value } };
    case "sites":
      return { entry: (entry) => accepting(week.entry(entry), change) };
  }
}

const within = (date: IsoDate, { from, to }: DateRange) => date >= from && date <= to;

function inTheatre(
  session: TheatreSession,
  { site, theatre, ...dates }: { site: string; theatre: string } & DateRange,
) {
  return session.site === site && session.theatre === theatre && within(session.date, dates);
}

const closed = (session: TheatreSession): TheatreSession => ({ ...session, status: "closed" });

/** Without one of its surgeons; a session that has no other surgeon has nobody to operate. */
function without(session: TheatreSession, surgeon: string): TheatreSession {
  if (!session.surgeons.includes(surgeon)) return session;
  const surgeons = session.surgeons.filter((one) => one !== surgeon);
  return surgeons.length > 0 ? { ...session, surgeons } : { ...session, status: "unstaffed" };
}

/** Prefix of the identifiers of sessions that only a what-if has. */
export const ADDED_SESSION = "WHAT-IF-";

function added(
  sessions: readonly TheatreSession[],
  { like, theatre, date, start, end }: Extract<ScenarioChange, { kind: "addSession" }>,
): TheatreSession[] {
  const model = sessions.find(({ sessionId }) => sessionId === like);
  if (!model) return [];
  const number = sessions.filter(({ sessionId }) => sessionId.startsWith(ADDED_SESSION)).length + 1;
  const fresh = { sessionId: `${ADDED_SESSION}${number}`, status: "open" as const, heldMinutes: 0 };
  return [{ ...model, ...fresh, theatre, date, start, end }];
}

const PERIODS: Record<string, readonly ResourcePeriod[]> = {
  bed: ["night"],
  critical_care: ["night"],
  day_case_place: ["day"],
};

function lineWith(
  line: SharedResource,
  { site, resource, by, ...dates }: Extract<ScenarioChange, { kind: "resource" }>,
): SharedResource {
  const periods = PERIODS[resource] ?? ["am", "pm"];
  const isMeant =
    line.site === site &&
    line.resource === resource &&
    periods.includes(line.period) &&
    within(line.date, dates);
  return isMeant ? { ...line, quantity: Math.max(0, line.quantity + by) } : line;
}

function accepting(entry: WaitingListEntry, { from, to }: { from: string; to: string }): WaitingListEntry {
  const { listingSite, otherSites } = entry;
  if (listingSite !== from || otherSites.includes(to)) return entry;
  return { ...entry, otherSites: [...otherSites, to] };
}
