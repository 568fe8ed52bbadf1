import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Reader } from "./engine";
import { patient, waitingListEntry as entry, type EntryState } from "./schema";
import { inScope, type Scope } from "./scope";
import { filterWhere, orderBy, type WaitingListFilter, type WaitingListSort } from "./waiting-list-filter";
import { toEntry } from "./waiting-list-row";

/** Which part of the list, in which order. Pages count from 1. */
export interface WaitingListPage {
  sort: WaitingListSort;
  descending: boolean;
  page: number;
  size: number;
}

/** An entry as it is held: with its id, its state, and the id of its patient. */
export interface HeldEntry {
  id: string;
  organisation: string;
  patient: string;
  state: EntryState;
  goneOn: IsoDate | null;
  /** The earliest target by the organisation's policy. */
  target: IsoDate | null;
  entry: WaitingListEntry;
  unknownColumns: Record<string, string>;
}

/** A page of the waiting list and how many entries the filter has in all. `today` sets the weeks waited. */
export async function searchWaitingList(
  scope: Scope,
  db: Reader,
  filter: WaitingListFilter,
  { sort, descending, page, size }: WaitingListPage,
  today: IsoDate,
): Promise<{ total: number; entries: HeldEntry[] }> {
  const where = filterWhere(scope, db, filter, today);
  const [counted] = await db.select({ total: count() }).from(entry).where(where);
  // The ids come from the index alone; only the page's own rows are then read.
  const ids = await db
    .select({ id: entry.id })
    .from(entry)
    .where(where)
    .orderBy(...orderBy(sort, descending))
    .limit(size)
    .offset((page - 1) * size);
  const found = await entriesById(
    scope,
    db,
    ids.map(({ id }) => id),
  );
  return { total: counted!.total, entries: ids.flatMap(({ id }) => found.get(id) ?? []) };
}

/** One entry in scope. */
export async function findEntry(scope: Scope, db: Reader, id: string): Promise<HeldEntry | null> {
  return (await entriesById(scope, db, [id])).get(id) ?? null;
}

/** Entries in scope by id, listed or gone. */
export async function entriesById(scope: Scope, db: Reader, ids: string[]): Promise<Map<string, HeldEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await withPatient(db).where(
    and(inArray(entry.id, ids), inScope(scope, entry.organisation, entry.listingSite)),
  );
  return new Map(rows.map((row) => [row.entry.id, held(row)]));
}

/** All entries of a patient in scope, listed or gone, longest wait first. */
export async function entriesOfPatient(scope: Scope, db: Reader, id: string): Promise<HeldEntry[]> {
  const rows = await withPatient(db)
    .where(and(eq(entry.patient, id), inScope(scope, entry.organisation, entry.listingSite)))
    .orderBy(asc(entry.clockStart), asc(entry.id));
  return rows.map(held);
}

/** All listed entries of an organisation at the sites in scope, in a fixed order: what a plan is made from. */
export async function entriesForPlanning(
  scope: Scope,
  db: Reader,
  organisation: string,
): Promise<HeldEntry[]> {
  const rows = await withPatient(db)
    .where(
      and(
        inScope(scope, entry.organisation, entry.listingSite),
        eq(entry.organisation, organisation),
        eq(entry.state, "listed"),
      ),
    )
    .orderBy(asc(entry.issuer), asc(entry.pathwayId));
  return rows.map(held);
}

/** The specialties and consultants that occur among listed entries in scope, for the choices of a filter. */
export async function waitingListChoices(
  scope: Scope,
  db: Reader,
): Promise<{ treatmentFunction: string; entries: number }[]> {
  return db
    .select({ treatmentFunction: entry.treatmentFunction, entries: count() })
    .from(entry)
    .where(and(inScope(scope, entry.organisation, entry.listingSite), eq(entry.state, "listed")))
    .groupBy(entry.treatmentFunction)
    .orderBy(desc(count()), asc(entry.treatmentFunction));
}

function withPatient(db: Reader) {
  return db.select({ entry, patient }).from(entry).innerJoin(patient, eq(entry.patient, patient.id));
}

function held(row: { entry: typeof entry.$inferSelect; patient: typeof patient.$inferSelect }): HeldEntry {
  const { id, organisation, state, goneOn, target, unknownColumns } = row.entry;
  const shown = toEntry(row.entry, row.patient);
  return { id, organisation, patient: row.patient.id, state, goneOn, target, entry: shown, unknownColumns };
}
