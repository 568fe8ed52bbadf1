import { addDays, type IsoDate } from "~/domain/calendar";
import { isBookable } from "~/domain/session-time";
import { sessionsCalendar } from "~/export/icalendar";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { store } from "~/store.server";
import { latestVersions } from "~db/list-versions";
import { listSites } from "~db/organisations";
import { placedCases } from "~db/placed-cases";
import type { Scope } from "~db/scope";
import { listSessions, type DateSpan, type HeldSession } from "~db/theatre-sessions";

/** Whose calendar: a theatre of a site, or a surgeon by code. */
export type CalendarOf = { site: string; theatre: string } | { surgeon: string };

/** Weeks of sessions that a calendar holds. */
const WEEKS = 8;

/** The sessions of a theatre or a surgeon from a Monday on, as a calendar without patients; null: there are none. */
export async function calendarOf(
  scope: Scope,
  organisation: string,
  week: IsoDate,
  of: CalendarOf,
): Promise<string | null> {
  const { db, now } = store();
  const span = { from: week, until: addDays(week, 7 * WEEKS) };
  const sessions = (await listSessions(scope, db, span, organisation)).filter(({ session }) =>
    isOf(session, of),
  );
  if (sessions.length === 0) return null;
  const versions = await latestVersions(
    scope,
    db,
    sessions.map(({ id }) => id),
  );
  const cases = await caseCounts(scope, organisation, span);
  const sites = new Map((await listSites(scope, db)).map(({ code, name }) => [code, name]));
  const events = sessions.map(({ id, session }) => ({
    ...{ id, theatre: session.theatre, site: sites.get(session.site) ?? session.site, date: session.date },
    ...{ start: session.start, end: session.end, surgeons: session.surgeons },
    specialties: session.treatmentFunctions.map(treatmentFunctionName),
    cases: versions.get(id)?.content.cases.length ?? cases.get(id) ?? 0,
    version: versions.get(id)?.number ?? 0,
    cancelled: !isBookable(session),
  }));
  const name = "surgeon" in of ? `Theatre sessions of ${of.surgeon}` : `Theatre sessions of ${of.theatre}`;
  return sessionsCalendar(name, events, now());
}

function isOf(session: HeldSession["session"], of: CalendarOf): boolean {
  if ("surgeon" in of) return session.surgeons.includes(of.surgeon);
  return session.site === of.site && session.theatre === of.theatre;
}

/** Cases of each session, by its id, whose patients are confirmed fit: a provisional place leaves the house in no form. */
async function caseCounts(scope: Scope, organisation: string, span: DateSpan) {
  const counts = new Map<string, number>();
  for (const { session, isFit } of await placedCases(scope, store().db, span, organisation))
    if (isFit) counts.set(session, (counts.get(session) ?? 0) + 1);
  return counts;
}
