import { and, asc, count, eq, gte, isNull, lt, type InferSelectModel, type SQL } from "drizzle-orm";
import { addDays, type IsoDate } from "~/domain/calendar";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import type { Reader } from "./engine";
import { heldSlot, sessionDetail, sharedResource, site, theatreSession } from "./schema";
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
  const seen = and(inScope(scope, theatreSession.organisation, theatreSession.site), ...where);
  const rows = await db
    .select({ held: theatreSession, siteType: site.type, detail: sessionDetail })
    .from(theatreSession)
    .innerJoin(site, eq(theatreSession.site, site.code))
    .leftJoin(sessionDetail, eq(sessionDetail.session, theatreSession.id))
    .where(seen)
    .orderBy(
      asc(theatreSession.date),
      asc(theatreSession.start),
      asc(theatreSession.site),
      asc(theatreSession.theatre),
      asc(theatreSession.sessionId),
    );
  const slots = await slotMinutes(db, seen);
  return rows.map(({ held, siteType, detail }) => {
    const { id, organisation, presence: _presence, goneOn: _goneOn, ...session } = held;
    const heldMinutes = held.heldMinutes + (slots.get(id) ?? 0);
    return {
      id,
      organisation,
      session: { row: 0, ...session, ...decided(held, detail), heldMinutes, siteType },
    };
  });
}

/** What Hublist decided goes before what the file says (docs/decisions/0013). */
function decided(
  file: Pick<TheatreSession, "status" | "surgeons" | "treatmentFunctions">,
  detail: InferSelectModel<typeof sessionDetail> | null,
) {
  return {
    status: detail?.status ?? file.status,
    surgeons: detail?.surgeons ?? file.surgeons,
    treatmentFunctions: detail?.treatmentFunctions ?? file.treatmentFunctions,
  };
}

/** Minutes that people hold in sessions, by id of the session. */
async function slotMinutes(db: Reader, seen: SQL | undefined): Promise<Map<string, number>> {
  const rows = await db
    .select({ session: heldSlot.session, minutes: heldSlot.minutes })
    .from(heldSlot)
    .innerJoin(theatreSession, eq(heldSlot.session, theatreSession.id))
    .where(and(seen, isNull(heldSlot.releasedAt)));
  const minutes = new Map<string, number>();
  for (const row of rows) minutes.set(row.session, (minutes.get(row.session) ?? 0) + row.minutes);
  return minutes;
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
