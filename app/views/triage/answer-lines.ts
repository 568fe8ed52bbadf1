import type { Answers, AnswerValue } from "~/domain/perioperative/answers";
import { saidElsewhere, type Contradiction } from "~/domain/perioperative/questionnaire/contradictions";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import { answerWords } from "./rule-words";

/** One question with its answer, and what was answered the time before where that was something else. */
export interface AnswerLine {
  id: string;
  question: string;
  answer: string;
  /** Null: the same as before, or there is no time before. */
  was: string | null;
  /** What was chosen on another page that cannot be right beside this answer. */
  elsewhere: string[];
  /** Not the plain answer, not known, free text, contradicted, or changed since. */
  standsOut: boolean;
}

export interface AnswerGroup {
  title: string;
  lines: AnswerLine[];
}

/** All answers, section by section, with what changed since the time before and what contradicts. Null: nobody has answered. */
export function answerLines(
  now: Answers | null,
  before: Answers | null,
  contradictions: readonly Contradiction[],
): AnswerGroup[] {
  if (now === null) return [];
  const groups = QUESTIONNAIRE.sections.map(({ title, pages }) => ({
    title,
    lines: pages
      .flatMap(({ questions }) => questions)
      .filter(({ id, screen }) => !screen && (now[id] !== undefined || before?.[id] !== undefined))
      .map(({ id, text }): AnswerLine => ({
        id,
        question: text,
        answer: answerWords(id, now[id]),
        was: before !== null && !same(now[id], before[id]) ? answerWords(id, before[id]) : null,
        elsewhere: saidElsewhere(QUESTIONNAIRE, contradictions, id),
        standsOut:
          standsOut(id, now[id]) ||
          (before !== null && !same(now[id], before[id])) ||
          saidElsewhere(QUESTIONNAIRE, contradictions, id).length > 0,
      })),
  }));
  return groups.filter(({ lines }) => lines.length > 0);
}

const QUESTIONS = new Map(SCREENING_QUESTIONS.map((question) => [question.id, question]));

/** Whether an answer is anything but the plain one of its question; numbers are read by the rules and stand out by them. */
export function standsOut(id: string, answer: AnswerValue | undefined): boolean {
  const question = QUESTIONS.get(id);
  if (!question || answer === undefined) return false;
  if (question.kind === "text") return answer !== "";
  const given = Array.isArray(answer) ? answer : [String(answer)];
  const plain = question.plain ?? [];
  return given.includes("dk") || (plain.length > 0 && !given.every((code) => plain.includes(code)));
}

const same = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean =>
  JSON.stringify(Array.isArray(a) ? [...a].sort() : a) ===
  JSON.stringify(Array.isArray(b) ? [...b].sort() : b);
