import type { Answers, AnswerValue } from "../answers";
import {
  DO_NOT_KNOW,
  questionOf,
  questionsOf,
  type Option,
  type Question,
  type Questionnaire,
} from "./questionnaire";
import type { Settled } from "./settle";

/** An answer to one question that an answer elsewhere denies. */
export interface Contradiction {
  /** The question whose own answer does not fit. */
  question: string;
  /** The check-box page, or other question, where something else was said, and the code that was chosen there. */
  by: string;
  code: string;
}

/** Two answers that cannot both be right, of questions that share no check-box page (app/facts/contradictions.json). */
export interface ContradictingPair {
  says: { question: string; codes: readonly string[] };
  denies: { question: string; codes: readonly string[] };
}

/**
 * What a patient said in one place and took back in another: ticked on a check-box page and then answered no on the
 * page of the question, or two answers of a known pair. Only they know which is right, so a person asks.
 */
export function contradictionsOf(
  questionnaire: Questionnaire,
  settled: Settled,
  pairs: readonly ContradictingPair[],
): readonly Contradiction[] {
  const all = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  const screens = [...all.values()].filter(({ screen }) => screen);
  return [
    ...screens.flatMap((screen) => ofScreen(screen, all, settled)),
    ...pairs.flatMap((pair) => ofPair(pair, settled.answers)),
  ];
}

function ofScreen(
  screen: Question,
  all: ReadonlyMap<string, Question>,
  { answers, states }: Settled,
): Contradiction[] {
  const ticked = codesOf(answers[screen.id]);
  const chosen = screen.options.filter(({ code, role }) => !role && ticked.includes(code));
  return chosen.flatMap((option) =>
    targets(screen, option)
      .filter(({ id }) => states.get(id) === "asked" && answers[id] !== undefined)
      .filter(({ id, denied }) => denied(codesOf(answers[id]), all.get(id)!))
      .map(({ id }) => ({ question: id, by: screen.id, code: option.code })),
  );
}

/** The questions of a tick, each with what would take the tick back: for one that it opens, the answer of “none of these”. */
function targets(screen: Question, { sets, opens }: Option) {
  const none = screen.options.find(({ role }) => role === "none")?.sets ?? [];
  const set = sets.map(({ question: id, code }) => ({
    id,
    denied: (own: readonly string[], { several }: Question) =>
      !own.includes(code) && (several || !own.includes(DO_NOT_KNOW)),
  }));
  if (opens === null) return set;
  const no = none.filter(({ question }) => question === opens).map(({ code }) => code);
  return [...set, { id: opens, denied: (own: readonly string[]) => no.some((code) => own.includes(code)) }];
}

function ofPair({ says, denies }: ContradictingPair, answers: Answers): Contradiction[] {
  const code = codesOf(answers[says.question]).find((one) => says.codes.includes(one));
  const denied = codesOf(answers[denies.question]).some((one) => denies.codes.includes(one));
  return code !== undefined && denied ? [{ question: denies.question, by: says.question, code }] : [];
}

/** What was chosen elsewhere against a question, in the words of its options, each once. */
export function saidElsewhere(
  questionnaire: Questionnaire,
  contradictions: readonly Contradiction[],
  question: string,
): string[] {
  const words = contradictions
    .filter((one) => one.question === question)
    .map(({ by, code }) => labelOf(questionnaire, by, code));
  return [...new Set(words)];
}

const labelOf = (questionnaire: Questionnaire, id: string, code: string): string =>
  questionOf(questionnaire, id)?.options.find((option) => option.code === code)?.label ?? code;

const codesOf = (answer: AnswerValue | undefined): readonly string[] =>
  answer === undefined ? [] : [answer].flat().map(String);

/**
 * The answers as rules may read them. A question that was answered both ways is not known: it loses its answer, and one
 * with several options keeps all that was ever ticked beside “I do not know”, so that no rule about a tick is lost.
 */
export function withoutContradictions(
  questionnaire: Questionnaire,
  answers: Answers,
  contradictions: readonly Contradiction[],
): Answers {
  const all = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  const read: Record<string, AnswerValue> = { ...answers };
  for (const { question, by, code } of contradictions) {
    if (!all.get(question)!.several) {
      delete read[question];
      continue;
    }
    const option = all.get(by)!.options.find((one) => one.code === code);
    const ticked = (option?.sets ?? []).filter((set) => set.question === question).map((set) => set.code);
    const none = all
      .get(question)!
      .options.filter(({ exclusive }) => exclusive)
      .map((one) => one.code);
    const own = codesOf(read[question]).filter((one) => !none.includes(one));
    read[question] = [...new Set([...own, ...ticked, DO_NOT_KNOW])];
  }
  return read;
}
