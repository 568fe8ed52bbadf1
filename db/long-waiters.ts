import { and, asc, eq, lt, or } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { waitingListEntry as entry } from "./schema";
import { inScope, type Scope } from "./scope";

/** What of an entry tells whether its patient is owed a review. */
export interface LongWaiter {
  id: string;
  organisation: string;
  site: string;
  clockStart: IsoDate;
  cancer: boolean;
}

/** The listed entries in scope with a clock start before a day, or on a cancer pathway before another one. */
export async function longWaiters(
  scope: Scope,
  db: Reader,
  before: { any: IsoDate; cancer: IsoDate },
): Promise<LongWaiter[]> {
  return db
    .select({
      ...{ id: entry.id, organisation: entry.organisation, site: entry.listingSite },
      ...{ clockStart: entry.clockStart, cancer: entry.cancer },
    })
    .from(entry)
    .where(
      and(
        inScope(scope, entry.organisation, entry.listingSite),
        eq(entry.state, "listed"),
        or(
          lt(entry.clockStart, before.any),
          and(eq(entry.cancer, true), lt(entry.clockStart, before.cancer)),
        ),
      ),
    )
    .orderBy(asc(entry.clockStart), asc(entry.id));
}
