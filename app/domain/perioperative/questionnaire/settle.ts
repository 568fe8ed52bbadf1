import type { Answers, AnswerValue } from "../answers";
import { questionsOf, type Page, type Question, type Questionnaire, type When } from "./questionnaire";
import { screenResult, targetsOf, type ScreenResult } from "./screen";

/**
 * What is the case with one question: `asked` on its page; `settled` by a check-box page or by the record; `waiting`
 * for its check-box page; `beside`: would be asked on this page after another answer of the same page; `left`: does
 * not apply, or belongs to a later part.
 */
export type QuestionState = "asked" | "settled" | "waiting" | "beside" | "left";

/** The whole of a form at one moment. */
export interface Settled {
  /** What counts: answers that apply, each no of a "none of these" among them; check-box pages under their own ids. */
  answers: Answers;
  states: ReadonlyMap<string, QuestionState>;
}

/**
 * Works out what counts of all that was ever typed. Answers to questions that no longer apply are passed over, and
 * count again when their question does; nothing is ever filled in but by a check-box page that was answered.
 * @param given everything as it was typed, with what the record says (`contextAnswers`)
 * @param parts questions up to this part are asked
 */
export function settle(questionnaire: Questionnaire, given: Answers, parts: number): Settled {
  const answers: Record<string, AnswerValue> = {};
  const states = new Map<string, QuestionState>();
  const screens = new Map<string, ScreenResult | null>();
  const keep = (question: Question, value: AnswerValue | undefined, state: QuestionState) => {
    states.set(question.id, state);
    if (value !== undefined && state !== "left") answers[question.id] = value;
  };
  for (const question of questionnaire.context) keep(question, ownAnswer(question, given), "settled");
  const one = (question: Question, page: Page) => {
    const state = stateOf(question, page, answers, parts);
    if (question.screen && state === "asked") {
      const ticked = ownAnswer(question, given) as readonly string[] | undefined;
      const result = ticked ? screenResult(question, ticked) : null;
      for (const target of targetsOf(question)) screens.set(target, result);
      return keep(question, ticked, state);
    }
    const screen = screens.get(question.id);
    if (state !== "asked" || screen === undefined)
      return keep(question, countedOwn(question, given, state), state);
    if (screen === null) return keep(question, undefined, "waiting");
    const set = screen.sets.get(question.id);
    if (screen.opens.has(question.id)) return keep(question, ownAnswer(question, given), "asked");
    return keep(question, set && (question.several ? set : set[0]), "settled");
  };
  for (const section of questionnaire.sections)
    for (const page of section.pages) for (const question of page.questions) one(question, page);
  return { answers, states };
}

const countedOwn = (question: Question, given: Answers, state: QuestionState) =>
  state === "beside" ? undefined : ownAnswer(question, given);

function stateOf(question: Question, page: Page, answers: Answers, parts: number): QuestionState {
  if (question.part > parts || !holds(page.when, answers)) return "left";
  if (question.filledBy) return "settled";
  if (holds(question.when, answers)) return "asked";
  const here = new Set(page.questions.map(({ id }) => id));
  return question.when!.tests.some((test) => here.has(test.question)) ? "beside" : "left";
}

/** Whether a condition holds among the answers that count; FHIR's rule: without an answer neither = nor != holds. */
export function holds(when: When | null, answers: Answers): boolean {
  if (!when) return true;
  const test = ({ question, operator, code }: When["tests"][number]) => {
    const answer = answers[question];
    if (answer === undefined) return false;
    const codes = (Array.isArray(answer) ? answer : [answer]) as readonly (string | number)[];
    return operator === "=" ? codes.includes(code) : codes.some((one) => one !== code);
  };
  return when.all ? when.tests.every(test) : when.tests.some(test);
}

/** What was typed for a question, where it still is an answer of this version; else undefined. Blanks are no answer. */
function ownAnswer(question: Question, given: Answers): AnswerValue | undefined {
  const value = given[question.id];
  if (typeof value === "string" && value.trim() === "") return undefined;
  if (value === undefined || question.options.length === 0) return value;
  const known = (code: unknown) => question.options.some((option) => option.code === code);
  if (!question.several) return known(value) ? value : undefined;
  const codes = (Array.isArray(value) ? value : [value]).filter(known) as string[];
  return codes.length > 0 ? codes : undefined;
}

/** The answers that count without the check-box pages: what rules read. */
export function answersOf(questionnaire: Questionnaire, { answers }: Settled): Answers {
  const screens = new Set(
    questionsOf(questionnaire)
      .filter(isFrame)
      .map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !screens.has(id)));
}

const isFrame = (question: Question) => question.screen || question.id.startsWith("ctx_");
