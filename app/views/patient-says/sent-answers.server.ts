import type { User } from "~/auth/visitor.server";
import { instantText } from "~/components/date-text";
import { answerSections, type AnswerSection } from "~/domain/perioperative/questionnaire/check-answers";
import { contradictionsOf } from "~/domain/perioperative/questionnaire/contradictions";
import { questionOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { sourceWords } from "~/domain/perioperative/questionnaire/response-source";
import { settle } from "~/domain/perioperative/questionnaire/settle";
import { unknownCritical } from "~/domain/perioperative/questionnaire/unknown";
import { CONTRADICTING_PAIRS } from "~/facts/contradictions";
import { questionnaireOf } from "~/facts/questionnaire";
import { store } from "~/store.server";
import { recordPatientAccess } from "~db/patient-access";
import { findResponse } from "~db/questionnaire-responses";
import type { Scope } from "~db/scope";
import { findEntry } from "~db/waiting-list";

/** Answers as they were sent, in the words of their version. */
export interface SentAnswers {
  caption: string;
  sections: readonly AnswerSection[];
  /** Safety questions that nobody can take for a no, in their words. */
  unknown: string[];
}

/** A completed response of an entry in scope, and a note that this person read it; null: none, or not completed. */
export async function sentAnswers(
  user: User,
  scope: Scope,
  entry: string,
  id: string,
): Promise<SentAnswers | null> {
  const { db } = store();
  const found = await findResponse(scope, db, id);
  const held =
    found?.entry === entry && found.state === "completed" ? await findEntry(scope, db, entry) : null;
  if (!found || !held) return null;
  const look = { patients: [held.patient], page: "answers of a patient" };
  await recordPatientAccess(store(), { kind: "user", id: user.id }, look);
  const questionnaire = questionnaireOf(found.version, found.form)!;
  const settled = settle(questionnaire, found.answers ?? {}, found.part);
  const contradictions = contradictionsOf(questionnaire, settled, CONTRADICTING_PAIRS);
  const source = sourceWords({ by: found.sourceBy, channel: found.sourceChannel });
  return {
    caption: `Sent ${instantText(new Date(found.completedAt!))}, ${source}, version ${found.version}`,
    sections: answerSections(questionnaire, settled, contradictions),
    unknown: unknownCritical(questionnaire, settled).map((one) => questionOf(questionnaire, one)!.text),
  };
}
