import type { Actor } from "~db/actor";
import { markRead, wordsOfEntries } from "~db/patient-words";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findEntry } from "~db/waiting-list";

/** Notes that somebody of staff has read what a patient said; twice is once. */
export async function readWord(
  scope: Scope,
  store: Store,
  actor: Actor,
  { entry, number }: { entry: string; number: number },
): Promise<{ kind: "read" | "notFound" }> {
  return store.commit(actor, "patient-word.read", async (tx) => {
    const held = await findEntry(scope, tx.db, entry);
    const word = (await wordsOfEntries(scope, tx.db, [entry])).find((one) => one.number === number);
    if (!held || !word) return { kind: "notFound" };
    const about = { organisation: held.organisation, site: held.entry.listingSite };
    if (word.readAt === null) await markRead(tx, word, about);
    return { kind: "read" };
  });
}
