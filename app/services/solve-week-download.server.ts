import { PLANNER_FILES, type PlannerFile } from "~/domain/week-record";
import type { Actor } from "~db/actor";
import { readPlanFile, readPlanText } from "~db/plans";
import type { Scope } from "~db/scope";
import { findRun } from "~db/solve-runs";
import type { Store } from "~db/store";

/** A file of a plan, byte for byte as it was made. */
export interface Download {
  name: PlannerFile;
  bytes: Uint8Array;
}

/** A file of a run's plan for somebody who takes it away, which is written down; null when there is none in scope. */
export async function downloadPlanFile(
  scope: Scope,
  store: Store,
  actor: Actor,
  { run, name }: { run: string; name: string },
): Promise<Download | null> {
  const known = PLANNER_FILES.find((file) => file === name);
  const found = await findRun(scope, store.db, run);
  if (known === undefined || found === null) return null;
  const bytes = await bytesOf(scope, store, run, known);
  if (bytes === null) return null;
  const { organisation } = found;
  const record = { subjectKind: "plan_file", subjectId: `${run}/${known}`, organisation, site: "" };
  await store.commit(actor, "plan.download", (tx) => tx.tell([{ ...record, before: "{}", after: "{}" }]));
  return { name: known, bytes };
}

async function bytesOf(
  scope: Scope,
  store: Store,
  run: string,
  name: PlannerFile,
): Promise<Uint8Array | null> {
  if (name !== "plan.json") return readPlanFile(scope, store.db, run, name);
  const text = await readPlanText(scope, store.db, run);
  return text === null ? null : Buffer.from(text, "utf8");
}
