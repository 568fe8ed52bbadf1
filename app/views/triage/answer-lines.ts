import type { Answers, AnswerValue } from "~/domain/perioperative/answers";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import { answerWords } from "./rule-words";

/** One question with its answer, and what was answered the time before where that was something else. */
export interface AnswerLine {
  id: string;
  question: string;
  answer: string;
  /** Null: the same as before, or there is no time before. */
  was: string | null;
}

export interface AnswerGroup {
  title: string;
  lines: AnswerLine[];
}

/** All answers, section by section, with what changed since the time before. Null: nobody has answered. */
export function answerLines(now: Answers | null, before: Answers | null): AnswerGroup[] {
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
      })),
  }));
  return groups.filter(({ lines }) => lines.length > 0);
}

const same = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean =>
  JSON.stringify(Array.isArray(a) ? [...a].sort() : a) ===
  JSON.stringify(Array.isArray(b) ? [...b].sort() : b);
