import type { Answers } from "../answers";
import { pagesOf, type Page, type Question, type Questionnaire } from "./questionnaire";
import { settle, type Settled } from "./settle";

/** The questions that stand on a page now: asked, or hidden beside one of them until it is answered so. */
export function questionsOn(page: Page, { states }: Settled): readonly Question[] {
  const state = (question: Question) => states.get(question.id);
  if (!page.questions.some((question) => state(question) === "asked")) return [];
  return page.questions.filter((question) => ["asked", "beside"].includes(state(question) ?? ""));
}

/** The pages that this patient is shown, in order. */
export function shownPages(questionnaire: Questionnaire, settled: Settled): readonly Page[] {
  return pagesOf(questionnaire).filter((page) => questionsOn(page, settled).length > 0);
}

/** Whether every question of the page that has to be answered is. */
export function pageComplete(page: Page, { states, answers }: Settled): boolean {
  return page.questions.every(
    ({ id, required }) => states.get(id) !== "asked" || !required || answers[id] !== undefined,
  );
}

/**
 * The page after this one; null: on to the check of all answers. Somebody who changes an answer from there goes back
 * to it, by way of what the change newly asks.
 */
export function nextPage(
  questionnaire: Questionnaire,
  settled: Settled,
  from: string,
  changing = false,
): Page | null {
  const shown = shownPages(questionnaire, settled);
  if (changing) return shown.find((page) => !pageComplete(page, settled)) ?? null;
  return shown[positionAfter(questionnaire, shown, from)] ?? null;
}

/** The page before this one; null: the list of sections. */
export function pageBefore(questionnaire: Questionnaire, settled: Settled, from: string): Page | null {
  const order = pagesOf(questionnaire).map(({ id }) => id);
  const before = shownPages(questionnaire, settled).filter(
    ({ id }) => order.indexOf(id) < order.indexOf(from),
  );
  return before[before.length - 1] ?? null;
}

function positionAfter(questionnaire: Questionnaire, shown: readonly Page[], from: string): number {
  const order = pagesOf(questionnaire).map(({ id }) => id);
  const position = shown.findIndex(({ id }) => order.indexOf(id) > order.indexOf(from));
  return position < 0 ? shown.length : position;
}

/** The first page that still has to be answered; null: all are. */
export function firstOpenPage(questionnaire: Questionnaire, settled: Settled): Page | null {
  return shownPages(questionnaire, settled).find((page) => !pageComplete(page, settled)) ?? null;
}

/** Whether the answers can be sent: no shown page lacks an answer that it needs. */
export function canSend(questionnaire: Questionnaire, given: Answers, parts: number): boolean {
  return firstOpenPage(questionnaire, settle(questionnaire, given, parts)) === null;
}
