import { nextChannel } from "~/domain/perioperative/message/next-channel";
import { messageKind } from "~/facts/messages";
import type { Tx } from "~db/commit";
import { queueMessage, updateMessage, type Message } from "~db/messages";
import type { MessageChannel } from "~db/schema";
import { raiseTasks } from "~db/screening/care-tasks";
import type { HeldEntry } from "~db/waiting-list";

/**
 * Gives a message up on its channel: it goes by the next that the contact on file has, else a task asks somebody to
 * call, both at the site that lists the patient by now. Nothing else happens to the patient. `held`: null: nobody has it.
 */
export async function giveUp(
  tx: Tx,
  message: Message,
  held: Pick<HeldEntry, "entry"> | null,
  { fault, used }: { fault: string; used: readonly MessageChannel[] },
): Promise<void> {
  const over = { leasedBy: null, leasedUntil: null, dueAt: null, checkAt: null };
  const { organisation, entry, kind, invitation, channel: tried } = message;
  await updateMessage(tx, message, { ...over, state: "failed", channel: tried, fault, doneAt: tx.at });
  if (held === null) return;
  const { listingSite: site } = held.entry;
  const channel = nextChannel(held.entry.details, used, tried);
  if (channel !== null) {
    await queueMessage(tx, { organisation, site, entry, kind, invitation, channel, follows: message.id });
    return;
  }
  const words = `Call the patient about ${messageKind(kind).asks}: no message arrived (${CHANNEL_WORDS[tried]}: ${fault})`;
  const about = invitation ?? kind;
  await raiseTasks(tx, [{ organisation, site, entry, kind: "noReply", about, urgent: false, words }]);
}

const CHANNEL_WORDS = { text: "text", email: "e-mail", letter: "letter" } as const;
