import { today } from "~/clock.server";
import type { Actor } from "~db/actor";
import { messagesByIds, queueMessage, SENT_AGAIN, updateMessage } from "~db/messages";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findEntry } from "~db/waiting-list";
import { clearOutbox } from "./file-outbox.server";
import { whyUnneeded } from "./unneeded.server";

export type AgainAnswer = { kind: "queued" } | { kind: "unneeded"; why: string } | { kind: "notFound" };

/** Sends some messages once more: how many will be, and why the others will not. */
export async function sendAllAgain(
  scope: Scope,
  store: Store,
  actor: Actor,
  ids: readonly string[],
): Promise<{ queued: number; refusals: { id: string; why: string }[] }> {
  const answers = [];
  for (const id of ids) answers.push({ id, answer: await sendAgain(scope, store, actor, id) });
  const refusals = answers.flatMap(({ id, answer }) => {
    if (answer.kind === "queued") return [];
    const why = answer.kind === "unneeded" ? answer.why : "somebody dealt with it meanwhile";
    return [{ id, why: `is not sent again: ${why}` }];
  });
  return { queued: ids.length - refusals.length, refusals };
}

/**
 * Sends a message once more, to the contact as it is on file now: one that failed, or one whose file was lost from the
 * outbox. Pressed twice it is queued once.
 */
export async function sendAgain(scope: Scope, store: Store, actor: Actor, id: string): Promise<AgainAnswer> {
  const answer = await store.commit(actor, "message.again", async (tx): Promise<AgainAnswer> => {
    const [message] = await messagesByIds(scope, tx.db, [id]);
    if (message?.state !== "failed" && message?.state !== "outbox") return { kind: "notFound" };
    const { organisation, site, entry, kind, channel, invitation } = message;
    const held = await findEntry(scope, tx.db, entry);
    const why = await whyUnneeded(tx.db, message, held, { now: tx.at, today: today() });
    if (why !== null) return { kind: "unneeded", why };
    await updateMessage(tx, message, { state: "stopped", fault: SENT_AGAIN, doneAt: tx.at });
    await queueMessage(tx, { organisation, site, entry, kind, channel, invitation });
    return { kind: "queued" };
  });
  if (answer.kind === "queued") await clearOutbox(id);
  return answer;
}
