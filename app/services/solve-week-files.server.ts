import type { IsoDate } from "~/domain/calendar";
import { fixedWeek, type FixedWeek, type StandingCase } from "~/domain/fixed-cases";
import type { PinRow } from "~/domain/pin";
import type { Reason } from "~/domain/reasons";
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
import type { PlannedEntry } from "./planning/held-back.server";

/** Where an entry stands now by Hublist's own accepted plans. */
export interface StandingPlace {
  sessionId: string;
  date: IsoDate;
  /** Rules that a person overrode there. */
  override: Reason[];
  /** The operation counts as done: the entry goes nowhere else. */
  operated?: boolean;
}

/** What a week is planned from, as the store holds it. */
export interface HeldWeek {
  week: IsoDate;
  entries: PlannedEntry[];
  sessions: HeldSession[];
  /** What a site is called, by code. */
  siteName: (code: string) => string;
  resources: SharedResource[];
  policy: Policy;
  /** By id of the entry, whatever the week. */
  places: ReadonlyMap<string, StandingPlace>;
  /** Who stands in this week, and what may keep them there. */
  standing: StandingCase[];
  /** Patients already told who may move. */
  toldMovesMax: number;
  /** A what-if: told patients whose session it takes away move without counting. */
  isWhatIf: boolean;
}

/** The planner's files of a week, by name, and the accepted places that they start from. */
export interface WeekFiles {
  files: Partial<Record<PlannerFile, string>>;
  stood: StoodPlace[];
  /** Who keeps their place, and who may move (docs/decisions/0023). */
  fixed: FixedWeek;
}

/** Writes what the store holds of a week in the planner's own file format (docs/decisions/0012). */
export function weekFiles(held: HeldWeek): WeekFiles {
  const { entries, sessions, resources, policy, places } = held;
  const fixed = fixedWeek(held.standing, held.toldMovesMax, held.isWhatIf);
  const told = new Set(fixed.told.map(({ entry }) => entry));
  const ofWeek = new Set(sessions.map(({ session }) => session.sessionId));
  const inWeek = ({ sessionId }: StandingPlace) => ofWeek.has(sessionId);
  const placed = entries.map((held) => ({ ...held, place: places.get(held.id) }));
  const pins = pinsOf(fixed, placed);
  const rows = placed.map(({ id, entry, place }) => {
    const row = place ? placedEntry(entry, place, inWeek(place)) : entry;
    if (place?.operated && !pins.pinned.has(id)) return { ...row, tciDate: place.date, tciSession: null };
    if (place && pins.booked.has(id)) return { ...row, tciDate: place.date, tciSession: place.sessionId };
    return told.has(id) ? asked(row) : row;
  });
  const stood = placed.filter(({ entry, place }) => place && inWeek(place) && entry.tciDate === null);
  const earlier = earlierPlaces(fixed, stood);
  return {
    files: {
      "waiting-list.csv": waitingListCsv(rows),
      "sessions.csv": sessionsCsv(sessions.map(({ session }) => session)),
      "resources.csv": resourcesCsv(resources),
      "policy.json": policyJson(policy),
      "pins.csv": pinsCsv(pins.rows),
      ...(earlier.length > 0 ? { "previous.json": previousJson(earlier) } : {}),
    },
    stood: stood.map(({ id, place }) => ({ entry: id, sessionId: place?.sessionId ?? "" })),
    fixed,
  };
}

interface Placed {
  id: string;
  entry: WaitingListEntry;
  place?: StandingPlace | undefined;
}

/** Who may be asked to move has had a date already: whoever moves them rings them, so no other notice is owed. */
function asked(entry: WaitingListEntry): WaitingListEntry {
  return { ...entry, shortNotice: true };
}

interface Pins {
  rows: PinRow[];
  /** Ids of those pinned as if booked, and of all that keep their place. */
  booked: Set<string>;
  pinned: Set<string>;
}

/**
 * The fixed cases as pins. One that the waiting list itself pins there needs none, unless a rule is overridden. pins.csv
 * names no issuer: where two entries share an identifier, the fixed one is pinned as if booked.
 */
function pinsOf({ fixed }: FixedWeek, placed: readonly Placed[]): Pins {
  const byId = new Map(placed.map((one) => [one.id, one]));
  const shared = sharedNames(placed);
  const pins: Pins = { rows: [], booked: new Set(), pinned: new Set() };
  for (const { standing } of fixed) {
    const { entry, place } = byId.get(standing.entry) ?? {};
    if (!entry || !place) continue;
    const { sessionId, override } = place;
    const { pathwayId } = entry;
    pins.pinned.add(standing.entry);
    if (entry.tciDate === place.date && override.length === 0) continue;
    if (override.length === 0 && shared.has(pathwayId)) pins.booked.add(standing.entry);
    else pins.rows.push({ row: 0, pathwayId, sessionId, override });
  }
  return pins;
}

function sharedNames(placed: readonly Placed[]): Set<string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { entry } of placed) (seen.has(entry.pathwayId) ? shared : seen).add(entry.pathwayId);
  return shared;
}

/** The places whose moves the planner counts: of those who were told where some may move, else of all who are free. */
function earlierPlaces(fixed: FixedWeek, stood: readonly Placed[]): Placed[] {
  const counted = new Set((fixed.told.length > 0 ? fixed.told : fixed.free).map(({ entry }) => entry));
  return stood.filter(({ id }) => counted.has(id));
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
