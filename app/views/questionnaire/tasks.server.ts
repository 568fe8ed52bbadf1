import { taskList, type Task } from "~/domain/perioperative/questionnaire/task-list";
import { shownPages } from "~/domain/perioperative/questionnaire/walk";
import { readForm, type FormKey } from "~/services/questionnaire/form.server";
import { store } from "~/store.server";

/** The list of sections. */
export interface TasksPage {
  tasks: readonly Task[];
  /** About how long it takes, in minutes. */
  minutes: number;
  notWatched: string;
  /** The patient's given name, where they answer themself; else empty. */
  name: string;
  completed: boolean;
}

/** Seconds that a page takes, as an estimate: nobody has measured it yet. */
const SECONDS_A_PAGE = 20;
const STEP = 5;

/** The sections of a form; null: there is no such form. */
export async function tasksPage(key: FormKey): Promise<TasksPage | null> {
  const form = await readForm(store().db, key);
  if (!form) return null;
  const { questionnaire, settled, held, response, source } = form;
  const minutes = (shownPages(questionnaire, settled).length * SECONDS_A_PAGE) / 60;
  return {
    tasks: taskList(questionnaire, settled),
    minutes: Math.max(STEP, Math.ceil(minutes / STEP) * STEP),
    notWatched: questionnaire.notWatched,
    name: source.by === "patient" || source.by === "helped" ? held.entry.details.givenName : "",
    completed: response?.state === "completed",
  };
}
