import { assessEntry } from "~/services/triage/assess-entry.server";
import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import { insertSharedDecision, sharedDecisions } from "~db/shared-decisions";
import type { Store } from "~db/store";
import { findEntry } from "~db/waiting-list";
import type { StageGiven } from "./stage-form.server";

/** changedSince: somebody recorded a stage after the form was opened, or it was sent twice. */
export type RecordStageAnswer =
  { kind: "recorded" } | { kind: "changedSince"; by: string } | { kind: "notFound" };

/** Records a stage of the decision that a patient and a clinician share. It is no consent to surgery. */
export async function recordStage(
  scope: Scope,
  store: Store,
  actor: Actor,
  entry: string,
  { base, ...given }: StageGiven,
): Promise<RecordStageAnswer> {
  return store.commit(actor, "shared-decision.record", async (tx): Promise<RecordStageAnswer> => {
    const held = await findEntry(scope, tx.db, entry);
    if (held === null || held.state !== "listed") return { kind: "notFound" };
    const before = (await sharedDecisions(scope, tx.db, [entry])).get(entry) ?? [];
    const last = before.at(-1);
    if (last && last.number !== base) return { kind: "changedSince", by: last.by };
    const about = { organisation: held.organisation, site: held.entry.listingSite };
    await insertSharedDecision(tx, { entry, ...given }, about);
    await assessEntry(scope, store, actor, entry);
    return { kind: "recorded" };
  });
}
