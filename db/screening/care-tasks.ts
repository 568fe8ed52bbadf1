import { and, asc, desc, eq, inArray, isNull, type InferSelectModel } from "drizzle-orm";
import type { TaskEnd } from "~/domain/perioperative/task";
import type { Tx } from "../commit";
import type { Reader } from "../engine";
import { newId } from "../new-id";
import { careTask as task } from "../schema";
import { inScope, type Scope } from "../scope";

/** Something that a person has to do about an entry; see db/schema/screening.ts. */
export type CareTask = InferSelectModel<typeof task>;

/** The open tasks in scope, urgent ones first, then the oldest. */
export async function openTasks(scope: Scope, db: Reader): Promise<CareTask[]> {
  return db
    .select()
    .from(task)
    .where(and(inScope(scope, task.organisation, task.site), isNull(task.ended)))
    .orderBy(desc(task.urgent), asc(task.raisedAt), asc(task.id));
}

/** The tasks of an entry in scope, open ones and ended ones, the latest first. */
export async function tasksOfEntry(scope: Scope, db: Reader, entry: string): Promise<CareTask[]> {
  return db
    .select()
    .from(task)
    .where(and(inScope(scope, task.organisation, task.site), eq(task.entry, entry)))
    .orderBy(desc(task.raisedAt), desc(task.id));
}

/** One task in scope. */
export async function findTask(scope: Scope, db: Reader, id: string): Promise<CareTask | null> {
  const [found] = await db
    .select()
    .from(task)
    .where(and(inScope(scope, task.organisation, task.site), eq(task.id, id)));
  return found ?? null;
}

export type NewTask = Pick<
  CareTask,
  "organisation" | "site" | "entry" | "kind" | "about" | "words" | "urgent"
>;

/**
 * Raises tasks; one that is open already, of the same entry, kind and matter, is not raised twice. `once`: one that was
 * ended does not come back either.
 */
export async function raiseTasks(tx: Tx, tasks: readonly NewTask[], once?: "once"): Promise<number> {
  const fresh = await freshTasks(tx.db, tasks, once);
  const none = { ended: null, endedBy: null, endedAt: null, reason: "" };
  for (const one of fresh)
    await tx.insert(task, { ...one, ...none, id: newId(), raisedBy: tx.by, raisedAt: tx.at });
  return fresh.length;
}

/** Those of some tasks, of entries that a scoped read has found, that `raiseTasks` would raise. */
export async function freshTasks(db: Reader, tasks: readonly NewTask[], once?: "once"): Promise<NewTask[]> {
  if (tasks.length === 0) return [];
  const entries = [...new Set(tasks.map(({ entry }) => entry))];
  const open = await db
    .select({ entry: task.entry, kind: task.kind, about: task.about })
    .from(task)
    .where(and(inArray(task.entry, entries), once ? undefined : isNull(task.ended)));
  const key = (one: { entry: string; kind: string; about: string }) =>
    [one.entry, one.kind, one.about].join();
  const known = new Set(open.map(key));
  return tasks.filter((one) => !known.has(key(one)) && known.add(key(one)));
}

/** Ends a task. */
export async function endTask(tx: Tx, { id }: CareTask, ended: TaskEnd, reason: string): Promise<void> {
  await tx.update(task, { id }, { ended, reason, endedBy: tx.by, endedAt: tx.at });
}
