import type { Answers, AnswerValue } from "~/domain/perioperative/answers";
import {
  questionsOf,
  type Option,
  type Question,
  type Questionnaire,
} from "~/domain/perioperative/questionnaire/questionnaire";

/**
 * The boxes that somebody ticks on the check-box pages who would answer the questions behind them so: with them the
 * answers count as if they had been given page by page.
 */
export function answerTicks(questionnaire: Questionnaire, answers: Answers): Answers {
  const screens = questionsOf(questionnaire).filter(({ screen }) => screen);
  return Object.fromEntries(screens.map((screen) => [screen.id, ticksOf(screen, answers)]));
}

function ticksOf(screen: Question, answers: Answers): string[] {
  const none = new Map(
    screen.options.find(({ role }) => role === "none")?.sets.map(({ question, code }) => [question, code]),
  );
  const unsure = screen.options.find(({ role }) => role === "unsure");
  const open = screen.options
    .flatMap(({ sets }) => sets)
    .some(({ question }) => has(answers[question], "dk"));
  // Who is not sure is asked each question by itself, and answers it there.
  if (unsure && open) return [unsure.code];
  const ticked = screen.options.filter((option) =>
    option.role === null || option.role === "only" ? isTicked(option, answers, none) : false,
  );
  return ticked.length > 0 ? ticked.map(({ code }) => code) : ["none"];
}

function isTicked({ sets, opens }: Option, answers: Answers, none: ReadonlyMap<string, string>): boolean {
  if (opens !== null) {
    const answer = answers[opens];
    return answer !== undefined && !has(answer, none.get(opens) ?? "");
  }
  const differs = sets.some(({ question, code }) => none.get(question) !== code);
  return differs && sets.every(({ question, code }) => has(answers[question], code));
}

const has = (answer: AnswerValue | undefined, code: string): boolean =>
  Array.isArray(answer) ? answer.includes(code) : answer === code;
