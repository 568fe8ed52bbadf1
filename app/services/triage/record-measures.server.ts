import type { MeasureTaken } from "~/domain/perioperative/measures";
import type { Actor } from "~db/actor";
import { insertMeasures } from "~db/screening/measures";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findEntry } from "~db/waiting-list";
import { assessEntry } from "./assess-entry.server";

/** Records measures of an entry and looks at its rules again. False: no such entry waits in scope. */
export async function recordMeasures(
  scope: Scope,
  store: Store,
  actor: Actor,
  entry: string,
  taken: readonly MeasureTaken[],
): Promise<boolean> {
  return store.commit(actor, "screening.measure", async (tx) => {
    const held = await findEntry(scope, tx.db, entry);
    if (held === null || held.state !== "listed") return false;
    const about = { organisation: held.organisation, site: held.entry.listingSite };
    await insertMeasures(tx, entry, taken, about);
    await assessEntry(scope, store, actor, entry);
    return true;
  });
}
