import type { User } from "~/auth/visitor.server";
import { addDays, type IsoDate } from "~/domain/calendar";
import { leaveHits, type LeaveHalf } from "~/domain/leave";
import { store } from "~/store.server";
import { leaveWithin, type HeldLeaveRow } from "~db/leave";
import { placedCases } from "~db/placed-cases";
import type { Scope } from "~db/scope";
import { sessionDetails } from "~db/session-details";
import { listSessions } from "~db/theatre-sessions";
import { mayChange } from "../schedule/places.server";

/** A session that a leave hits, with the cases that stand in it. */
export interface HitSession {
  id: string;
  date: IsoDate;
  start: string;
  theatre: string;
  open: boolean;
  cases: number;
}

/** A leave and what it hits. */
export interface LeaveShown {
  id: string;
  person: string;
  role: "surgeon" | "anaesthetist";
  from: IsoDate;
  to: IsoDate;
  half: LeaveHalf;
  source: string;
  note: string;
  sessions: HitSession[];
}

/** Leave that stands from today on, soonest first. */
export interface LeavePage {
  organisation: string;
  leaves: LeaveShown[];
  hit: number;
  booked: number;
  mayEdit: boolean;
}

/** Loads leave from today on, with the sessions it hits. */
export async function leavePage(
  user: User,
  scope: Scope,
  organisation: string,
  today: IsoDate,
): Promise<LeavePage> {
  const held = await leaveWithin(scope, store().db, { from: today, until: "9999-12-31" }, organisation);
  const leaves = await withSessions(scope, organisation, held, today);
  const hit = new Set(leaves.flatMap(({ sessions }) => sessions.map(({ id }) => id)));
  const booked = new Map(
    leaves.flatMap(({ sessions }) => sessions.map(({ id, cases }) => [id, cases] as const)),
  );
  return {
    ...{ organisation, leaves, hit: hit.size, mayEdit: mayChange(user, organisation) },
    booked: [...booked.values()].reduce((sum, cases) => sum + cases, 0),
  };
}

/** Leaves with the sessions that each hits from today on. */
export async function withSessions(
  scope: Scope,
  organisation: string,
  held: readonly HeldLeaveRow[],
  today: IsoDate,
): Promise<LeaveShown[]> {
  if (held.length === 0) return [];
  const { db } = store();
  const last = held.map(({ to }) => to).reduce((a, b) => (a > b ? a : b));
  const span = { from: today, until: addDays(last, 1) };
  const sessions = await listSessions(scope, db, span, organisation);
  const details = await sessionDetails(scope, db, span, organisation);
  const cases = new Map<string, number>();
  for (const { session } of await placedCases(scope, db, span, organisation))
    cases.set(session, (cases.get(session) ?? 0) + 1);
  return held.map(({ id, person, role, from, to, half, source, note }) => ({
    ...{ id, person, role, from, to, half, source, note },
    sessions: sessions
      .filter((one) =>
        leaveHits(
          { person, role, from, to, half },
          { ...one.session, anaesthetist: details.get(one.id)?.anaesthetist ?? "" },
        ),
      )
      .map((one) => ({
        ...{ id: one.id, date: one.session.date, start: one.session.start, theatre: one.session.theatre },
        open: one.session.status === "open" || one.session.status === "locked",
        cases: cases.get(one.id) ?? 0,
      })),
  }));
}
