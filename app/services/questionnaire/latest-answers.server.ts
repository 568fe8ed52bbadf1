import type { Answers } from "~/domain/perioperative/answers";
import type { ResponseSource } from "~/domain/perioperative/questionnaire/response-source";
import {
  contradictionsOf,
  withoutContradictions,
  type Contradiction,
} from "~/domain/perioperative/questionnaire/contradictions";
import { answersOf, settle } from "~/domain/perioperative/questionnaire/settle";
import { textsToRead, unknownCritical } from "~/domain/perioperative/questionnaire/unknown";
import { CONTRADICTING_PAIRS } from "~/facts/contradictions";
import { questionnaireOf } from "~/facts/questionnaire";
import type { Reader } from "~db/engine";
import { completedResponses, type QuestionnaireResponse } from "~db/questionnaire-responses";

/** What a patient answered last, as rules and people read it. */
export interface LatestAnswers {
  response: string;
  version: string;
  part: number;
  completedAt: string;
  source: ResponseSource;
  /** What counts, as it was sent; missing is never no. */
  answers: Answers;
  /** What rules may read: a question that was answered both ways is not known. */
  forRules: Answers;
  /** What was said in one place and taken back in another, for a person to ask about. */
  contradictions: readonly Contradiction[];
  /** Safety questions that apply and are missing or "I do not know". */
  unknownCritical: readonly string[];
  /** Questions with free text that a nurse has to read. */
  textsToRead: readonly string[];
}

/** What a completed response says. */
export function answersOfResponse(response: QuestionnaireResponse): LatestAnswers {
  const questionnaire = questionnaireOf(response.version, response.form)!;
  const settled = settle(questionnaire, response.answers ?? {}, response.part);
  const answers = answersOf(questionnaire, settled);
  const contradictions = contradictionsOf(questionnaire, settled, CONTRADICTING_PAIRS);
  return {
    response: response.id,
    version: response.version,
    part: response.part,
    completedAt: response.completedAt!,
    source: { by: response.sourceBy, channel: response.sourceChannel },
    ...{ answers, contradictions },
    forRules: withoutContradictions(questionnaire, answers, contradictions),
    unknownCritical: unknownCritical(questionnaire, settled),
    textsToRead: textsToRead(questionnaire, answers),
  };
}

/** The last completed answers of some entries that a scoped read has found; entries without any are left out. */
export async function latestAnswersOf(
  db: Reader,
  entries: readonly string[],
): Promise<Map<string, LatestAnswers>> {
  const rows = await completedResponses(db, entries);
  return new Map(
    [...new Map(rows.map((row) => [row.entry, row])).values()].map((row) => [
      row.entry,
      answersOfResponse(row),
    ]),
  );
}

/** The last completed answers of an entry that a scoped read has found; null: none yet. */
export async function latestAnswers(db: Reader, entry: string): Promise<LatestAnswers | null> {
  return (await latestAnswersOf(db, [entry])).get(entry) ?? null;
}

/** All completed answers of an entry that a scoped read has found, last first: what changed is read from two of them. */
export async function allAnswers(db: Reader, entry: string): Promise<LatestAnswers[]> {
  return (await completedResponses(db, [entry])).map(answersOfResponse).reverse();
}
