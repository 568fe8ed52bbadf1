import { and, desc, eq, gte, inArray, lt, max, ne } from "drizzle-orm";
import { addDays, mondayOf, type IsoDate } from "~/domain/calendar";
import type { Reason } from "~/domain/reasons";
import type { Actor } from "./actor";
import type { Tx } from "./commit";
import type { Reader } from "./engine";
import { operatedOf } from "./operated";
import { isLatestChange } from "./placed-dates";
import { weekRevision } from "./placements";
import { placementChange, theatreSession, waitingListEntry, week, type PlacementKind } from "./schema";
import { inScope, type Scope } from "./scope";
import type { Store } from "./store";

/** A change to be made: put an entry into a session, or (session null) take it out. Both by id. */
export interface PlacementWish {
  entry: string;
  session: string | null;
  reason: string;
  override: Reason[];
}

/** Changes to an organisation's week. `baseRevision`: the revision that they were decided on; `run`: whose plan it is. */
export interface PlacementsWanted {
  organisation: string;
  week: IsoDate;
  baseRevision: number;
  run: string | null;
  /** Today in London: a place in another week counts from here on. */
  today: IsoDate;
  changes: PlacementWish[];
}

export type RecordOutcome =
  | { kind: "recorded"; revision: number; changes: number }
  | { kind: "changedSince"; revision: number; by: string }
  /** These entries have a place in another week. */
  | { kind: "placedElsewhere"; entries: string[] }
  /** These entries were operated on here already: they go nowhere else, nor off the list that says so. */
  | { kind: "operated"; entries: string[] }
  /** Not there or not in scope: entries that are not listed, sessions not of that week or gone. */
  | { kind: "unknown"; entries: string[]; sessions: string[] };

/**
 * Records changes to a week, all or none, each with who, when and why. What already stands so is no change, and
 * without any change the revision stays. Somebody else's change since `baseRevision` is answered, not overwritten.
 */
export async function recordPlacements(
  scope: Scope,
  store: Store,
  actor: Actor,
  wanted: PlacementsWanted,
): Promise<RecordOutcome> {
  if (mondayOf(wanted.week) !== wanted.week)
    throw new Error(`A week begins on a Monday, not on ${wanted.week}.`);
  return store.commit(actor, "placements.record", async (tx) => {
    const revision = await weekRevision(scope, tx.db, wanted.organisation, wanted.week);
    if (revision !== wanted.baseRevision) {
      return { kind: "changedSince", revision, by: await lastBy(tx.db, wanted) };
    }
    const standing = await standingPlaces(tx.db, wanted);
    const refusal =
      (await unknownIds(scope, tx.db, wanted)) ??
      hiddenPlaces(scope, standing) ??
      (await placedElsewhere(tx.db, wanted)) ??
      (await alreadyOperated(tx.db, wanted));
    if (refusal !== null) return refusal;
    const changes = wanted.changes.flatMap((wish) => changeOf(wish, standing.get(wish.entry)) ?? []);
    if (changes.length === 0) return { kind: "recorded", revision, changes: 0 };
    await write(tx, wanted, revision + 1, changes);
    return { kind: "recorded", revision: revision + 1, changes: changes.length };
  });
}

type Change = PlacementWish & { kind: PlacementKind };

interface Standing {
  session: string;
  site: string;
}

function changeOf(wish: PlacementWish, held: Standing | undefined): Change | null {
  if (wish.session === (held?.session ?? null)) return null;
  const kind = wish.session === null ? "removed" : held === undefined ? "placed" : "moved";
  return { ...wish, kind };
}

async function write(tx: Tx, wanted: PlacementsWanted, revision: number, changes: Change[]): Promise<void> {
  const { organisation, week: start, run } = wanted;
  const at = { organisation, week: start };
  if (revision === 1) await tx.insert(week, { organisation, start, revision });
  else await tx.update(week, { organisation, start }, { revision });
  const [last] = await tx.db
    .select({ number: max(placementChange.number) })
    .from(placementChange)
    .where(and(eq(placementChange.organisation, organisation), eq(placementChange.week, start)));
  const first = (last?.number ?? 0) + 1;
  const by = { changedBy: tx.by, changedAt: tx.at, revision, run };
  await tx.insert(
    placementChange,
    changes.map((change, index) => ({ ...at, number: first + index, ...change, ...by })),
  );
}

async function lastBy(db: Reader, { organisation, week: start }: PlacementsWanted): Promise<string> {
  const [last] = await db
    .select({ by: placementChange.changedBy })
    .from(placementChange)
    .where(and(eq(placementChange.organisation, organisation), eq(placementChange.week, start)))
    .orderBy(desc(placementChange.number))
    .limit(1);
  return last?.by ?? "";
}

/** Where the entries that are to change stand in this week, by entry. */
async function standingPlaces(db: Reader, wanted: PlacementsWanted): Promise<Map<string, Standing>> {
  const rows = await db
    .select({ entry: placementChange.entry, session: theatreSession.id, site: theatreSession.site })
    .from(placementChange)
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .where(
      and(
        inArray(
          placementChange.entry,
          wanted.changes.map(({ entry }) => entry),
        ),
        eq(placementChange.week, wanted.week),
        isLatestChange(placementChange),
      ),
    );
  return new Map(rows.map(({ entry, ...place }) => [entry, place]));
}

/** Nobody takes a case out of a list that they may not see. */
function hiddenPlaces(scope: Scope, standing: Map<string, Standing>): RecordOutcome | null {
  const hidden = [...standing.values()].filter(({ site }) => !scope.sites.includes(site));
  return hidden.length === 0
    ? null
    : { kind: "unknown", entries: [], sessions: hidden.map(({ session }) => session) };
}

async function unknownIds(scope: Scope, db: Reader, wanted: PlacementsWanted): Promise<RecordOutcome | null> {
  const { organisation, changes, week: start } = wanted;
  const sessions = [...new Set(changes.flatMap(({ session }) => session ?? []))];
  const entries = changes.map(({ entry }) => entry);
  const knownSessions = await db
    .select({ id: theatreSession.id })
    .from(theatreSession)
    .where(
      and(
        inArray(theatreSession.id, sessions),
        inScope(scope, theatreSession.organisation, theatreSession.site),
        eq(theatreSession.organisation, organisation),
        eq(theatreSession.presence, "present"),
        gte(theatreSession.date, start),
        lt(theatreSession.date, addDays(start, 7)),
      ),
    );
  // An entry that is gone may still be taken out of its session, so its state is asked only where it goes in.
  const knownEntries = await db
    .select({ id: waitingListEntry.id, state: waitingListEntry.state })
    .from(waitingListEntry)
    .where(
      and(
        inArray(waitingListEntry.id, entries),
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
        eq(waitingListEntry.organisation, organisation),
      ),
    );
  const states = new Map(knownEntries.map(({ id, state }) => [id, state]));
  const unknown = {
    entries: changes
      .filter(
        ({ entry, session }) => !states.has(entry) || (session !== null && states.get(entry) === "gone"),
      )
      .map(({ entry }) => entry),
    sessions: sessions.filter((id) => !knownSessions.some((known) => known.id === id)),
  };
  return unknown.entries.length + unknown.sessions.length === 0 ? null : { kind: "unknown", ...unknown };
}

/** An entry has one place: those that are to go in and stand in another week's session that is still to come. */
async function placedElsewhere(db: Reader, wanted: PlacementsWanted): Promise<RecordOutcome | null> {
  const goingIn = wanted.changes.filter(({ session }) => session !== null).map(({ entry }) => entry);
  const rows = await db
    .select({ entry: placementChange.entry })
    .from(placementChange)
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .where(
      and(
        inArray(placementChange.entry, goingIn),
        ne(placementChange.week, wanted.week),
        gte(theatreSession.date, wanted.today),
        isLatestChange(placementChange),
      ),
    );
  return rows.length === 0 ? null : { kind: "placedElsewhere", entries: rows.map(({ entry }) => entry) };
}

/** Those who are to go in elsewhere than where they were operated on, or out although the day's record has them. */
async function alreadyOperated(db: Reader, wanted: PlacementsWanted): Promise<RecordOutcome | null> {
  const { changes, today } = wanted;
  const operated = await operatedOf(db, { entries: changes.map(({ entry }) => entry) }, today);
  const entries = changes.flatMap(({ entry, session }) => {
    const done = operated.get(entry);
    if (!done || done.session === session) return [];
    return session !== null || done.recorded ? [entry] : [];
  });
  return entries.length === 0 ? null : { kind: "operated", entries };
}
