import type { Answers } from "../answers";
import { DO_NOT_KNOW, questionsOf, type Question, type Questionnaire } from "./questionnaire";
import type { QuestionState, Settled } from "./settle";

const APPLIES: readonly (QuestionState | undefined)[] = ["asked", "waiting", "settled"];

/**
 * The safety questions that apply and were left out, or answered "I do not know": their ids, in order. Unknown is
 * never no.
 */
export function unknownCritical(
  questionnaire: Questionnaire,
  { answers, states }: Settled,
): readonly string[] {
  return questionsOf(questionnaire)
    .filter((question) => question.critical && applies(question, states, answers))
    .filter(({ id }) => isUnknown(answers[id]))
    .map(({ id }) => id);
}

function applies(question: Question, states: Settled["states"], answers: Answers): boolean {
  const state = states.get(question.id);
  return APPLIES.includes(state) || (state === undefined && answers[question.id] === undefined);
}

const isUnknown = (answer: Answers[string] | undefined) =>
  answer === undefined || answer === DO_NOT_KNOW || (Array.isArray(answer) && answer.includes(DO_NOT_KNOW));

/** The free text that a nurse has to read: question ids whose text is not empty. */
export function textsToRead(questionnaire: Questionnaire, answers: Answers): readonly string[] {
  return questionsOf(questionnaire)
    .filter(({ id, readByNurse }) => readByNurse && typeof answers[id] === "string" && answers[id] !== "")
    .map(({ id }) => id);
}
