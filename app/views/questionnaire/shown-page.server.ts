import { readForm, type FormKey } from "~/services/questionnaire/form.server";
import { store } from "~/store.server";
import { questionPage, type QuestionPageView } from "./question-page.server";

/** Somebody came from the check of answers and goes back to it. */
export const isChanging = (request: Request): boolean => new URL(request.url).searchParams.has("change");

/** A page of a form as it stands; null: it is not shown, or the answers were sent. */
export async function shownPage(
  key: FormKey,
  page: string,
  request: Request,
): Promise<QuestionPageView | null> {
  const form = await readForm(store().db, key);
  if (!form || form.sent) return null;
  return questionPage(form, page, isChanging(request));
}
