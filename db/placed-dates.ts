import { and, eq, gte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { IsoDate } from "~/domain/calendar";
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
