import { postedFields } from "~/http/posted-fields";
import { readForm, type FormKey } from "~/services/questionnaire/form.server";
import { savePage, type SaveAnswer } from "~/services/questionnaire/save-page.server";
import { store } from "~/store.server";
import { questionPage, type QuestionPageView, type SentBack } from "./question-page.server";
import { isChanging } from "./shown-page.server";

/** Where a page that was saved leads, or the page again with what is to be looked at. */
export type SendAnswer =
  { kind: "goOn"; to: string } | { kind: "again"; view: QuestionPageView; status: number };

/** Saves a page that was sent. `base`: where the list of sections lies. */
export async function sendPage(
  key: FormKey,
  page: string,
  base: string,
  request: Request,
  form: FormData,
): Promise<SendAnswer> {
  const changing = isChanging(request);
  const { sure = [], ...posted } = postedFields(form);
  if (sure[0] === "change") return again(key, page, base, changing, { posted }, 200);
  const answer = await savePage(key, { page, posted, sure: sure[0] === "yes", changing });
  if (answer.kind === "faults")
    return again(key, page, base, changing, { posted, faults: answer.faults }, 400);
  if (answer.kind === "doubts")
    return again(key, page, base, changing, { posted, doubts: answer.doubts }, 200);
  return { kind: "goOn", to: wayOn(answer, page, base, changing) };
}

async function again(
  key: FormKey,
  page: string,
  base: string,
  changing: boolean,
  sent: SentBack,
  status: number,
): Promise<SendAnswer> {
  const form = await readForm(store().db, key);
  const view = form && questionPage(form, page, changing, sent);
  return view ? { kind: "again", view, status } : { kind: "goOn", to: base };
}

function wayOn(
  answer: Exclude<SaveAnswer, { kind: "faults" | "doubts" }>,
  page: string,
  base: string,
  changing: boolean,
): string {
  if (answer.kind !== "saved") return base;
  if (answer.urgent.length > 0) return `${base}/advice/${page}${changing ? "?change=1" : ""}`;
  return answer.next === null
    ? `${base}/check`
    : `${base}/questions/${answer.next}${changing ? "?change=1" : ""}`;
}
