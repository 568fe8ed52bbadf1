import { addDays, mondayOf, type IsoDate } from "~/domain/calendar";
import { store } from "~/store.server";
import { listWeeks } from "~db/placements";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import { sessionDates } from "~db/theatre-sessions";

/**
 * The organisation whose week is shown: the one that the address names, when the reader may see it, else the first of
 * theirs; null when they have none.
 */
export function organisationShown(scope: Scope, search: URLSearchParams): string | null {
  const named = search.get("organisation");
  return scope.organisations.find((code) => code === named) ?? scope.organisations[0] ?? null;
}

/** The part of an address that names an organisation, where there is a choice. */
export function organisationQuery(scope: Scope, organisation: string): string {
  return scope.organisations.length > 1 ? `?organisation=${encodeURIComponent(organisation)}` : "";
}

/** Mondays from a date on that have sessions, with how many; first to last. */
export async function weeksWithSessions(
  scope: Scope,
  organisation: string,
  from: IsoDate,
): Promise<{ week: IsoDate; sessions: number }[]> {
  const weeks = new Map<IsoDate, number>();
  for (const { organisation: of, date, sessions } of await sessionDates(scope, store().db, from)) {
    if (of !== organisation) continue;
    const week = mondayOf(date);
    weeks.set(week, (weeks.get(week) ?? 0) + sessions);
  }
  return [...weeks].map(([week, sessions]) => ({ week, sessions }));
}

/**
 * The week that is to be planned next: the first with sessions whose patients can all have their notice and in which
 * nobody stands yet, else the first such week in which somebody does, else the first with sessions from today on, else
 * this week.
 */
export async function weekToPlan(scope: Scope, organisation: string, today: IsoDate): Promise<IsoDate> {
  const policy = await currentPolicy(scope, store().db, organisation);
  const noticeDate = addDays(today, policy?.policy.noticeDays ?? 0);
  const weeks = await weeksWithSessions(scope, organisation, today);
  const inTime = weeks.filter(({ week }) => week >= noticeDate);
  const begun = await listWeeks(scope, store().db, mondayOf(today));
  const held = new Set(begun.filter((week) => week.organisation === organisation).map(({ start }) => start));
  const next = inTime.find(({ week }) => !held.has(week)) ?? inTime[0] ?? weeks[0];
  return next?.week ?? mondayOf(today);
}
