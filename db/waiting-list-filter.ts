import { and, asc, desc, eq, gt, inArray, like, lte, or, sql, type SQL } from "drizzle-orm";
import { addDays, type IsoDate } from "~/domain/calendar";
import { BREACH_WEEKS, type BreachWeeks } from "~/domain/rtt-clock";
import { SCREENING_OUTCOMES, type Priority, type ScreeningOutcome } from "~/domain/waiting-list";
import type { Reader } from "./engine";
import { likeText, searchWords } from "./fold";
import { patient, waitingListEntry as entry, type EntryState } from "./schema";
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
  screening?: ScreeningOutcome[];
  consultants?: string[];
  cancer?: boolean;
  /** Only where the file's readiness differs from what was decided here. */
  drift?: boolean;
  /** Listed, unless asked otherwise. */
  state?: EntryState;
}

export const WAITING_LIST_SORTS = ["waited", "priority", "name", "specialty", "site", "readiness"] as const;
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
    oneOfThese(entry.screening, filter.screening),
    oneOfThese(entry.consultant, filter.consultants),
    filter.cancer === undefined ? undefined : eq(entry.cancer, filter.cancer),
    filter.drift === true ? readinessDrift : undefined,
    inBands(filter.bands ?? [], today),
    matchesWords(scope, db, filter.words ?? ""),
  );
}

/** The file says something else about readiness than what was decided in Hublist. */
export const readinessDrift: SQL = sql`(${entry.screening} <> ${entry.fileScreening}
  or coalesce(${entry.fitFrom}, '') <> coalesce(${entry.fileFitFrom}, '')
  or coalesce(${entry.fitUntil}, '') <> coalesce(${entry.fileFitUntil}, '')
  or ${entry.hubSuitable} <> ${entry.fileHubSuitable})`;

/** The order of the list; equal ones by the longest wait. */
export function orderBy(sort: WaitingListSort, descending: boolean): SQL[] {
  const [column, ...ties] = SORTS[sort];
  return [descending ? desc(column!) : asc(column!), ...ties.map((tie) => asc(tie)), asc(entry.id)];
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
