import { questionOf, type Questionnaire } from "~/domain/perioperative/questionnaire/questionnaire";
import { textsToRead } from "~/domain/perioperative/questionnaire/unknown";
import { questionnaireOf } from "~/facts/questionnaire";
import type { Reader } from "~db/engine";
import { completedResponses, type QuestionnaireResponse } from "~db/questionnaire-responses";
import { findReadiness } from "~db/readiness";
import type { Scope } from "~db/scope";

/** What a patient wrote within a question. `at`: when it was sent, UTC. */
export interface WrittenText {
  question: string;
  text: string;
  at: string;
  /** Nobody has decided about the patient's fitness since. */
  unread: boolean;
}

/**
 * What the patient of an entry in scope wrote within the last answers at listing and in check-ins since, the oldest
 * first. It counts as read once somebody decides about fitness, which asks them to have read it.
 */
export async function writtenTexts(scope: Scope, db: Reader, entry: string): Promise<WrittenText[]> {
  const decidedAt = (await findReadiness(scope, db, entry))?.decisions[0]?.decidedAt ?? "";
  const listing = (await completedResponses(db, [entry])).at(-1);
  const checkIns = await completedResponses(db, [entry], "checkIn");
  const since = checkIns.filter(({ completedAt }) => completedAt! > (listing?.completedAt ?? ""));
  return [...(listing ? [listing] : []), ...since].flatMap((response) => textsOf(response, decidedAt));
}

/** Those that nobody has read yet. */
export const unreadTexts = async (scope: Scope, db: Reader, entry: string): Promise<WrittenText[]> =>
  (await writtenTexts(scope, db, entry)).filter(({ unread }) => unread);

/** Tells one set of unread texts from another, so that nobody says that they read what came in after their page. */
export const textsSeen = (texts: readonly WrittenText[]): string =>
  `${texts.length} ${texts.at(-1)?.at ?? ""}`;

function textsOf(response: QuestionnaireResponse, decidedAt: string): WrittenText[] {
  const { answers, completedAt, version, form } = response;
  const questionnaire: Questionnaire = questionnaireOf(version, form)!;
  return textsToRead(questionnaire, answers ?? {}).map((id) => ({
    question: questionOf(questionnaire, id)!.text.replace(" (optional)", ""),
    text: String(answers![id]),
    at: completedAt!,
    unread: completedAt! > decidedAt,
  }));
}
