import { and, count, eq, lt, lte, sql, type SQL } from "drizzle-orm";
import { addDays, type IsoDate } from "~/domain/calendar";
import { BREACH_WEEKS, type BreachWeeks } from "~/domain/rtt-clock";
import { PRIORITIES, SCREENING_OUTCOMES, type Priority, type ScreeningOutcome } from "~/domain/waiting-list";
import type { Reader } from "./engine";
import { readinessDrift, waitingListEntry as entry } from "./schema";
import { inScope, type Scope } from "./scope";
import { filterWhere, inBands, type WaitingListFilter } from "./waiting-list-filter";

/** How many listed entries there are in scope, in all and by what needs somebody's attention. */
export interface WaitingListCounts {
  listed: number;
  byPriority: Record<Priority, number>;
  byScreening: Record<ScreeningOutcome, number>;
  /** Waited at least so many weeks. */
  atLeast: Record<BreachWeeks, number>;
  /** Ready, with fitness that ended before today. */
  fitnessExpired: number;
  drift: number;
}

/** Counts of the listed entries in scope on a date. */
export async function countWaitingList(scope: Scope, db: Reader, today: IsoDate): Promise<WaitingListCounts> {
  const listed = and(inScope(scope, entry.organisation, entry.listingSite), eq(entry.state, "listed"));
  const groups = await groupsOf(db, listed, today);
  const total = (column: keyof Group, rows = groups) =>
    rows.reduce((sum, row) => sum + Number(row[column]), 0);
  const by = <Value extends string>(column: "priority" | "screening", values: readonly Value[]) =>
    filled(values, (value) =>
      total(
        "entries",
        groups.filter((group) => group[column] === value),
      ),
    );
  const [drift] = await db
    .select({ entries: count() })
    .from(entry)
    .where(and(listed, readinessDrift(entry)));
  return {
    listed: total("entries"),
    byPriority: by("priority", PRIORITIES),
    byScreening: by("screening", SCREENING_OUTCOMES),
    atLeast: filled(BREACH_WEEKS, (weeks) => total(weeks)),
    fitnessExpired: total("fitnessExpired"),
    drift: drift!.entries,
  };
}

type Group = Awaited<ReturnType<typeof groupsOf>>[number];

/** The listed entries by priority and screening, each group with what is counted of it, in one pass over the index. */
async function groupsOf(db: Reader, listed: SQL | undefined, today: IsoDate) {
  return db
    .select({
      priority: entry.priority,
      screening: entry.screening,
      entries: count(),
      fitnessExpired: countOf(and(eq(entry.screening, "fit"), lt(entry.fitUntil, today))!),
      ...filled(BREACH_WEEKS, (weeks) => countOf(overdue(weeks, today))),
    })
    .from(entry)
    .where(listed)
    .groupBy(entry.priority, entry.screening);
}

/**
 * How many entries a filter has in all, and how many of them have waited at least so many weeks; for the waits the
 * filter's own bands are not asked. One pass over the index, since that is what takes the time.
 */
export async function countFound(
  scope: Scope,
  db: Reader,
  filter: WaitingListFilter,
  today: IsoDate,
): Promise<{ total: number; waits: Record<BreachWeeks, number> }> {
  const within = inBands(filter.bands ?? [], today);
  const [row] = await db
    .select({
      total: within === undefined ? count() : countOf(within),
      ...filled(BREACH_WEEKS, (weeks) => countOf(overdue(weeks, today))),
    })
    .from(entry)
    .where(filterWhere(scope, db, { ...filter, bands: [] }, today));
  const { total, ...waits } = row!;
  return { total, waits };
}

const overdue = (weeks: BreachWeeks, today: IsoDate) => lte(entry.clockStart, addDays(today, -7 * weeks));

function filled<Key extends string | number, Value>(keys: readonly Key[], value: (key: Key) => Value) {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}

/** How many rows of a group meet a condition. */
function countOf(condition: SQL): SQL<number> {
  return sql`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number);
}
