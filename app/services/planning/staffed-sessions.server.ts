import { asLeaveLeaves, surgeonsAway } from "~/domain/leave";
import type { Reader } from "~db/engine";
import { leaveWithin } from "~db/leave";
import type { Scope } from "~db/scope";
import { listSessions, type DateSpan, type HeldSession } from "~db/theatre-sessions";

/** A session, and the surgeons whom leave takes from it. */
export interface StaffedSession extends HeldSession {
  away: string[];
}

/**
 * The sessions of some dates as leave leaves them: without the surgeons who are away, and not staffed where nobody else
 * operates. So they stay until somebody gives the session to another surgeon or withdraws the leave.
 */
export async function staffedSessions(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation: string,
): Promise<StaffedSession[]> {
  const sessions = await listSessions(scope, db, span, organisation);
  const leave = await leaveWithin(scope, db, span, organisation);
  return sessions.map((held) => ({
    ...held,
    session: asLeaveLeaves(held.session, leave),
    away: surgeonsAway(leave, held.session),
  }));
}
