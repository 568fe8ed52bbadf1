import { addDays, type IsoDate } from "~/domain/calendar";
import { listStates } from "~/domain/list-state";
import type { SessionEvent } from "~/domain/session-event";
import { isBookable } from "~/domain/session-time";
import { formerSurgeons } from "~/domain/six-four-two/former-team";
import { sessionsCalendar, type CalendarSession } from "~/export/icalendar";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { store } from "~/store.server";
import { latestVersions } from "~db/list-versions";
import { listSites } from "~db/organisations";
import { placedCases } from "~db/placed-cases";
import type { Scope } from "~db/scope";
import { ownerSurgeons } from "~db/session-details";
import { sessionEventsWithin } from "~db/session-events";
import { listSessions, type DateSpan, type HeldSession } from "~db/theatre-sessions";

/** Whose calendar: a theatre of a site, or a surgeon by code. */
export type CalendarOf = { site: string; theatre: string } | { surgeon: string };

/** Weeks of sessions that a calendar holds. */
const WEEKS = 8;
/** Weeks for which a session that a surgeon has no longer is cancelled in their calendar: as far as it ever reached. */
const CANCELLED_WEEKS = WEEKS;

/** The sessions of a theatre or a surgeon from a Monday on, as a calendar without patients; null: there are none. */
export async function calendarOf(
  scope: Scope,
  organisation: string,
  week: IsoDate,
  of: CalendarOf,
): Promise<string | null> {
  const { db, now } = store();
  const span = { from: week, until: addDays(week, 7 * WEEKS) };
  const all = await listSessions(scope, db, span, organisation);
  const events = await sessionEventsWithin(scope, db, span, organisation);
  const lost = "surgeon" in of ? await lostBy(of.surgeon, all, events, now()) : new Set<string>();
  const sessions = all.filter(({ id, session }) => isOf(session, of) || lost.has(id));
  if (sessions.length === 0) return null;
  const shown = await shownBy(scope, organisation, span, sessions, events);
  const name = "surgeon" in of ? `Theatre sessions of ${of.surgeon}` : `Theatre sessions of ${of.theatre}`;
  const cancelled = ({ id, session }: HeldSession) =>
    lost.has(id) ? "elsewhere" : isBookable(session) ? "no" : "closed";
  return sessionsCalendar(
    name,
    sessions.map((held) => ({ ...shown(held), cancelled: cancelled(held) })),
    now(),
  );
}

/** Ids of the sessions that a surgeon had and lost to others, or gave back, in the last weeks. */
async function lostBy(
  surgeon: string,
  sessions: readonly HeldSession[],
  events: readonly SessionEvent[],
  now: string,
): Promise<Set<string>> {
  const takenIds = new Set(events.filter(({ kind }) => kind === "taken").map(({ session }) => session));
  const taken = sessions.filter(({ id }) => takenIds.has(id));
  const owners = await ownerSurgeons(
    store().db,
    taken.map(({ id }) => id),
  );
  const since = addDays(now.slice(0, 10), -7 * CANCELLED_WEEKS);
  const lost = taken.filter(({ id, session }) => {
    const own = events.filter((event) => event.session === id);
    const at = formerSurgeons(own, owners.get(id) ?? [], session.surgeons).get(surgeon);
    return at !== undefined && at.slice(0, 10) >= since;
  });
  return new Set(lost.map(({ id }) => id));
}

/** What a calendar says of each of some sessions. */
async function shownBy(
  scope: Scope,
  organisation: string,
  span: DateSpan,
  sessions: readonly HeldSession[],
  events: readonly SessionEvent[],
): Promise<(held: HeldSession) => Omit<CalendarSession, "cancelled">> {
  const { db } = store();
  const versions = await latestVersions(
    scope,
    db,
    sessions.map(({ id }) => id),
  );
  const cases = await caseCounts(scope, organisation, span);
  const states = listStates(events);
  const sites = new Map((await listSites(scope, db)).map(({ code, name }) => [code, name]));
  return ({ id, session }) => ({
    ...{ id, theatre: session.theatre, site: sites.get(session.site) ?? session.site, date: session.date },
    ...{ start: session.start, end: session.end, surgeons: session.surgeons },
    specialties: session.treatmentFunctions.map(treatmentFunctionName),
    cases: versions.get(id)?.content.cases.length ?? cases.get(id) ?? 0,
    version: versions.get(id)?.number ?? 0,
    sequence: states.get(id)?.last ?? 0,
  });
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
