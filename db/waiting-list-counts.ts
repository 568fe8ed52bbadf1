import { and, count, eq, lt, lte, sql, type SQL } from "drizzle-orm";
import { addDays, type IsoDate } from "~/domain/calendar";
import { BREACH_WEEKS, type BreachWeeks } from "~/domain/rtt-clock";
import type { Priority, ScreeningOutcome } from "~/domain/waiting-list";
import type { Reader } from "./engine";
import { waitingListEntry as entry } from "./schema";
import { inScope, type Scope } from "./scope";
import { filterWhere, readinessDrift, type WaitingListFilter } from "./waiting-list-filter";

/** How many listed entries there are in scope, in all and by what needs somebody's attention. */
export interface WaitingListCounts {
  listed: number;
  byPriority: Partial<Record<Priority, number>>;
  byScreening: Partial<Record<ScreeningOutcome, number>>;
  /** Waited at least so many weeks. */
  atLeast: Record<BreachWeeks, number>;
  /** Ready, with fitness that ended before today. */
  fitnessExpired: number;
  drift: number;
}

/** Counts of the listed entries in scope on a date. */
export async function countWaitingList(scope: Scope, db: Reader, today: IsoDate): Promise<WaitingListCounts> {
  const listed = and(inScope(scope, entry.organisation, entry.listingSite), eq(entry.state, "listed"));
  const groups = await db
    .select({ priority: entry.priority, screening: entry.screening, entries: count() })
    .from(entry)
    .where(listed)
    .groupBy(entry.priority, entry.screening);
  const counts: WaitingListCounts = {
    listed: 0,
    byPriority: {},
    byScreening: {},
    atLeast: Object.fromEntries(BREACH_WEEKS.map((weeks) => [weeks, 0])) as Record<BreachWeeks, number>,
    fitnessExpired: await counted(db, and(listed, eq(entry.screening, "fit"), lt(entry.fitUntil, today))),
    drift: await counted(db, and(listed, readinessDrift)),
  };
  for (const { priority, screening, entries } of groups) {
    counts.listed += entries;
    counts.byPriority[priority] = (counts.byPriority[priority] ?? 0) + entries;
    counts.byScreening[screening] = (counts.byScreening[screening] ?? 0) + entries;
  }
  for (const weeks of BREACH_WEEKS) {
    counts.atLeast[weeks] = await counted(db, and(listed, lte(entry.clockStart, addDays(today, -7 * weeks))));
  }
  return counts;
}

/** How many entries of a filter have waited at least so many weeks; the filter's own bands are not asked. */
export async function countWaits(
  scope: Scope,
  db: Reader,
  filter: WaitingListFilter,
  today: IsoDate,
): Promise<Record<BreachWeeks, number>> {
  const atLeast = (weeks: BreachWeeks) =>
    sql<number>`coalesce(sum(case when ${entry.clockStart} <= ${addDays(today, -7 * weeks)} then 1 else 0 end), 0)`.mapWith(
      Number,
    );
  const columns = Object.fromEntries(BREACH_WEEKS.map((weeks) => [`at${weeks}`, atLeast(weeks)]));
  const [row] = await db
    .select(columns)
    .from(entry)
    .where(filterWhere(scope, db, { ...filter, bands: [] }, today));
  return Object.fromEntries(BREACH_WEEKS.map((weeks) => [weeks, row![`at${weeks}`]!])) as Record<
    BreachWeeks,
    number
  >;
}

async function counted(db: Reader, where: SQL | undefined): Promise<number> {
  const [row] = await db.select({ entries: count() }).from(entry).where(where);
  return row!.entries;
}
