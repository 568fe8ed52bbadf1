import { and, count, eq, lt, sql, type SQL } from "drizzle-orm";
import { addDays, type IsoDate } from "~/domain/calendar";
import { BREACH_WEEKS, type BreachWeeks } from "~/domain/rtt-clock";
import type { Reader } from "./engine";
import { readinessDrift, waitingListEntry as entry } from "./schema";
import { inScope, type Scope } from "./scope";
import { filterWhere, type WaitingListFilter } from "./waiting-list-filter";

/** How many listed entries in scope need somebody to see to their readiness. */
export interface ReadinessCounts {
  listed: number;
  notScreened: number;
  awaiting: number;
  /** Ready, with fitness that ended before today. */
  fitnessExpired: number;
  drift: number;
}

/** Counts of the listed entries in scope on a date, in one pass over an index and one over that of drift. */
export async function countReadiness(scope: Scope, db: Reader, today: IsoDate): Promise<ReadinessCounts> {
  const listed = and(inScope(scope, entry.organisation, entry.listingSite), eq(entry.state, "listed"));
  const [counts] = await db
    .select({
      listed: count(),
      notScreened: countOf(eq(entry.screening, "not_screened")),
      awaiting: countOf(eq(entry.screening, "awaiting")),
      fitnessExpired: countOf(and(eq(entry.screening, "fit"), lt(entry.fitUntil, today))!),
    })
    .from(entry)
    .where(listed);
  const [drift] = await db
    .select({ entries: count() })
    .from(entry)
    .where(and(listed, readinessDrift(entry)));
  return { ...counts!, drift: drift!.entries };
}

/**
 * How many entries a filter has in all, and how many of them have waited at least so many weeks; for the waits the
 * filter's own bands are not asked. Counted by clock start, which an index holds in order: one pass, and a few hundred
 * rows to add up.
 */
export async function countFound(
  scope: Scope,
  db: Reader,
  filter: WaitingListFilter,
  today: IsoDate,
): Promise<{ total: number; waits: Record<BreachWeeks, number> }> {
  const starts = await db
    .select({ clockStart: entry.clockStart, entries: count() })
    .from(entry)
    .where(filterWhere(scope, db, { ...filter, bands: [] }, today))
    .groupBy(entry.clockStart);
  const reached = BREACH_WEEKS.map((weeks) => ({ weeks, by: addDays(today, -7 * weeks) }));
  const bandOf = (start: IsoDate) => reached.findLast(({ by }) => start <= by)?.weeks ?? "under18";
  const bands = filter.bands ?? [];
  const within = bands.length === 0 ? starts : starts.filter((row) => bands.includes(bandOf(row.clockStart)));
  const waits = reached.map(({ weeks, by }) => [weeks, sum(starts.filter((row) => row.clockStart <= by))]);
  return { total: sum(within), waits: Object.fromEntries(waits) as Record<BreachWeeks, number> };
}

const sum = (rows: { entries: number }[]) => rows.reduce((total, { entries }) => total + entries, 0);

/** How many rows meet a condition. */
function countOf(condition: SQL): SQL<number> {
  return sql`count(*) filter (where ${condition})`.mapWith(Number);
}
