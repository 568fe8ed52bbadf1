import { healthChanges } from "~/domain/perioperative/check-in/health-change";
import { answerWords } from "~/domain/perioperative/questionnaire/check-answers";
import { questionsOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { sourceWords } from "~/domain/perioperative/questionnaire/response-source";
import { HEALTH_CHANGES } from "~/facts/check-in";
import { questionnaireOf } from "~/facts/questionnaire";
import { store } from "~/store.server";
import { completedResponses } from "~db/questionnaire-responses";

/** A check-in as the team reads it. */
export interface CheckInShown {
  at: string;
  source: string;
  /** What was answered, question by question; `change`: it tells of a change of health. */
  lines: { id: string; question: string; answer: string; change: boolean }[];
}

/** Check-ins of an entry that a scoped read has found, the latest first. */
export async function checkInsShown(entry: string): Promise<CheckInShown[]> {
  const rows = await completedResponses(store().db, [entry], "checkIn");
  return rows
    .map(({ version, answers, completedAt, sourceBy, sourceChannel }) => {
      const given = answers ?? {};
      const telling = new Set(healthChanges(given, HEALTH_CHANGES));
      const questions = questionsOf(questionnaireOf(version, "checkIn")!);
      return {
        at: completedAt!,
        source: sourceWords({ by: sourceBy, channel: sourceChannel }),
        lines: questions
          .filter(({ id, filledBy }) => filledBy === null && given[id] !== undefined)
          .map((question) => ({
            id: question.id,
            question: question.text,
            answer: answerWords(question, given).join("; "),
            change: telling.has(question.id),
          })),
      };
    })
    .reverse();
}
