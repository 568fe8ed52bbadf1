import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { mondayOf, type IsoDate } from "~/domain/calendar";
import type { Operated } from "~/domain/operated";
import { BEGUN_MOMENTS } from "~/domain/operating-day/moments";
import type { Reader } from "./engine";
import { isLatestChange, type Place } from "./placed-dates";
import { caseMoment, placementChange, theatreSession, waitingListEntry as entry } from "./schema";

/** Whose operation counts as done, by ids, or everybody who is listed in an organisation. */
export type OperatedAsked = { entries: readonly string[] } | { organisation: string };

/** The place at which an entry was operated on, as far as Hublist knows. */
export type OperatedPlace = Place & Operated;

/**
 * Who was operated on here by a day, by entry: by the day's own record, or because a place before that day was not
 * cancelled. The waiting list's file says otherwise by a decision to admit or a date that is later.
 */
export async function operatedOf(
  db: Reader,
  asked: OperatedAsked,
  today: IsoDate,
): Promise<Map<string, OperatedPlace>> {
  if ("entries" in asked && asked.entries.length === 0) return new Map();
  const own =
    "entries" in asked
      ? inArray(entry.id, [...asked.entries])
      : and(eq(entry.organisation, asked.organisation), eq(entry.state, "listed"));
  const { id, sessionId, site, theatre, date, start } = theatreSession;
  const place = { session: id, sessionId, site, theatre, date, start };
  const stood = await db
    .select({
      entry: entry.id,
      returnedOn: entry.returnedOn,
      place: { ...place, week: placementChange.week },
    })
    .from(entry)
    .innerJoin(placementChange, eq(placementChange.entry, entry.id))
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .where(and(own, isPast(today)))
    .orderBy(date);
  const recorded = await db
    .select({ entry: entry.id, returnedOn: entry.returnedOn, place })
    .from(entry)
    .innerJoin(caseMoment, eq(caseMoment.entry, entry.id))
    .innerJoin(theatreSession, eq(caseMoment.session, theatreSession.id))
    .where(and(own, isBegun()))
    .orderBy(date);
  return new Map<string, OperatedPlace>([
    ...stood.map((row) => [row.entry, { ...row.place, recorded: false, ...returned(row) }] as const),
    ...recorded.map(
      (row) =>
        [
          row.entry,
          { ...row.place, week: mondayOf(row.place.date), recorded: true, ...returned(row) },
        ] as const,
    ),
  ]);
}

/** A return on the day of the operation or before it says nothing of the operation. */
function returned({ returnedOn, place }: { returnedOn: IsoDate | null; place: { date: IsoDate } }) {
  return { returnedOn: returnedOn !== null && returnedOn > place.date ? returnedOn : null };
}

/** The condition that an entry was operated on here by a day, for the filter of a query on entries. */
export function isOperated(db: Reader, today: IsoDate): SQL {
  const stood = db
    .select({ entry: placementChange.entry })
    .from(placementChange)
    .innerJoin(theatreSession, eq(placementChange.session, theatreSession.id))
    .innerJoin(entry, eq(placementChange.entry, entry.id))
    .where(isPast(today));
  const recorded = db
    .select({ entry: caseMoment.entry })
    .from(caseMoment)
    .innerJoin(theatreSession, eq(caseMoment.session, theatreSession.id))
    .innerJoin(entry, eq(caseMoment.entry, entry.id))
    .where(isBegun());
  return or(inArray(entry.id, stood), inArray(entry.id, recorded))!;
}

/** A place that stands on a day that is over, and that the file does not contradict. */
function isPast(today: IsoDate): SQL {
  return and(lt(theatreSession.date, today), isLatestChange(placementChange), isNotContradicted())!;
}

/** The operation has begun by a record that nobody took back. */
function isBegun(): SQL {
  const later = alias(caseMoment, "later");
  return and(
    inArray(caseMoment.moment, [...BEGUN_MOMENTS]),
    isNotNull(caseMoment.happenedAt),
    sql`not exists (select 1 from ${caseMoment} as later where ${later.entry} = ${caseMoment.entry}
      and ${later.moment} = ${caseMoment.moment} and (${later.at} > ${caseMoment.at}
        or (${later.session} = ${caseMoment.session} and ${later.number} > ${caseMoment.number})))`,
    isNotContradicted(),
  )!;
}

/** The file knows of no decision to admit and no date after the operation. */
function isNotContradicted(): SQL {
  return and(
    gte(theatreSession.date, entry.decisionToAdmit),
    or(isNull(entry.tciDate), lte(entry.tciDate, theatreSession.date)),
  )!;
}
