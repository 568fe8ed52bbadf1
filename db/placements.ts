import { and, asc, eq, gte, ne, type InferSelectModel } from "drizzle-orm";
import { mondayOf, type IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { isLatestChange } from "./placed-dates";
import { placementChange, theatreSession, waitingListEntry, week } from "./schema";
import { inScope, type Scope } from "./scope";

/** Where an entry stands in a week, and the change that put it there. */
export interface Placement extends Omit<InferSelectModel<typeof placementChange>, "session"> {
  /** Id of the theatre session. */
  session: string;
}

/** How often the placements of an organisation's week have been changed; 0 before the first change. */
export async function weekRevision(
  scope: Scope,
  db: Reader,
  organisation: string,
  start: IsoDate,
): Promise<number> {
  const [held] = await db
    .select({ revision: week.revision })
    .from(week)
    .where(
      and(inScope(scope, week.organisation), eq(week.organisation, organisation), eq(week.start, start)),
    );
  return held?.revision ?? 0;
}

/** The present placements of an organisation's week in sessions of sites in scope. */
export async function currentPlacements(
  scope: Scope,
  db: Reader,
  organisation: string,
  start: IsoDate,
): Promise<Placement[]> {
  const rows = await db
    .select({ change: placementChange })
    .from(placementChange)
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .where(
      and(
        inScope(scope, placementChange.organisation, theatreSession.site),
        eq(placementChange.organisation, organisation),
        eq(placementChange.week, start),
        isLatestChange(placementChange),
      ),
    )
    .orderBy(asc(placementChange.number));
  return rows.map(({ change }) => ({ ...change, session: change.session! }));
}

/** A place in another week: such an entry has a date and is not planned again. */
export interface PlacementElsewhere {
  entry: string;
  session: string;
  sessionId: string;
  date: IsoDate;
}

/** Present placements of an organisation from a date on, in weeks other than one. */
export async function placementsElsewhere(
  scope: Scope,
  db: Reader,
  organisation: string,
  { exceptWeek, from }: { exceptWeek: IsoDate; from: IsoDate },
): Promise<PlacementElsewhere[]> {
  return db
    .select({
      entry: placementChange.entry,
      session: theatreSession.id,
      sessionId: theatreSession.sessionId,
      date: theatreSession.date,
    })
    .from(placementChange)
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .where(
      and(
        inScope(scope, placementChange.organisation, theatreSession.site),
        eq(placementChange.organisation, organisation),
        gte(placementChange.week, mondayOf(from)),
        ne(placementChange.week, exceptWeek),
        gte(theatreSession.date, from),
        isLatestChange(placementChange),
      ),
    )
    .orderBy(asc(theatreSession.date), asc(placementChange.entry));
}

/** All changes of an entry's place, first to last, when the entry is in scope. */
export async function placementHistory(
  scope: Scope,
  db: Reader,
  entry: string,
): Promise<InferSelectModel<typeof placementChange>[]> {
  const rows = await db
    .select({ change: placementChange })
    .from(placementChange)
    .innerJoin(waitingListEntry, eq(placementChange.entry, waitingListEntry.id))
    .where(
      and(
        eq(placementChange.entry, entry),
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
      ),
    )
    .orderBy(asc(placementChange.changedAt), asc(placementChange.week), asc(placementChange.number));
  return rows.map(({ change }) => change);
}

/** The weeks in scope that hold placements, with their revisions, latest first. */
export async function listWeeks(
  scope: Scope,
  db: Reader,
  from: IsoDate,
): Promise<InferSelectModel<typeof week>[]> {
  return db
    .select()
    .from(week)
    .where(and(inScope(scope, week.organisation), gte(week.start, from)))
    .orderBy(asc(week.start), asc(week.organisation));
}
