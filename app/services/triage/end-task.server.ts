import { needsReason, type TaskEnd } from "~/domain/perioperative/task";
import type { Actor } from "~db/actor";
import { endTask, findTask } from "~db/screening/care-tasks";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";

export type EndTaskAnswer =
  | { kind: "ended"; entry: string }
  /** Somebody ended it before. */
  | { kind: "endedBefore"; entry: string }
  | { kind: "reasonNeeded"; entry: string }
  | { kind: "notFound" };

/** Ends a task as done or dismissed. An urgent one, and any that is dismissed, needs a reason. */
export async function endCareTask(
  scope: Scope,
  store: Store,
  actor: Actor,
  id: string,
  end: TaskEnd,
  reason: string,
): Promise<EndTaskAnswer> {
  return store.commit(actor, "task.end", async (tx) => {
    const task = await findTask(scope, tx.db, id);
    if (task === null) return { kind: "notFound" };
    const { entry } = task;
    if (task.ended !== null) return { kind: "endedBefore", entry };
    if (reason === "" && needsReason(task, end)) return { kind: "reasonNeeded", entry };
    await endTask(tx, task, end, reason);
    return { kind: "ended", entry };
  });
}
