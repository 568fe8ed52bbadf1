import type { Answers } from "../answers";
import type { Question, Urgent } from "./questionnaire";

/** Advice that is shown at once, with the question and the code that call for it. */
export interface UrgentAnswer extends Urgent {
  question: string;
  code: string;
}

/** The urgent words of the answers among these questions. */
export function urgentAnswers(questions: readonly Question[], answers: Answers): readonly UrgentAnswer[] {
  return questions.flatMap(({ id, options }) =>
    options
      .filter(({ code, urgent }) => urgent && [answers[id]].flat().includes(code))
      .map(({ code, urgent }) => ({ ...urgent!, question: id, code })),
  );
}
