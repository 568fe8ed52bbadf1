import { addDays, type IsoDate } from "~/domain/calendar";
import { canKeep } from "~/domain/eligibility/no-session";
import type { Policy } from "~/domain/policy";
import { ResourceIndex } from "~/domain/resource-index";
import type { SharedResource } from "~/domain/theatre";
import { bookedInto } from "~db/booked-entries";
import type { Reader } from "~db/engine";
import {
  currentPlacements,
  placementsElsewhere,
  type Placement,
  type PlacementElsewhere,
} from "~db/placements";
import { siteNames } from "~db/organisations";
import { operatedOf, type OperatedPlace } from "~db/operated";
import { policyNumbered } from "~db/policies";
import { findScenario } from "~db/scenarios";
import type { Scope } from "~db/scope";
import { listResources, listSessions, type HeldSession } from "~db/theatre-sessions";
import { entriesById, entriesForPlanning, type HeldEntry } from "~db/waiting-list";
import { heldBack } from "./planning/held-back.server";
import type { StaffedSession } from "./planning/staffed-sessions.server";
import type { HeldWeek, StandingPlace } from "./solve-week-files.server";
import { lockedSessions, standingCases } from "./solve-week-standing.server";
import { whatIfWeek } from "./what-if/what-if-week.server";

/** Days after and before a week in which its inpatients, and those of earlier weeks, may still need a bed. */
export const LONGEST_STAY = 28;

/** Which week of which organisation, seen from which day. */
export interface WeekAsked {
  organisation: string;
  sites: string[];
  week: IsoDate;
  planDate: IsoDate;
  policyNumber: number;
  /** Patients already told who may move. */
  toldMovesMax: number;
  /** The what-if that is planned; null: the live week. */
  scenario: string | null;
}

/** Reads all that a week is planned from; `only`: of its entries those whom it keeps, standing there or booked. */
export async function loadWeek(db: Reader, asked: WeekAsked, only?: "standing"): Promise<HeldWeek> {
  const { organisation, sites, week, planDate } = asked;
  const scope: Scope = { organisations: [organisation], sites };
  const sessions = overLocked(await lockedSessions(scope, db, asked), planDate);
  const elsewhere = await placementsElsewhere(scope, db, organisation, {
    exceptWeek: week,
    from: addDays(week, -LONGEST_STAY),
  });
  const standing = await currentPlacements(scope, db, organisation, week);
  const policy = await policyOf(scope, db, asked);
  const operated = await operatedOf(db, { organisation }, planDate);
  const placed = new Set([...standing, ...elsewhere].map(({ entry }) => entry));
  const live: HeldWeek = {
    week,
    entries: withoutSurgeon(
      only
        ? await keptEntries(scope, db, asked, { sessions, standing })
        : await heldBack(scope, db, await entriesForPlanning(scope, db, organisation), {
            organisation,
            placed,
          }),
      sessions,
    ),
    sessions,
    siteName: await siteNames(db),
    resources: await resourcesLeft(scope, db, asked, elsewhere),
    policy,
    places: new Map([
      ...elsewhere.filter(({ date }) => date >= planDate).map(placeElsewhere),
      ...[...operated].map(placeOperated),
      ...placesInWeek(standing, sessions, operated),
    ]),
    standing: await standingCases(scope, db, { planDate, policy, standing, sessions }),
    toldMovesMax: asked.toldMovesMax,
    isWhatIf: false,
  };
  return asked.scenario === null ? live : whatIfWeek(live, await changesOf(scope, db, asked.scenario));
}

/** Who stands in the week or is booked into it by file, in the order of their keys. */
async function keptEntries(
  scope: Scope,
  db: Reader,
  { organisation }: WeekAsked,
  { sessions, standing }: { sessions: readonly HeldSession[]; standing: readonly Placement[] },
): Promise<HeldEntry[]> {
  const dates = [...new Set(sessions.map(({ session }) => session.date))];
  const sessionIds = sessions.map(({ session }) => session.sessionId);
  const booked = await bookedInto(scope, db, organisation, { dates, sessionIds });
  const ids = new Set([...standing, ...booked].map(({ entry }) => entry));
  const held = [...(await entriesById(scope, db, [...ids])).values()];
  const key = ({ entry }: HeldEntry) => `${entry.issuer}|${entry.pathwayId}`;
  return held.filter(({ state }) => state === "listed").sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Whoever is booked by file into a session whose surgeon is away keeps the date and no session: that one takes nobody. */
function withoutSurgeon(entries: HeldEntry[], sessions: readonly StaffedSession[]): HeldEntry[] {
  const hit = new Map(
    sessions.filter(({ away }) => away.length > 0).map(({ session }) => [session.sessionId, session]),
  );
  return entries.map((held) => {
    const session = hit.get(held.entry.tciSession ?? "");
    if (!session || canKeep(held.entry, session, [])) return held;
    return { ...held, entry: { ...held.entry, tciSession: null } };
  });
}

async function changesOf(scope: Scope, db: Reader, id: string) {
  const found = await findScenario(scope, db, id);
  if (!found) throw new Error(`what-if ${id} is not in the store`);
  return found.changes;
}

const placeElsewhere = ({ entry, sessionId, date }: PlacementElsewhere): [string, StandingPlace] => [
  entry,
  { sessionId, date, override: [] },
];

/** Whoever was operated on keeps that place: only its beds count still. */
const placeOperated = ([entry, { sessionId, date }]: [string, OperatedPlace]): [string, StandingPlace] => [
  entry,
  { sessionId, date, override: [], operated: true },
];

/** A session of a day that is over keeps its cases and takes none. */
function overLocked(sessions: StaffedSession[], planDate: IsoDate): StaffedSession[] {
  return sessions.map((held) =>
    held.session.status === "open" && held.session.date < planDate
      ? { ...held, session: { ...held.session, status: "locked" as const } }
      : held,
  );
}

function placesInWeek(
  standing: readonly Placement[],
  sessions: readonly HeldSession[],
  operated: ReadonlyMap<string, OperatedPlace>,
): [string, StandingPlace][] {
  const byId = new Map(sessions.map((held) => [held.id, held.session]));
  return standing.flatMap(({ entry, session, override }): [string, StandingPlace][] => {
    const stands = byId.get(session);
    if (!stands) return [];
    const place = { sessionId: stands.sessionId, date: stands.date, override };
    return [[entry, operated.has(entry) ? { ...place, operated: true } : place]];
  });
}

async function policyOf(
  scope: Scope,
  db: Reader,
  { organisation, policyNumber }: WeekAsked,
): Promise<Policy> {
  const saved = await policyNumbered(scope, db, organisation, policyNumber);
  if (!saved) throw new Error(`policy ${policyNumber} of ${organisation} is not in the store`);
  return saved.policy;
}

/**
 * What the sites share from the week on until its last inpatient has left, less what inpatients of other weeks' accepted
 * plans take of it.
 */
export async function resourcesLeft(
  scope: Scope,
  db: Reader,
  { organisation, week }: Pick<WeekAsked, "organisation" | "week">,
  elsewhere: readonly PlacementElsewhere[],
): Promise<SharedResource[]> {
  const span = { from: week, until: addDays(week, 7 + LONGEST_STAY) };
  const resources = await listResources(scope, db, span, organisation);
  const taken = await nightsTaken(scope, db, resources, elsewhere);
  return resources.map((resource, at) => ({
    ...resource,
    quantity: Math.max(0, resource.quantity - (taken[at] ?? 0)),
  }));
}

async function nightsTaken(
  scope: Scope,
  db: Reader,
  resources: readonly SharedResource[],
  elsewhere: readonly PlacementElsewhere[],
): Promise<number[]> {
  const taken = resources.map(() => 0);
  if (elsewhere.length === 0) return taken;
  const index = new ResourceIndex(resources);
  const dates = elsewhere.map(({ date }) => date).sort();
  const span = { from: dates[0]!, until: addDays(dates.at(-1)!, 1) };
  const sessions = new Map((await listSessions(scope, db, span)).map((held) => [held.id, held.session]));
  const entries = await entriesById(
    scope,
    db,
    elsewhere.map(({ entry }) => entry),
  );
  for (const { entry, session } of elsewhere) {
    const [held, stands] = [entries.get(entry), sessions.get(session)];
    if (held && stands) for (const at of index.caseUse(held.entry, stands)) taken[at] = (taken[at] ?? 0) + 1;
  }
  return taken;
}
