import { and, asc, count, eq, gte, lt, type SQL } from "drizzle-orm";
import { addDays, type IsoDate } from "~/domain/calendar";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import type { Reader } from "./engine";
import { sharedResource, site, theatreSession } from "./schema";
import { inScope, type Scope } from "./scope";

/** A theatre session as it is held: with its id. */
export interface HeldSession {
  id: string;
  organisation: string;
  session: TheatreSession;
}

/** Dates from `from` to before `until`. */
export interface DateSpan {
  from: IsoDate;
  until: IsoDate;
}

/** The week that begins on a Monday. */
export function weekSpan(monday: IsoDate): DateSpan {
  return { from: monday, until: addDays(monday, 7) };
}

/** Present sessions in scope within some dates, in the order of time. */
export async function listSessions(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation?: string,
): Promise<HeldSession[]> {
  return sessionsWhere(scope, db, [
    eq(theatreSession.presence, "present"),
    gte(theatreSession.date, span.from),
    lt(theatreSession.date, span.until),
    organisation === undefined ? undefined : eq(theatreSession.organisation, organisation),
  ]);
}

/** One session in scope, present or gone. */
export async function findSession(scope: Scope, db: Reader, id: string): Promise<HeldSession | null> {
  return (await sessionsWhere(scope, db, [eq(theatreSession.id, id)]))[0] ?? null;
}

/** How many present sessions each date in scope has from `from` on, to find the weeks that have any. */
export async function sessionDates(
  scope: Scope,
  db: Reader,
  from: IsoDate,
): Promise<{ organisation: string; date: IsoDate; sessions: number }[]> {
  return db
    .select({ organisation: theatreSession.organisation, date: theatreSession.date, sessions: count() })
    .from(theatreSession)
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        eq(theatreSession.presence, "present"),
        gte(theatreSession.date, from),
      ),
    )
    .groupBy(theatreSession.organisation, theatreSession.date)
    .orderBy(asc(theatreSession.date), asc(theatreSession.organisation));
}

async function sessionsWhere(scope: Scope, db: Reader, where: (SQL | undefined)[]): Promise<HeldSession[]> {
  const rows = await db
    .select({ held: theatreSession, siteType: site.type })
    .from(theatreSession)
    .innerJoin(site, eq(theatreSession.site, site.code))
    .where(and(inScope(scope, theatreSession.organisation, theatreSession.site), ...where))
    .orderBy(
      asc(theatreSession.date),
      asc(theatreSession.start),
      asc(theatreSession.site),
      asc(theatreSession.theatre),
      asc(theatreSession.sessionId),
    );
  return rows.map(({ held, siteType }) => {
    const { id, organisation, presence: _presence, goneOn: _goneOn, ...session } = held;
    return { id, organisation, session: { row: 0, ...session, siteType } };
  });
}

/** Present shared resources in scope within some dates. */
export async function listResources(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation?: string,
): Promise<SharedResource[]> {
  const { site: at, date, period, resource, quantity } = sharedResource;
  const rows = await db
    .select({ site: at, date, period, resource, quantity })
    .from(sharedResource)
    .where(
      and(
        inScope(scope, sharedResource.organisation, at),
        eq(sharedResource.presence, "present"),
        gte(date, span.from),
        lt(date, span.until),
        organisation === undefined ? undefined : eq(sharedResource.organisation, organisation),
      ),
    )
    .orderBy(asc(at), asc(date), asc(period), asc(resource));
  return rows.map((row) => ({ row: 0, ...row }));
}
