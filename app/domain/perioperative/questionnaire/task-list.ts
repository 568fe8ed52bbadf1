import { type Questionnaire, type Section } from "./questionnaire";
import type { Settled } from "./settle";
import { pageComplete, shownPages } from "./walk";

/** As the task list of the NHS design system names them. */
export type TaskState = "notStarted" | "inProgress" | "completed";

export interface Task {
  section: string;
  title: string;
  state: TaskState;
  /** Where it opens: the first page that lacks an answer, or its first page. */
  page: string;
}

/** The sections with questions for this patient, in order. */
export function taskList(questionnaire: Questionnaire, settled: Settled): readonly Task[] {
  const shown = shownPages(questionnaire, settled);
  return questionnaire.sections.flatMap((section) => {
    const pages = shown.filter((page) => page.section === section.id);
    if (pages.length === 0) return [];
    const open = pages.find((page) => !pageComplete(page, settled)) ?? pages[0]!;
    return [{ section: section.id, title: section.title, state: taskState(section, settled), page: open.id }];
  });
}

function taskState(section: Section, settled: Settled): TaskState {
  const { states, answers } = settled;
  const asked = section.pages
    .flatMap((page) => page.questions)
    .filter((question) => states.get(question.id) === "asked");
  const pages = section.pages.filter((page) => page.questions.some((question) => asked.includes(question)));
  const answered = asked.some(({ id }) => answers[id] !== undefined);
  if (!answered) return "notStarted";
  return pages.every((page) => pageComplete(page, settled)) ? "completed" : "inProgress";
}
