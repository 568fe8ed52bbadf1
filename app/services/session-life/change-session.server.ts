import type { User } from "~/auth/visitor.server";
import { listState, type ListState } from "~/domain/list-state";
import type { SessionEvent, SessionEventDetail, SessionEventKind } from "~/domain/session-event";
import { store } from "~/store.server";
import { actorText } from "~db/actor";
import type { Tx } from "~db/commit";
import type { Scope } from "~db/scope";
import { recordSessionEvent, sessionEvents } from "~db/session-events";
import { findSession, type HeldSession } from "~db/theatre-sessions";
import { findAccount } from "~db/users";
import type { FieldProblem } from "../form-fields.server";

/** What came of a change of one session. */
export type SessionAnswer =
  | { kind: "done" }
  | { kind: "refused"; problems: FieldProblem[] }
  /** Somebody else changed the session after the page was opened; their change stands. */
  | { kind: "changedSince"; by: string }
  | { kind: "notFound" };

/** A change that a person asks for. `base`: number of the last event that their page showed. */
export interface ChangeAsked {
  session: string;
  base: number;
}

/** The event that a change records. */
export interface NewEvent {
  kind: SessionEventKind;
  detail?: SessionEventDetail;
  reason?: string;
}

/** What a change sees within its commit. */
export interface Changing {
  tx: Tx;
  held: HeldSession;
  state: ListState;
  about: { organisation: string; site: string };
}

/**
 * Changes a session in one commit that also records the event. `change` writes and answers with its problems, or null.
 * The same form sent twice by one person is done once; after somebody else's change nothing is done.
 */
export async function changeSession(
  user: User,
  scope: Scope,
  { session, base }: ChangeAsked,
  event: NewEvent,
  change: (changing: Changing) => Promise<FieldProblem[] | null> = async () => null,
): Promise<SessionAnswer> {
  const actor = { kind: "user", id: user.id } as const;
  const answer = await store().commit(actor, `session.${event.kind}`, async (tx): Promise<SessionAnswer> => {
    const held = await findSession(scope, tx.db, session);
    if (!held) return { kind: "notFound" };
    const events = await sessionEvents(scope, tx.db, [session]);
    const state = listState(events);
    const last = events.at(-1);
    if (state.last !== base) {
      const repeated = state.last === base + 1 && last && isSame(last, event, actorText(actor));
      return repeated ? { kind: "done" } : { kind: "changedSince", by: last?.by ?? "" };
    }
    const about = { organisation: held.organisation, site: held.session.site };
    const problems = await change({ tx, held, state, about });
    if (problems) return { kind: "refused", problems };
    await recordSessionEvent(tx, { session, ...event }, about);
    return { kind: "done" };
  });
  return answer.kind === "changedSince" ? { ...answer, by: await nameOf(answer.by) } : answer;
}

function isSame(last: SessionEvent, { kind, detail = {}, reason = "" }: NewEvent, by: string): boolean {
  const told = (one: Pick<SessionEvent, "kind" | "detail" | "reason">) =>
    JSON.stringify([one.kind, one.reason, Object.entries(one.detail).sort()]);
  return last.by === by && told(last) === told({ kind, detail, reason });
}

async function nameOf(by: string): Promise<string> {
  const account = by.startsWith("user:") ? await findAccount(store().db, by.slice("user:".length)) : null;
  return account?.name ?? "Somebody";
}
