import type { Plan, PlannedCase, PlannedList } from "~/domain/plan";
import { isBookable } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { PlanInput } from "~/domain/plan-input";

/** One list of a plan with the rows that it names, cases in their order. */
export interface NamedList {
  session: TheatreSession;
  stated: PlannedList;
  cases: { entry: WaitingListEntry; stated: PlannedCase }[];
}

/** Finds the rows that a plan names and says what is wrong with the names. */
export function namedLists(plan: Plan, input: PlanInput, say: (fault: string) => void): NamedList[] {
  const sessions = new Map(input.sessions.map((session) => [session.sessionId, session]));
  const entries = new Map(input.entries.map((entry) => [keyOf(entry), entry]));
  const listed = new Set(plan.sessions.map(({ sessionId }) => sessionId));
  if (listed.size < plan.sessions.length) say("a session is listed twice");
  for (const session of input.sessions)
    if (isBookable(session) && !listed.has(session.sessionId)) say(`${session.sessionId} is not listed`);
  return plan.sessions.flatMap((stated) => {
    const session = sessions.get(stated.sessionId);
    if (!session) {
      say(`unknown session ${stated.sessionId}`);
      return [];
    }
    return [{ session, stated, cases: namedCases(stated, entries, say) }];
  });
}

/** An entry's own name: issuer and identifier. */
export function keyOf({ issuer = "", pathwayId }: { issuer?: string; pathwayId: string }): string {
  return `${issuer}|${pathwayId}`;
}

function namedCases(
  { sessionId, cases }: PlannedList,
  entries: Map<string, WaitingListEntry>,
  say: (fault: string) => void,
): NamedList["cases"] {
  const ordered = [...cases].sort((a, b) => a.order - b.order);
  if (ordered.some(({ order }, at) => order !== at + 1)) say(`${sessionId}: the order must run from 1 on`);
  return ordered.flatMap((stated) => {
    const entry = entries.get(keyOf(stated));
    if (!entry) say(`unknown entry ${stated.pathwayId}`);
    return entry ? [{ entry, stated }] : [];
  });
}
