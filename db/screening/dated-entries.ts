import { and, eq, gte, isNotNull } from "drizzle-orm";
import type { DateRange, IsoDate } from "~/domain/calendar";
import type { Readiness } from "~/domain/waiting-list";
import type { Reader } from "../engine";
import { isLatestChange } from "../placed-dates";
import { standingDate } from "../promised-dates";
import { placementChange, theatreSession, waitingListEntry as entry } from "../schema";
import { inScope, type Scope } from "../scope";
import { toReadiness } from "../waiting-list-row";

/** An entry with a date to come, in the file or in Hublist, and what is decided about its fitness. */
export interface DatedEntry {
  id: string;
  organisation: string;
  site: string;
  readiness: Readiness;
  date: IsoDate;
  /** Days on which the patient cannot come, those of the file and those that they told Hublist. */
  unavailable: readonly DateRange[];
}

/** The listed entries in scope that have a date from today on, each with the first of its dates; one alone with `only`. */
export async function datedEntries(
  scope: Scope,
  db: Reader,
  today: IsoDate,
  only?: string,
): Promise<DatedEntry[]> {
  const fields = {
    ...{ id: entry.id, organisation: entry.organisation, site: entry.listingSite },
    ...{ screening: entry.screening, fitFrom: entry.fitFrom, fitUntil: entry.fitUntil },
    ...{ hubSuitable: entry.hubSuitable, unavailable: entry.unavailable, avoids: entry.avoids },
  };
  const one = only === undefined ? undefined : eq(entry.id, only);
  const own = and(inScope(scope, entry.organisation, entry.listingSite), eq(entry.state, "listed"), one);
  const inFile = await db
    .select({ ...fields, date: standingDate(entry.tciDate) })
    .from(entry)
    .where(and(own, isNotNull(entry.tciDate), gte(entry.tciDate, today)));
  const placed = await db
    .select({ ...fields, date: theatreSession.date })
    .from(placementChange)
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .innerJoin(entry, eq(placementChange.entry, entry.id))
    .where(and(own, gte(theatreSession.date, today), isLatestChange(placementChange)));
  const first = new Map<string, DatedEntry>();
  for (const { screening, fitFrom, fitUntil, hubSuitable, date, unavailable, avoids, ...row } of [
    ...inFile,
    ...placed,
  ]) {
    const known = first.get(row.id);
    if (date === null || (known && known.date <= date)) continue;
    const readiness = toReadiness({ screening, fitFrom, fitUntil, hubSuitable });
    first.set(row.id, { ...row, date, readiness, unavailable: [...unavailable, ...avoids] });
  }
  return [...first.values()];
}
