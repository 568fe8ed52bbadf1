import type { FrozenSubject } from "~/domain/meeting/subject";
import type { Actor } from "~db/actor";
import { updateMeeting } from "~db/keep-meetings";
import { findMeeting } from "~db/meetings";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";

export type ClosingOutcome = { kind: "closed" } | { kind: "notFound" };

/** Closes a meeting with its agenda as it stands; closed already is no fault, and stays as it was closed first. */
export async function closeMeeting(
  scope: Scope,
  store: Store,
  actor: Actor,
  { meeting, agenda }: { meeting: string; agenda: FrozenSubject[] },
): Promise<ClosingOutcome> {
  return store.commit(actor, "meeting.close", async (tx) => {
    const held = await findMeeting(scope, tx.db, meeting);
    if (held === null) return { kind: "notFound" };
    if (held.closedAt === null)
      await updateMeeting(tx, meeting, { closedAt: tx.at, closedBy: tx.by, agenda });
    return { kind: "closed" };
  });
}

export type AttendeesOutcome =
  | { kind: "changed" }
  | { kind: "closed"; by: string }
  /** Somebody else changed it first. */
  | { kind: "changedSince"; attendees: string }
  | { kind: "notFound" };

/** Says anew who is at an open meeting. `was`: what the person had before them. */
export async function changeAttendees(
  scope: Scope,
  store: Store,
  actor: Actor,
  { meeting, was, attendees }: { meeting: string; was: string; attendees: string },
): Promise<AttendeesOutcome> {
  return store.commit(actor, "meeting.attendees", async (tx) => {
    const held = await findMeeting(scope, tx.db, meeting);
    if (held === null) return { kind: "notFound" };
    if (held.closedAt !== null) return { kind: "closed", by: held.closedBy ?? "" };
    if (held.attendees !== was && held.attendees !== attendees)
      return { kind: "changedSince", attendees: held.attendees };
    await updateMeeting(tx, meeting, { attendees });
    return { kind: "changed" };
  });
}
