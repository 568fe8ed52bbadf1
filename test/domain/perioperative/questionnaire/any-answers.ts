import fc from "fast-check";
import type { Answers, AnswerValue } from "~/domain/perioperative/answers";
import { questionsOf, type Question } from "~/domain/perioperative/questionnaire/questionnaire";
import { QUESTIONNAIRE } from "~/facts/questionnaire";

function answerTo(question: Question): fc.Arbitrary<AnswerValue> {
  const codes = question.options.map(({ code }) => code);
  if (question.type === "choice")
    return question.several ? fc.subarray(codes, { minLength: 1 }) : fc.constantFrom(...codes);
  if (question.type === "number") {
    const { from, to } = question.bounds!;
    const amount: fc.Arbitrary<AnswerValue> = fc.integer({ min: from * 10, max: to * 10 }).map((n) => n / 10);
    return question.mayNotKnow ? fc.oneof(amount, fc.constant("dk")) : amount;
  }
  if (question.type === "declaration") return fc.constant("yes");
  return question.type === "date" ? fc.constant("1990-01-15") : fc.string({ minLength: 1, maxLength: 60 });
}

/** Any set of answers to any of the questions, whether or not it makes sense. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(Object.fromEntries(questionsOf(QUESTIONNAIRE).map((q) => [q.id, answerTo(q)])), {
    requiredKeys: [],
  })
  .map((answers) => answers as Answers);
