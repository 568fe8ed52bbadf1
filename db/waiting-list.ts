import { and, asc, count, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import { refusesShortNotice } from "~/domain/short-notice";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { breathe, type Reader } from "./engine";
import { comesAtShortNotice, shortNoticeCode } from "./patient-words";
import { patient, waitingListEntry as entry, type EntryState } from "./schema";
import { inScope, type Scope } from "./scope";
import { filterWhere, orderBy, type WaitingListFilter, type WaitingListSort } from "./waiting-list-filter";
import { detailFields, entryFields, withDetails } from "./waiting-list-row";

/** Which part of the list, in which order. Pages count from 1. */
export interface WaitingListPage {
  sort: WaitingListSort;
  descending: boolean;
  page: number;
  size: number;
  /** How many entries the filter has in all, where that was counted before. */
  total?: number;
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
  page: WaitingListPage,
  today: IsoDate,
): Promise<{ total: number; entries: HeldEntry[] }> {
  const where = filterWhere(scope, db, filter, today);
  const total = page.total ?? (await db.select({ total: count() }).from(entry).where(where))[0]!.total;
  const ids = await idsOfPage(db, where, page, total);
  const found = await entriesById(scope, db, ids);
  return { total, entries: ids.flatMap((id) => found.get(id) ?? []) };
}

/**
 * The ids of a page. They come from the index alone, so only the page's own rows are read afterwards; and they are
 * counted off from the nearer end, because passing over 100,000 rows takes longer than all the rest.
 */
async function idsOfPage(
  db: Reader,
  where: SQL | undefined,
  { sort, descending, page, size }: WaitingListPage,
  total: number,
): Promise<string[]> {
  const first = (page - 1) * size;
  const length = Math.min(size, total - first);
  if (length <= 0) return [];
  const fromEnd = first > total / 2;
  const rows = await db
    .select({ id: entry.id })
    .from(entry)
    .where(where)
    .orderBy(...orderBy(sort, descending, fromEnd))
    .limit(length)
    .offset(fromEnd ? total - first - length : first);
  const ids = rows.map(({ id }) => id);
  return fromEnd ? ids.reverse() : ids;
}

/** One entry in scope. */
export async function findEntry(scope: Scope, db: Reader, id: string): Promise<HeldEntry | null> {
  return (await entriesById(scope, db, [id])).get(id) ?? null;
}

/** Entries in scope by id, listed or gone. */
export async function entriesById(scope: Scope, db: Reader, ids: string[]): Promise<Map<string, HeldEntry>> {
  if (ids.length === 0) return new Map();
  // The scope is kept to afterwards: SQLite, told of the organisation, would walk an index of its whole list instead.
  const rows = await heldEntries(db).where(inArray(entry.id, ids));
  const seen = rows.filter(
    (row) => scope.organisations.includes(row.organisation) && scope.sites.includes(row.entry.listingSite),
  );
  return new Map(seen.map((row) => [row.id, held(row)]));
}

/** The ids of an organisation's entries in scope by the names that files give them, `issuer|pathwayId`. */
export async function entryIdsByName(
  scope: Scope,
  db: Reader,
  organisation: string,
  names: readonly { issuer: string; pathwayId: string }[],
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const pathways = [...new Set(names.map(({ pathwayId }) => pathwayId))];
  const { id, issuer, pathwayId } = entry;
  const own = and(
    eq(entry.organisation, organisation),
    inScope(scope, entry.organisation, entry.listingSite),
  );
  const rows = await db
    .select({ id, issuer, pathwayId })
    .from(entry)
    .where(and(own, inArray(pathwayId, pathways)));
  return new Map(rows.map((row) => [`${row.issuer}|${row.pathwayId}`, row.id]));
}

/** The patients (by id) of entries in scope, by the entries' ids. */
export async function patientsOfEntries(
  scope: Scope,
  db: Reader,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const held = await entriesById(scope, db, ids);
  return new Map([...held.values()].map(({ id, patient }) => [id, patient]));
}

/** All entries of a patient in scope, listed or gone, longest wait first. */
export async function entriesOfPatient(scope: Scope, db: Reader, id: string): Promise<HeldEntry[]> {
  const rows = await heldEntries(db)
    .where(and(eq(entry.patient, id), inScope(scope, entry.organisation, entry.listingSite)))
    .orderBy(asc(entry.clockStart), asc(entry.id));
  return rows.map(held);
}

const ENTRIES_A_BLOCK = 2000;

/**
 * All listed entries of an organisation at the sites in scope, in the order of their keys: what a plan is made from.
 * They are read block by block, so that others are served meanwhile; each entry is as it stood when it was read.
 */
export async function entriesForPlanning(
  scope: Scope,
  db: Reader,
  organisation: string,
): Promise<HeldEntry[]> {
  const entries: HeldEntry[] = [];
  for (let last: WaitingListEntry | undefined; ; last = entries[entries.length - 1]!.entry) {
    const block = await heldEntries(db)
      .where(
        and(
          inScope(scope, entry.organisation, entry.listingSite),
          eq(entry.organisation, organisation),
          eq(entry.state, "listed"),
          last === undefined ? undefined : afterKey(last),
        ),
      )
      .orderBy(asc(entry.issuer), asc(entry.pathwayId))
      .limit(ENTRIES_A_BLOCK);
    for (const row of block) entries.push(held(row));
    if (block.length < ENTRIES_A_BLOCK) return entries;
    await breathe();
  }
}

/**
 * Listed entries of an organisation at the sites in scope whose patients come at short notice, of some specialties.
 * What a patient said last counts before what the file says.
 */
export async function entriesAtShortNotice(
  scope: Scope,
  db: Reader,
  organisation: string,
  treatmentFunctions: readonly string[],
): Promise<HeldEntry[]> {
  const rows = await heldEntries(db)
    .where(
      and(
        inScope(scope, entry.organisation, entry.listingSite),
        eq(entry.organisation, organisation),
        eq(entry.state, "listed"),
        comesAtShortNotice(entry.id, entry.shortNotice),
        inArray(entry.treatmentFunction, [...treatmentFunctions]),
      ),
    )
    .orderBy(asc(entry.clockStart), asc(entry.id));
  return rows.map(held);
}

function afterKey({ issuer, pathwayId }: WaitingListEntry) {
  return sql`(${entry.issuer}, ${entry.pathwayId}) > (${issuer}, ${pathwayId})`;
}

type HeldRow = Awaited<ReturnType<typeof heldEntries>>[number];

/**
 * Dates that the patient told Hublist to avoid, and flags that screening found, count beside those of the file; so does
 * their no to short notice, before the file's yes. Their yes reaches stand-by alone.
 */
function held({ details, entry: said, avoids, foundFlags, noticeCode, ...row }: HeldRow): HeldEntry {
  if (refusesShortNotice(noticeCode)) said.shortNotice = false;
  if (avoids.length > 0) said.unavailable = [...said.unavailable, ...avoids];
  if (foundFlags.length > 0) said.orderFlags = [...new Set([...said.orderFlags, ...foundFlags])];
  return { ...row, entry: withDetails(said, details) };
}

function heldEntries(db: Reader) {
  return db
    .select({
      id: entry.id,
      organisation: entry.organisation,
      patient: entry.patient,
      state: entry.state,
      goneOn: entry.goneOn,
      target: entry.target,
      unknownColumns: entry.unknownColumns,
      ...{ avoids: entry.avoids, foundFlags: entry.foundFlags, noticeCode: shortNoticeCode(entry.id) },
      entry: entryFields("counts"),
      details: detailFields,
    })
    .from(entry)
    .innerJoin(patient, eq(entry.patient, patient.id));
}
