import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { isLatestChange } from "./placed-dates";
import { placementChange, theatreSession, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";
import type { DateSpan } from "./theatre-sessions";

/** A case that stands in a session, with its expected touch minutes. */
export interface PlacedCase {
  entry: string;
  session: string;
  date: IsoDate;
  minutes: number;
  /** Its fitness is confirmed, so that the patient may be told. */
  isFit: boolean;
}

/** The cases that stand in the sessions of some dates in scope, in the order in which they were placed. */
export async function placedCases(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation: string,
): Promise<PlacedCase[]> {
  const rows = await db
    .select({
      entry: placementChange.entry,
      session: theatreSession.id,
      date: theatreSession.date,
      minutes: waitingListEntry.minutes,
      screening: waitingListEntry.screening,
    })
    .from(placementChange)
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .innerJoin(waitingListEntry, eq(placementChange.entry, waitingListEntry.id))
    .where(
      and(
        inScope(scope, placementChange.organisation, theatreSession.site),
        eq(placementChange.organisation, organisation),
        gte(theatreSession.date, span.from),
        lt(theatreSession.date, span.until),
        isLatestChange(placementChange),
      ),
    )
    .orderBy(asc(placementChange.week), asc(placementChange.number));
  return rows.map(({ screening, ...placed }) => ({ ...placed, isFit: screening === "fit" }));
}
