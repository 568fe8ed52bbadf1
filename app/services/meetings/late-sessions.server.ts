import { addDays, mondayOf, type IsoDate } from "~/domain/calendar";
import { leavesNobody } from "~/domain/leave";
import { listStates, untouchedState } from "~/domain/list-state";
import type { LateSession } from "~/domain/meeting/agenda";
import { fillingOf } from "~/domain/six-four-two/filling";
import { milestonesOf } from "~/domain/six-four-two/milestones";
import type { Policy } from "~/domain/policy";
import { settingsAt, type WorkspaceSettings } from "~/domain/workspace-settings";
import { untoldCases } from "~/services/lists/untold-cases.server";
import type { Reader } from "~db/engine";
import { leaveWithin } from "~db/leave";
import { placedCases } from "~db/placed-cases";
import type { Scope } from "~db/scope";
import { sessionDetails } from "~db/session-details";
import { sessionEventsWithin } from "~db/session-events";
import { listSessions, type HeldSession } from "~db/theatre-sessions";

/** Weeks from this one on whose sessions are looked at: those of the 6-4-2 board. */
const WEEKS = 8;

/** Whose coming sessions, by which settings and policy. */
export interface LateAsked {
  organisation: string;
  today: IsoDate;
  settings: WorkspaceSettings;
  policy: Policy;
}

/** The sessions of the coming weeks with what of their 6-4-2 is late. */
export async function lateSessions(
  scope: Scope,
  db: Reader,
  { organisation, today, settings, policy }: LateAsked,
): Promise<{ sessions: HeldSession[]; late: LateSession[] }> {
  const span = { from: today, until: addDays(mondayOf(today), 7 * WEEKS) };
  const sessions = await listSessions(scope, db, span, organisation);
  const states = listStates(await sessionEventsWithin(scope, db, span, organisation));
  const means = new Map<string, number[]>();
  const placed = await placedCases(scope, db, span, organisation);
  for (const { session, minutes } of placed) means.set(session, [...(means.get(session) ?? []), minutes]);
  const untold = await untoldCases(db, placed, states);
  const leave = await leaveWithin(scope, db, span, organisation);
  const details = await sessionDetails(scope, db, span, organisation);
  const late = sessions.map(({ id, session }) => {
    const { date, start, end, status, site, surgeons } = session;
    const staff = { date, start, end, surgeons, anaesthetist: details.get(id)?.anaesthetist ?? "" };
    const facts = {
      ...fillingOf(session, means.get(id) ?? [], policy),
      ...{ date, status, untold: untold.get(id) ?? 0 },
      away: leavesNobody(leave, staff),
    };
    const milestones = milestonesOf(
      facts,
      states.get(id) ?? untouchedState(),
      settingsAt(settings, site),
      today,
    );
    return { session: id, date, late: milestones.filter(({ standing }) => standing === "late") };
  });
  return { sessions, late: late.filter((one) => one.late.length > 0) };
}
