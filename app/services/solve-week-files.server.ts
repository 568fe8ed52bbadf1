import type { IsoDate } from "~/domain/calendar";
import type { PlannerFile, StoodPlace } from "~/domain/week-record";
import type { Policy } from "~/domain/policy";
import type { SharedResource } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { pinsCsv } from "~/export/pins";
import { policyJson } from "~/export/policy";
import { resourcesCsv } from "~/export/resources";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import type { HeldSession } from "~db/theatre-sessions";
import type { HeldEntry } from "~db/waiting-list";

/** Where an entry stands now by Hublist's own accepted plans. */
export interface StandingPlace {
  sessionId: string;
  date: IsoDate;
}

/** What a week is planned from, as the store holds it. */
export interface HeldWeek {
  week: IsoDate;
  entries: HeldEntry[];
  sessions: HeldSession[];
  resources: SharedResource[];
  policy: Policy;
  /** By id of the entry, whatever the week. */
  places: ReadonlyMap<string, StandingPlace>;
}

/** The planner's files of a week, by name, and the accepted places that they start from. */
export interface WeekFiles {
  files: Partial<Record<PlannerFile, string>>;
  stood: StoodPlace[];
}

/** Writes what the store holds of a week in the planner's own file format (docs/decisions/0012). */
export function weekFiles({ entries, sessions, resources, policy, places }: HeldWeek): WeekFiles {
  const ofWeek = new Set(sessions.map(({ session }) => session.sessionId));
  const inWeek = ({ sessionId }: StandingPlace) => ofWeek.has(sessionId);
  const placed = entries.map((held) => ({ ...held, place: places.get(held.id) }));
  const rows = placed.map(({ entry, place }) => (place ? placedEntry(entry, place, inWeek(place)) : entry));
  const stood = placed.filter(({ entry, place }) => place && inWeek(place) && entry.tciDate === null);
  return {
    files: {
      "waiting-list.csv": waitingListCsv(rows),
      "sessions.csv": sessionsCsv(sessions.map(({ session }) => session)),
      "resources.csv": resourcesCsv(resources),
      "policy.json": policyJson(policy),
      "pins.csv": pinsCsv([]),
      ...(stood.length > 0 ? { "previous.json": previousJson(stood) } : {}),
    },
    stood: stood.map(({ id, place }) => ({ entry: id, sessionId: place?.sessionId ?? "" })),
  };
}

/**
 * An entry that has a place by Hublist. A place in another week is a date like any other. A place in this week is
 * where the case may stand again, unless the patient administration system has that date as well: then the patient
 * may have been told, and it is kept.
 */
function placedEntry(entry: WaitingListEntry, place: StandingPlace, inWeek: boolean): WaitingListEntry {
  if (!inWeek) return entry.tciDate === null ? { ...entry, tciDate: place.date, tciSession: null } : entry;
  return entry.tciDate === place.date ? { ...entry, tciSession: place.sessionId } : entry;
}

/** Places as a plan.json holds them, for `--previous`. */
function previousJson(stood: readonly { entry: WaitingListEntry; place?: StandingPlace }[]): string {
  const bySession = new Map<string, { pathwayId: string; issuer?: string }[]>();
  for (const { entry, place } of stood) {
    const { pathwayId, issuer } = entry;
    const cases = bySession.get(place!.sessionId) ?? [];
    cases.push(issuer === "" ? { pathwayId } : { pathwayId, issuer });
    bySession.set(place!.sessionId, cases);
  }
  const sessions = [...bySession].map(([sessionId, cases]) => ({ sessionId, cases }));
  return JSON.stringify({ sessions }, null, 1) + "\n";
}
