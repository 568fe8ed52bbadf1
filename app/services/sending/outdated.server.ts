import { addressLines } from "~/domain/perioperative/message/outbox-text";
import type { MessageChannel } from "~db/schema";
import type { HeldEntry } from "~db/waiting-list";
import { readOutbox } from "./file-outbox.server";
import { addressedTo, recipientOf } from "./recipient.server";

/** Whether what lies in the outbox is to a contact that is no longer the one on file: it must not be posted. */
export async function isOutdated(
  { id, channel }: { id: string; channel: MessageChannel },
  held: Pick<HeldEntry, "entry">,
): Promise<boolean> {
  const lies = await readOutbox(id);
  if (lies === null) return false;
  const now = addressLines(addressedTo(channel, recipientOf(held)));
  return JSON.stringify(addressLines(lies.to)) !== JSON.stringify(now);
}

/** Why an outdated message is not posted. */
export const OUTDATED = "the contact on file has changed, so it is sent anew";
