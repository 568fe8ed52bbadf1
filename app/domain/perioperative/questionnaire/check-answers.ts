import type { Answers, AnswerValue } from "../answers";
import { saidElsewhere, type Contradiction } from "./contradictions";
import { heightWords, weightWords } from "./measures";
import { DO_NOT_KNOW, type Page, type Question, type Questionnaire } from "./questionnaire";
import type { Settled } from "./settle";
import { shownPages } from "./walk";

/** One question with its answer, as it is read back. */
export interface AnswerRow {
  question: string;
  page: string;
  text: string;
  /** What was answered, one line a choice; empty: not provided. */
  words: readonly string[];
  /** Of a check-box page: what was not selected, and so answered no. */
  notSelected: readonly string[];
  sensitive: boolean;
  /** What was chosen elsewhere that cannot be right beside this answer. */
  elsewhere: readonly string[];
}

export interface AnswerSection {
  section: string;
  title: string;
  rows: readonly AnswerRow[];
}

/** All answers that count, by section, as the patient or a nurse reads them, those that contradict each other marked. */
export function answerSections(
  questionnaire: Questionnaire,
  settled: Settled,
  contradictions: readonly Contradiction[],
): readonly AnswerSection[] {
  const elsewhere = (question: string) => saidElsewhere(questionnaire, contradictions, question);
  const shown = shownPages(questionnaire, settled);
  return questionnaire.sections.flatMap(({ id, title }) => {
    const pages = shown.filter((page) => page.section === id);
    const rows = pages.flatMap((page) => pageRows(page, settled, elsewhere));
    return rows.length > 0 ? [{ section: id, title, rows }] : [];
  });
}

function pageRows(
  page: Page,
  { states, answers }: Settled,
  elsewhere: (question: string) => string[],
): AnswerRow[] {
  return page.questions
    .filter(({ id }) => states.get(id) === "asked")
    .map((question) => ({
      question: question.id,
      page: page.id,
      text: question.text.replace(" (optional)", ""),
      words: answerWords(question, answers),
      notSelected: notSelected(question, answers),
      sensitive: question.sensitive,
      elsewhere: elsewhere(question.id),
    }));
}

/** The answer to one question in the words of its options and units. */
export function answerWords(question: Question, answers: Answers): readonly string[] {
  const answer: AnswerValue | undefined = answers[question.id];
  if (answer === undefined) return [];
  if (typeof answer === "number") return [amount(question, answer)];
  const codes = typeof answer === "string" ? [answer] : answer;
  if (codes[0] === DO_NOT_KNOW && question.mayNotKnow) return [question.mayNotKnow];
  if (question.options.length === 0) return codes;
  return codes.map((code) => question.options.find((option) => option.code === code)?.label ?? code);
}

function amount({ entry, unit }: Question, value: number): string {
  if (entry === "height") return heightWords(value);
  return entry === "weight" ? weightWords(value) : `${value}${unit ? ` ${unit}` : ""}`;
}

/** The choices of a check-box page that were passed over, where that answered them no. */
function notSelected({ screen, id, options }: Question, answers: Answers): readonly string[] {
  const ticked = answers[id];
  if (!screen || !Array.isArray(ticked)) return [];
  const roles = options.filter(({ code }) => ticked.includes(code)).map(({ role }) => role);
  if (roles.includes("unsure") || roles.includes("only")) return [];
  return options.filter(({ code, role }) => !role && !ticked.includes(code)).map(({ label }) => label);
}
