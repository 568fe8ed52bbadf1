import type { Answers, AnswerValue } from "./answers";
import { holds, NOT_KNOWN_CODES, type Condition, type Truth } from "./condition";
import { answerFact, type Fact, type FactName, type Facts } from "./fact";

/** What the rules need of a question (app/facts/screening-questions.json). */
export interface ScreeningQuestion {
  id: string;
  kind: "code" | "codes" | "number" | "text";
  /** Not answered, or not known, it sends the patient to a person. */
  safety: boolean;
  codes?: readonly string[];
  /** Codes that ask for nothing, that open a further question, and that count in a score. */
  plain?: readonly string[];
  opens?: readonly string[];
  scored?: readonly string[];
  /** Absent: it applies to everybody. */
  neededWhen?: Condition;
  /** Free text that a person reads before any outcome is confirmed. */
  read?: boolean;
  /** Why a question that feeds a rule need not be answered. */
  optional?: string;
  why?: string;
}

/** The answers as facts, and what they leave open. */
export interface AnswersLooked {
  facts: Facts;
  /** Safety questions that apply and are not answered, or answered "I do not know". */
  unknown: string[];
  /** Questions with free text that a person has to read. */
  toRead: string[];
}

/**
 * Looks at answers question by question. `known` are the facts that `neededWhen` asks for beside answers: age, procedure.
 * An answer that is there counts even where the question was not needed; a question that does not apply and has no answer
 * is null, and one of which it cannot be told, because the question before it is not known, is missing.
 */
export function lookAtAnswers(
  questions: readonly ScreeningQuestion[],
  answers: Answers,
  known: Facts,
): AnswersLooked {
  const facts: { [Name in FactName]?: Fact | null } = { ...known };
  for (const { id } of questions) if (answered(answers[id])) facts[answerFact(id)] = answers[id]!;
  const unknown: string[] = [];
  for (const { id, safety, neededWhen } of questions) {
    const fact = answerFact(id);
    const answer = facts[fact];
    if (answer === undefined) {
      const needed: Truth = neededWhen ? holds(neededWhen, facts, {}, []) : true;
      if (needed === false) facts[fact] = null;
      if (safety && needed === true) unknown.push(id);
    } else if (safety && !isKnown(answer)) unknown.push(id);
  }
  const toRead = questions.filter(({ id, read }) => read && answered(answers[id])).map(({ id }) => id);
  return { facts, unknown, toRead };
}

const answered = (answer: AnswerValue | undefined): boolean =>
  answer !== undefined && (typeof answer === "number" ? Number.isFinite(answer) : answer.length > 0);

/** Whether an answer tells something: "I do not know" among several ticked boxes leaves the rest open. */
function isKnown(answer: Fact | null | undefined): boolean {
  if (answer === undefined || answer === null) return false;
  if (typeof answer === "string") return !NOT_KNOWN_CODES.includes(answer) && answer.trim() !== "";
  if (Array.isArray(answer)) return !answer.some((code: string) => NOT_KNOWN_CODES.includes(code));
  return true;
}
