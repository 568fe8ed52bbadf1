import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ClockTime, IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { placementChange, theatreSession } from "./schema";

/** Where a placement change stands last for its entry and week: it alone counts. */
export function isLatestChange(change: typeof placementChange) {
  const later = alias(placementChange, "later");
  return sql`not exists (select 1 from ${placementChange} as later where ${later.entry} = ${change.entry}
    and ${later.week} = ${change.week} and ${later.number} > ${change.number})`;
}

/** Date of the place that each entry of an organisation has from a date on, for comparing with a file's dates. */
export async function placedDates(
  db: Reader,
  organisation: string,
  from: IsoDate,
): Promise<Map<string, IsoDate>> {
  const rows = await db
    .select({ entry: placementChange.entry, date: theatreSession.date })
    .from(placementChange)
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .where(
      and(
        eq(placementChange.organisation, organisation),
        gte(theatreSession.date, from),
        isLatestChange(placementChange),
      ),
    );
  return new Map(rows.map(({ entry, date }) => [entry, date]));
}

/** Ids of the entries that have a place from a date on, for use within a query. */
export function placedEntries(db: Reader, from: IsoDate) {
  return db
    .select({ entry: placementChange.entry })
    .from(placementChange)
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .where(and(gte(theatreSession.date, from), isLatestChange(placementChange)));
}

/** Where an entry is to be operated on. */
export interface Place {
  /** Id of the theatre session. */
  session: string;
  sessionId: string;
  site: string;
  theatre: string;
  date: IsoDate;
  start: ClockTime;
  /** Monday of the planned week. */
  week: IsoDate;
}

/** The place that each of some entries has from a date on; the first, should there be several. */
export async function placesOf(db: Reader, entries: string[], from: IsoDate): Promise<Map<string, Place>> {
  if (entries.length === 0) return new Map();
  const { id, sessionId, site, theatre, date, start } = theatreSession;
  const rows = await db
    .select({
      entry: placementChange.entry,
      place: { session: id, sessionId, site, theatre, date, start, week: placementChange.week },
    })
    .from(placementChange)
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .where(
      and(
        inArray(placementChange.entry, entries),
        gte(theatreSession.date, from),
        isLatestChange(placementChange),
      ),
    )
    .orderBy(desc(theatreSession.date));
  return new Map(rows.map(({ entry, place }) => [entry, place]));
}
