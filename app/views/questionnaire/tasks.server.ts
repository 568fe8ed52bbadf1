import { taskList, type Task } from "~/domain/perioperative/questionnaire/task-list";
import { minutesOf } from "~/facts/messages";
import { readForm, type FormKey } from "~/services/questionnaire/form.server";
import { store } from "~/store.server";

/** The list of sections. */
export interface TasksPage {
  tasks: readonly Task[];
  /** About how many minutes it takes, in words. */
  minutes: string;
  notWatched: string;
  /** The patient's given name, where they answer themself; else empty. */
  name: string;
  completed: boolean;
}

/** The sections of a form; null: there is no such form. */
export async function tasksPage(key: FormKey): Promise<TasksPage | null> {
  const form = await readForm(store().db, key);
  if (!form) return null;
  const { questionnaire, settled, held, sent, source } = form;
  return {
    tasks: taskList(questionnaire, settled),
    minutes: minutesOf(key.form === "checkIn" ? "checkIn" : "questions"),
    notWatched: questionnaire.notWatched,
    name: source.by === "patient" || source.by === "helped" ? held.entry.details.givenName : "",
    completed: sent,
  };
}
