import type { Actor } from "~db/actor";
import { messagesByIds, updateMessage, type Message } from "~db/messages";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { clearOutbox, withoutFile } from "./file-outbox.server";

/** How many were recorded as sent, and the messages that were not, because the outbox holds no file of them. */
export interface PostedAnswer {
  posted: number;
  lacking: Message[];
}

/**
 * Records that a person posted messages of the outbox, and takes their files out of it. One without a file there cannot
 * have been posted from it, and stays as it is; one that somebody dealt with meanwhile is passed over.
 */
export async function markPosted(
  scope: Scope,
  store: Store,
  actor: Actor,
  ids: readonly string[],
): Promise<PostedAnswer> {
  const absent = new Set(await withoutFile(ids));
  const { posted, lacking } = await store.commit(actor, "message.post", async (tx) => {
    const lying = (await messagesByIds(scope, tx.db, ids)).filter(({ state }) => state === "outbox");
    const posted = lying.filter(({ id }) => !absent.has(id));
    for (const message of posted) await updateMessage(tx, message, { state: "sent", doneAt: tx.at });
    return { posted, lacking: lying.filter(({ id }) => absent.has(id)) };
  });
  for (const { id } of posted) await clearOutbox(id);
  return { posted: posted.length, lacking };
}
