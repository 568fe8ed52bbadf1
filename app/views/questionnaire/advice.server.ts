import { pagesOf, questionsOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { urgentAnswers, type UrgentAnswer } from "~/domain/perioperative/questionnaire/urgent";
import { nextPage, questionsOn } from "~/domain/perioperative/questionnaire/walk";
import { readForm, type FormKey } from "~/services/questionnaire/form.server";
import { store } from "~/store.server";
import { isChanging } from "./shown-page.server";

/** The advice that stands between a page and the next. */
export interface AdvicePage {
  advice: readonly UrgentAnswer[];
  next: string;
}

/** The advice on symptoms among all answers of a form, to be said again on its last pages. What only advises is not: somebody may look on. */
export async function allAdvice(key: FormKey): Promise<readonly UrgentAnswer[]> {
  const form = await readForm(store().db, key);
  const told = form ? urgentAnswers(questionsOf(form.questionnaire), form.settled.answers) : [];
  return told.filter(({ action }) => action === "interrupt");
}

/** What has to be said at once about the answers of a page; null: nothing. */
export async function advicePage(
  key: FormKey,
  id: string,
  base: string,
  request: Request,
): Promise<AdvicePage | null> {
  const form = await readForm(store().db, key);
  const page = form && pagesOf(form.questionnaire).find((one) => one.id === id);
  if (!form || !page) return null;
  const changing = isChanging(request);
  const advice = urgentAnswers(questionsOn(page, form.settled), form.settled.answers);
  const next = nextPage(form.questionnaire, form.settled, id, changing);
  if (advice.length === 0) return null;
  return {
    advice,
    next: next ? `${base}/questions/${next.id}${changing ? "?change=1" : ""}` : `${base}/check`,
  };
}
