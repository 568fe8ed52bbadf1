import { mondayOf, type IsoDate } from "~/domain/calendar";
import { leaveWords } from "~/components/schedule/session-life-words";
import { leaveOf } from "~/domain/leave";
import { store } from "~/store.server";
import { leaveWithin } from "~db/leave";
import { sessionDetails } from "~db/session-details";
import { listSites } from "~db/organisations";
import type { Reader } from "~db/engine";
import { currentPlacements } from "~db/placements";
import type { Scope } from "~db/scope";
import { listSessions, sessionDates, weekSpan, type HeldSession } from "~db/theatre-sessions";
import { sessionsWeek, weekOf, type SessionsWeek } from "./sessions-week";
import { weekChoices, weekFilter, type BoardFilter, type WeekChoices } from "./week-board";

/** The page of the sessions of one week. */
export interface SessionsPage {
  week: SessionsWeek;
  filter: BoardFilter;
  choices: WeekChoices;
  /** The nearest week from today on that has sessions, where this one has none. */
  weekWithSessions: IsoDate | null;
}

/** Loads the sessions of the week that an address asks for; without one, of the next week that has any. */
export async function sessionsPage(
  scope: Scope,
  search: URLSearchParams,
  today: IsoDate,
): Promise<SessionsPage> {
  const { db } = store();
  const coming = (await sessionDates(scope, db, mondayOf(today)))[0]?.date;
  const nearest = coming === undefined ? null : mondayOf(coming);
  const weekStart = weekOf(search.get("week")) ?? nearest ?? mondayOf(today);
  const held = await listSessions(scope, db, weekSpan(weekStart));
  const sites = await listSites(scope, db);
  const siteName = (code: string) => sites.find((site) => site.code === code)?.name ?? code;
  const sessions = held.map(({ session }) => session);
  const choices = weekChoices(sessions, siteName);
  const filter = weekFilter(search, choices);
  const placed = await placedCounts(scope, db, weekStart, held);
  const marks = await leaveMarks(scope, db, weekStart, held);
  const ids = new Map(held.map(({ id, session }) => [session.sessionId, id]));
  const about = (sessionId: string) => ({
    id: ids.get(sessionId) ?? "",
    marks: marks.get(ids.get(sessionId) ?? "") ?? [],
  });
  const input = { weekStart, sessions, siteName, about, placed: (id: string) => placed.get(id) ?? 0 };
  const week = sessionsWeek(input, filter);
  return { week, filter, choices, weekWithSessions: sessions.length === 0 ? nearest : null };
}

/** How many cases stand in each session of a week by accepted plans, by the session's identifier. */
async function placedCounts(
  scope: Scope,
  db: Reader,
  weekStart: IsoDate,
  held: readonly HeldSession[],
): Promise<Map<string, number>> {
  const identifiers = new Map(held.map(({ id, session }) => [id, session.sessionId]));
  const counts = new Map<string, number>();
  for (const organisation of new Set(held.map((one) => one.organisation)))
    for (const { session } of await currentPlacements(scope, db, organisation, weekStart)) {
      const identifier = identifiers.get(session) ?? "";
      counts.set(identifier, (counts.get(identifier) ?? 0) + 1);
    }
  return counts;
}

/** Leave that hits each session of a week, in words, by id of the session. */
async function leaveMarks(
  scope: Scope,
  db: Reader,
  weekStart: IsoDate,
  held: readonly HeldSession[],
): Promise<Map<string, string[]>> {
  const span = weekSpan(weekStart);
  const marks = new Map<string, string[]>();
  for (const organisation of new Set(held.map((one) => one.organisation))) {
    const leave = await leaveWithin(scope, db, span, organisation);
    const details = await sessionDetails(scope, db, span, organisation);
    for (const { id, session } of held.filter((one) => one.organisation === organisation)) {
      const anaesthetist = details.get(id)?.anaesthetist ?? "";
      marks.set(id, leaveOf(leave, { ...session, anaesthetist }).map(leaveWords));
    }
  }
  return marks;
}
