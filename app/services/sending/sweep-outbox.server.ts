import { messagesByIds } from "~db/messages";
import { wholeScope } from "~db/organisations";
import type { Store } from "~db/store";
import { clearOutbox, idsInOutbox } from "./file-outbox.server";

/** Ids in one question to the store. */
const AT_ONCE = 500;

/**
 * Removes what lies in the outbox folder of messages that neither lie in the outbox nor wait to be sent, as a process
 * leaves it that was killed between the store and the folder: each file holds a contact and a link that works. The
 * folder is read first, so a file that comes meanwhile stays. Answers with how many.
 */
export async function sweepOutbox(store: Store): Promise<number> {
  const ids = await idsInOutbox();
  const scope = await wholeScope(store.db);
  let swept = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const held = await messagesByIds(scope, store.db, some);
    const kept = held.filter(({ state }) => state === "queued" || state === "outbox").map(({ id }) => id);
    for (const id of some.filter((one) => !kept.includes(one))) {
      await clearOutbox(id);
      swept++;
    }
  }
  return swept;
}
