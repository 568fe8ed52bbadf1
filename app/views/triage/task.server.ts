import type { User } from "~/auth/visitor.server";
import { store } from "~/store.server";
import { findTask } from "~db/screening/care-tasks";
import type { Scope } from "~db/scope";
import { findEntry } from "~db/waiting-list";
import { nameShown } from "../entry-words";

/** A task that somebody is about to end. */
export interface TaskPage {
  id: string;
  entry: string;
  name: string;
  words: string;
  urgent: boolean;
}

/** One open or ended task in scope; null: none. */
export async function taskPage(user: User, scope: Scope, id: string): Promise<TaskPage | null> {
  const { db } = store();
  const task = await findTask(scope, db, id);
  const held = task && (await findEntry(scope, db, task.entry));
  if (!task || !held) return null;
  const { entry } = held;
  const known = user.scope("patient.view").sites.includes(entry.listingSite);
  const name = known ? nameShown(entry.details) || entry.patientId : entry.pathwayId;
  return { id, name, entry: held.id, words: task.words, urgent: task.urgent };
}
