import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  not,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import { addDays, type IsoDate } from "~/domain/calendar";
import { BREACH_WEEKS, type BreachWeeks } from "~/domain/rtt-clock";
import type { ReadinessState } from "~/domain/readiness-state";
import { SCREENING_OUTCOMES, type Priority } from "~/domain/waiting-list";
import type { Reader } from "./engine";
import { likeText, searchWords } from "./fold";
import { placedEntries } from "./placed-dates";
import { patient, readinessDrift, waitingListEntry as entry, type EntryState } from "./schema";
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
  /** With a date of surgery ahead, in the file or by a place in Hublist; or without one. */
  dated?: boolean;
  /** Listed, unless asked otherwise. */
  state?: EntryState;
}

export const WAITING_LIST_SORTS = [
  "waited",
  "priority",
  "name",
  "specialty",
  "site",
  "readiness",
  "target",
] as const;
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
    filter.drift === true ? readinessDrift(entry) : undefined,
    filter.dated === undefined ? undefined : isDated(db, filter.dated, today),
    inBands(filter.bands ?? [], today),
    matchesWords(scope, db, filter.words ?? ""),
  );
}

/** The order of the list, equal ones by the longest wait; `backwards`: the same order from its end. */
export function orderBy(sort: WaitingListSort, descending: boolean, backwards: boolean): SQL[] {
  const [column, ...ties] = SORTS[sort];
  const direction = (down: boolean) => (down === backwards ? asc : desc);
  return [direction(descending)(column!), ...ties.map(direction(false)), direction(false)(entry.id)];
}

// The stages of screening in their own order, not that of the alphabet.
const readinessOrder = sql`case ${entry.screening} ${sql.join(
  SCREENING_OUTCOMES.map((outcome, index) => sql.raw(`when '${outcome}' then ${index}`)),
  sql` `,
)} end`;

const waited = sql`${entry.clockStart}`;
const SORTS: Record<WaitingListSort, SQL[]> = {
  waited: [waited, sql`${entry.priority}`],
  priority: [sql`${entry.priority}`, waited],
  name: [sql`${entry.nameOrder}`, waited],
  specialty: [sql`${entry.treatmentFunction}`, waited],
  site: [sql`${entry.listingSite}`, waited],
  readiness: [readinessOrder, waited],
  // Entries without a target come last on both engines.
  target: [sql`coalesce(${entry.target}, '9999-12-31')`, waited],
};

function oneOfThese<T extends string>(
  column: Parameters<typeof inArray>[0],
  values: T[] | undefined,
): SQL | undefined {
  return values === undefined || values.length === 0 ? undefined : inArray(column, values);
}

/** Whole weeks waited by `today` are in one of the bands: said as ranges of the clock start, which is indexed. */
export function inBands(bands: (BreachWeeks | "under18")[], today: IsoDate): SQL | undefined {
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

function isDated(db: Reader, dated: boolean, today: IsoDate): SQL {
  const placed = inArray(entry.id, placedEntries(db, today));
  return dated ? or(isNotNull(entry.tciDate), placed)! : and(isNull(entry.tciDate), not(placed))!;
}

function matchesWords(scope: Scope, db: Reader, typed: string): SQL | undefined {
  const words = searchWords(typed);
  if (words.length === 0) return undefined;
  const found = db
    .select({ id: patient.id })
    .from(patient)
    .where(
      and(
        inScope(scope, patient.organisation),
        ...words.map((word) => sql`${like(patient.search, `% ${likeText(word)}%`)} escape '\\'`),
      ),
    );
  return inArray(entry.patient, found);
}
