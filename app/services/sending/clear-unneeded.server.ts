import { today } from "~/clock.server";
import { messageById, messageIdsAfter, queueMessage, updateMessage } from "~db/messages";
import { organisationScope, wholeScope } from "~db/organisations";
import type { Store } from "~db/store";
import { findEntry } from "~db/waiting-list";
import { clearOutbox } from "./file-outbox.server";
import { isOutdated, OUTDATED } from "./outdated.server";
import { SENDING } from "./sending-process.server";
import { whyUnneeded } from "./unneeded.server";

const AT_ONCE = 500;

/**
 * Takes out of the file outbox, however much lies there, what nobody needs to post any more; what is to a contact that is
 * no longer on file is sent anew to the one that is. Answers with how many.
 */
export async function clearUnneeded(store: Store, atOnce = AT_ONCE): Promise<number> {
  const scope = await wholeScope(store.db);
  let cleared = 0;
  for (let last = ""; ;) {
    const lying = await messageIdsAfter(scope, store.db, { state: "outbox", last, most: atOnce });
    for (const id of lying) if (await stopUnneeded(store, id)) cleared++;
    if (lying.length < atOnce) return cleared;
    last = lying.at(-1)!;
  }
}

async function stopUnneeded(store: Store, id: string): Promise<boolean> {
  const stopped = await store.commit(SENDING, "message.stop", async (tx) => {
    const message = await messageById(tx.db, id);
    if (message?.state !== "outbox") return false;
    const own = await organisationScope(tx.db, message.organisation);
    const held = await findEntry(own, tx.db, message.entry);
    const why = await whyUnneeded(tx.db, message, held, { now: tx.at, today: today() });
    if (why !== null) {
      await updateMessage(tx, message, { state: "stopped", fault: why, doneAt: tx.at });
      return true;
    }
    if (held === null || !(await isOutdated(message, held))) return false;
    await updateMessage(tx, message, { state: "stopped", fault: OUTDATED, doneAt: tx.at });
    const { organisation, site, entry, kind, channel, invitation } = message;
    await queueMessage(tx, { organisation, site, entry, kind, channel, invitation });
    return true;
  });
  if (stopped) await clearOutbox(id);
  return stopped;
}
