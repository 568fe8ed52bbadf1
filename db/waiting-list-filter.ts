import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  like,
  lt,
  lte,
  not,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { addDays, type IsoDate } from "~/domain/calendar";
import { BREACH_WEEKS, type BreachWeeks } from "~/domain/rtt-clock";
import type { ReadinessState } from "~/domain/readiness-state";
import type { Priority } from "~/domain/waiting-list";
import type { Reader } from "./engine";
import { likeText, searchWords } from "./fold";
import { isOperated } from "./operated";
import { placedEntries } from "./placed-dates";
import { isFileDateCancelled } from "./promised-dates";
import { readinessDrift, waitingListEntry as entry, type EntryState } from "./schema";
import { inScope, type Scope } from "./scope";

/** What the list page asks for. What is left out, or an empty list, does not narrow. */
export interface WaitingListFilter {
  /** Name, NHS number or hospital number as typed: each word begins a word of the patient's. */
  words?: string;
  organisation?: string;
  sites?: string[];
  treatmentFunctions?: string[];
  priorities?: Priority[];
  /** The highest milestone reached; `under18` for those who have reached none. */
  bands?: (BreachWeeks | "under18")[];
  readiness?: ReadinessState[];
  consultants?: string[];
  cancer?: boolean;
  /** Only where the file's readiness differs from what was decided here. */
  drift?: boolean;
  /** With a date of surgery ahead, in the file or by a place in Hublist, or operated on already; or without one. */
  dated?: boolean;
  /** Only who counts as operated on here although still listed. */
  operated?: boolean;
  /** Listed, unless asked otherwise. */
  state?: EntryState;
}

/** The orders of the list; each has an index (db/schema/waiting-list.ts). */
export const WAITING_LIST_SORTS = ["waited", "priority", "name", "target"] as const;
export type WaitingListSort = (typeof WAITING_LIST_SORTS)[number];

/** The condition of a filter on a date. */
export function filterWhere(
  scope: Scope,
  db: Reader,
  filter: WaitingListFilter,
  today: IsoDate,
): SQL | undefined {
  return and(
    inScope(scope, entry.organisation, entry.listingSite),
    filter.organisation === undefined ? undefined : eq(entry.organisation, filter.organisation),
    eq(entry.state, filter.state ?? "listed"),
    oneOfThese(entry.listingSite, filter.sites),
    oneOfThese(entry.treatmentFunction, filter.treatmentFunctions),
    oneOfThese(entry.priority, filter.priorities),
    inReadiness(filter.readiness ?? [], today),
    oneOfThese(entry.consultant, filter.consultants),
    filter.cancer === undefined ? undefined : eq(entry.cancer, filter.cancer),
    filter.drift === true ? inArray(entry.id, drifted(scope, db)) : undefined,
    filter.dated === undefined ? undefined : isDated(db, filter.dated, today),
    filter.operated === true ? isOperated(db, today) : undefined,
    inBands(filter.bands ?? [], today),
    ...searchWords(filter.words ?? "").map(hasWord),
  );
}

/** The order of the list, equal ones by the longest wait; `backwards`: the same order from its end. */
export function orderBy(sort: WaitingListSort, descending: boolean, backwards: boolean): SQL[] {
  const [column, tie] = SORTS[sort];
  const direction = (down: boolean) => (down === backwards ? asc : desc);
  const first = direction(descending)(column);
  // Entries without a target come last on both engines; said so only here, because it costs an index its use elsewhere.
  const nulls = descending === backwards ? sql`${first} nulls last` : sql`${first} nulls first`;
  return [column.notNull ? first : nulls, direction(false)(tie), direction(false)(entry.id)];
}

const SORTS: Record<WaitingListSort, [PgColumn, PgColumn]> = {
  waited: [entry.clockStart, entry.priority],
  priority: [entry.priority, entry.clockStart],
  name: [entry.search, entry.clockStart],
  target: [entry.target, entry.clockStart],
};

function oneOfThese<T extends string>(
  column: Parameters<typeof inArray>[0],
  values: T[] | undefined,
): SQL | undefined {
  return values === undefined || values.length === 0 ? undefined : inArray(column, values);
}

/** Whole weeks waited by `today` are in one of the bands: said as ranges of the clock start, which is indexed. */
function inBands(bands: (BreachWeeks | "under18")[], today: IsoDate): SQL | undefined {
  const startedBy = (weeks: number) => addDays(today, -7 * weeks);
  const ranges = bands.map((band) => {
    if (band === "under18") return gt(entry.clockStart, startedBy(BREACH_WEEKS[0]));
    const next = BREACH_WEEKS.find((weeks) => weeks > band);
    const from = next === undefined ? undefined : gt(entry.clockStart, startedBy(next));
    return and(lte(entry.clockStart, startedBy(band)), from);
  });
  return ranges.length === 0 ? undefined : or(...ranges);
}

/** By the outcome of screening; `expired` are fit ones whose last day of fitness has gone. */
function inReadiness(states: ReadinessState[], today: IsoDate): SQL | undefined {
  const ended = and(eq(entry.screening, "fit"), lt(entry.fitUntil, today));
  const conditions = states.map((state) => {
    if (state === "expired") return ended;
    return and(eq(entry.screening, state), state === "fit" ? not(ended!) : undefined);
  });
  return conditions.length === 0 ? undefined : or(...conditions);
}

/** Ids of entries with drift. Asked on their own, so that their index is used whatever the order of the list. */
function drifted(scope: Scope, db: Reader) {
  return db
    .select({ id: entry.id })
    .from(entry)
    .where(and(inScope(scope, entry.organisation), readinessDrift(entry)));
}

function isDated(db: Reader, dated: boolean, today: IsoDate): SQL {
  const placed = inArray(entry.id, placedEntries(db, today));
  const byFile = and(isNotNull(entry.tciDate), not(isFileDateCancelled()))!;
  const done = isOperated(db, today);
  return dated ? or(byFile, placed, done)! : and(not(byFile), not(placed), not(done))!;
}

/** A word of the patient's begins so. */
function hasWord(word: string): SQL {
  return sql`${like(entry.search, `% ${likeText(word)}%`)} escape '\\'`;
}
