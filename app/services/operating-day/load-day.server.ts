import { addDays, mondayOf, type IsoDate } from "~/domain/calendar";
import { countingRecords, type CountingRecords } from "~/domain/operating-day/moments";
import type { Policy } from "~/domain/policy";
import type { WorkspaceSettings } from "~/domain/workspace-settings";
import { cancellationsOfSessions, type Cancellation } from "~db/cancellations";
import { momentsOfDay } from "~db/case-moments";
import type { Reader } from "~db/engine";
import { currentListOrders, type ListOrder } from "~db/list-orders";
import { listSites, wholeScope } from "~db/organisations";
import { currentPlacements, type Placement } from "~db/placements";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import { listSessions, weekSpan, type HeldSession } from "~db/theatre-sessions";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";

/** A day of an organisation at the sites in scope, with all that happened on it. */
export interface HeldDay {
  organisation: string;
  date: IsoDate;
  /** Sessions of the day, in the order of time. */
  sessions: HeldSession[];
  /** All sessions of its week, which the order of a list looks at. */
  week: HeldSession[];
  /** Who stands on the lists of the day, by id of the session. */
  placements: Map<string, Placement[]>;
  /** The entries that stand, or stood and were cancelled, by id. */
  entries: Map<string, HeldEntry>;
  /** What counts of what was recorded, by entry. */
  records: Map<string, CountingRecords>;
  cancellations: Cancellation[];
  orders: Map<string, ListOrder>;
  policy: Policy;
  settings: WorkspaceSettings;
}

/** Everything of one organisation: who may see a list may see who is on it, wherever they were listed. */
export async function organisationScope(db: Reader, organisation: string): Promise<Scope> {
  const sites = await listSites(await wholeScope(db), db);
  const own = sites.filter((site) => site.organisation === organisation);
  return { organisations: [organisation], sites: own.map(({ code }) => code) };
}

/** Reads a day. `only`: no more than this session of it, by id. */
export async function loadDay(
  scope: Scope,
  db: Reader,
  { organisation, date, only }: { organisation: string; date: IsoDate; only?: string },
): Promise<HeldDay> {
  const week = await listSessions(scope, db, weekSpan(mondayOf(date)), organisation);
  const sessions = week.filter(({ id, session }) => session.date === date && (!only || id === only));
  const ids = sessions.map(({ id }) => id);
  const placements = await placementsOf(scope, db, organisation, date, ids);
  const cancellations = await cancellationsOfSessions(scope, db, ids);
  const whole = await organisationScope(db, organisation);
  const entries = [...placements.values()].flat().map(({ entry }) => entry);
  return {
    ...{ organisation, date, sessions, week, placements, cancellations },
    entries: await entriesById(whole, db, [
      ...new Set([...entries, ...cancellations.map(({ entry }) => entry)]),
    ]),
    records: countingRecords(await momentsOfDay(scope, db, { organisation, date })),
    orders: await currentListOrders(scope, db, ids),
    policy: (await currentPolicy(scope, db, organisation))!.policy,
    settings: (await currentSettings(scope, db, organisation)).settings,
  };
}

/** The sessions of a date in scope of every organisation, as days; first to last by organisation. */
export async function loadDays(scope: Scope, db: Reader, date: IsoDate): Promise<HeldDay[]> {
  const sessions = await listSessions(scope, db, { from: date, until: addDays(date, 1) });
  const days: HeldDay[] = [];
  for (const organisation of [...new Set(sessions.map((held) => held.organisation))].sort())
    days.push(await loadDay(scope, db, { organisation, date }));
  return days;
}

async function placementsOf(
  scope: Scope,
  db: Reader,
  organisation: string,
  date: IsoDate,
  sessions: readonly string[],
): Promise<Map<string, Placement[]>> {
  const standing = await currentPlacements(scope, db, organisation, mondayOf(date));
  return new Map(sessions.map((id) => [id, standing.filter(({ session }) => session === id)]));
}
