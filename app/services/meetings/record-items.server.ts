import { decideRecording, openAction, type ItemWish } from "~/domain/meeting/recording";
import { namedBy, type Subject, type SubjectKey } from "~/domain/meeting/subject";
import { actorText, type Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { insertMeetingItem, lastItemNumber } from "~db/keep-meetings";
import { actionRecords, findMeeting, meetingRecords, type Meeting } from "~db/meetings";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";

/** What somebody typed into a meeting about one subject. */
export interface Recording {
  meeting: string;
  key: SubjectKey;
  /** The subject as it is now; null: the week as a whole, or nothing is known of it any more. */
  about: Subject | null;
  /** Id of the session in which a case stands now; null: none. */
  session: string | null;
  /** Number of the last item that the person had before them. */
  seen: number;
  wishes: ItemWish[];
}

export type RecordingOutcome =
  | { kind: "recorded" }
  | { kind: "closed"; by: string }
  | { kind: "changedSince"; by: string }
  | { kind: "notFound" };

/** Records decisions, actions and notes, all or none; nothing that somebody else recorded is lost or overwritten. */
export async function recordItems(
  scope: Scope,
  store: Store,
  actor: Actor,
  recording: Recording,
): Promise<RecordingOutcome> {
  return store.commit(actor, "meeting.record", async (tx) => {
    const held = await findMeeting(scope, tx.db, recording.meeting);
    if (held === null) return { kind: "notFound" };
    if (held.closedAt !== null) return { kind: "closed", by: held.closedBy ?? "" };
    const records = await meetingRecords(scope, tx.db, held.id);
    const answer = decideRecording(records, { ...recording, by: actorText(actor) });
    if (answer.kind === "unknownItem") return { kind: "notFound" };
    if (answer.kind === "changedSince") return { kind: "changedSince", by: answer.by };
    await keep(tx, held, recording, answer.wishes);
    return { kind: "recorded" };
  });
}

/** Records in an open meeting that an action of this or an earlier one is done; done already is no fault. */
export async function markActionDone(
  scope: Scope,
  store: Store,
  actor: Actor,
  { meeting, action, note }: { meeting: string; action: { meeting: string; number: number }; note: string },
): Promise<RecordingOutcome> {
  return store.commit(actor, "meeting.actionDone", async (tx) => {
    const held = await findMeeting(scope, tx.db, meeting);
    if (held === null) return { kind: "notFound" };
    if (held.closedAt !== null) return { kind: "closed", by: held.closedBy ?? "" };
    const open = openAction(await actionRecords(scope, tx.db, held.organisation), action);
    if (open === null) return { kind: "recorded" };
    const text = note === "" ? `Done: ${open.text}` : `Done: ${open.text} (${note})`;
    const done = { meeting: open.meeting, number: open.number };
    const wish: ItemWish = { kind: "note", text, owner: "", dueOn: null, replaces: 0, done };
    const { key, about } = open;
    await keep(tx, held, { key, about, session: null }, [wish]);
    return { kind: "recorded" };
  });
}

async function keep(
  tx: Tx,
  { id, organisation }: Meeting,
  { key, about, session }: Pick<Recording, "key" | "about" | "session">,
  wishes: readonly ItemWish[],
): Promise<void> {
  const named = namedBy(key)!;
  let number = await lastItemNumber(tx, id);
  for (const { done, ...wish } of wishes) {
    number += 1;
    await insertMeetingItem(
      tx,
      {
        ...{ meeting: id, number, ...wish, about, entry: named.entry, session: named.session ?? session },
        ...{ doneMeeting: done?.meeting ?? null, doneNumber: done?.number ?? null },
      },
      organisation,
    );
  }
}
