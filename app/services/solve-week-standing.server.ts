import { addDays, type IsoDate } from "~/domain/calendar";
import { canKeep } from "~/domain/eligibility/no-session";
import type { StandingCase } from "~/domain/fixed-cases";
import { listStates } from "~/domain/list-state";
import type { Policy } from "~/domain/policy";
import type { Reader } from "~db/engine";
import { currentCaseHolds } from "~db/case-holds";
import { lastNotices, type LastNotice } from "~db/patient-notices";
import { operatedOf } from "~db/operated";
import type { Placement } from "~db/placements";
import type { Scope } from "~db/scope";
import { sessionEventsWithin } from "~db/session-events";
import { weekSpan, type HeldSession } from "~db/theatre-sessions";
import { entriesById } from "~db/waiting-list";
import { staffedSessions, type StaffedSession } from "./planning/staffed-sessions.server";

/**
 * Sessions of a week as leave leaves them; an open one that somebody locked in Hublist counts as locked: it keeps its
 * cases only.
 */
export async function lockedSessions(
  scope: Scope,
  db: Reader,
  { organisation, week }: { organisation: string; week: IsoDate },
): Promise<StaffedSession[]> {
  const sessions = await staffedSessions(scope, db, weekSpan(week), organisation);
  const states = listStates(await sessionEventsWithin(scope, db, weekSpan(week), organisation));
  return sessions.map((held) => {
    const isLocked = held.session.status === "open" && (states.get(held.id)?.locked ?? null) !== null;
    return isLocked ? { ...held, session: { ...held.session, status: "locked" as const } } : held;
  });
}

interface StandingInput {
  planDate: IsoDate;
  policy: Policy;
  standing: readonly Placement[];
  /** With the locked ones marked. */
  sessions: readonly HeldSession[];
}

/** Who stands in a week, and what may keep them there. */
export async function standingCases(
  scope: Scope,
  db: Reader,
  { planDate, policy, standing, sessions }: StandingInput,
): Promise<StandingCase[]> {
  const ids = standing.map(({ entry }) => entry);
  const entries = await entriesById(scope, db, ids);
  const holds = await currentCaseHolds(scope, db, ids);
  const notices = await lastNotices(scope, db, ids);
  const operated = await operatedOf(db, { entries: ids }, planDate);
  const byId = new Map(sessions.map(({ id, session }) => [id, session]));
  const owed = addDays(planDate, policy.noticeDays);
  return standing.flatMap((placement): StandingCase[] => {
    const session = byId.get(placement.session);
    const found = entries.get(placement.entry);
    if (!session || !found) return [];
    return [
      {
        entry: placement.entry,
        sessionId: session.sessionId,
        bookable: canKeep(found.entry, session, placement.override),
        operated: operated.has(placement.entry),
        locked: session.status === "locked",
        held: holds.get(placement.entry)?.held ?? false,
        byHand: isByHand(placement),
        told: isTold(placement, notices.get(placement.entry)),
        noticeGone: !found.entry.shortNotice && session.date < owed,
      },
    ];
  });
}

/** Put there by a person and not by a plan. */
export function isByHand({ run, changedBy }: Pick<Placement, "run" | "changedBy">): boolean {
  return run === null && changedBy.startsWith("user:");
}

/** The last that the patient heard is this very place. */
export function isTold({ session }: Pick<Placement, "session">, last: LastNotice | undefined): boolean {
  return last?.session === session && (last.kind === "told" || last.kind === "accepted");
}
