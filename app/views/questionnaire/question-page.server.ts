import type { ChoiceView, FaultLine, FieldView } from "~/components/questionnaire/field-view";
import type { Answers } from "~/domain/perioperative/answers";
import type { Doubt } from "~/domain/perioperative/questionnaire/doubts";
import { DO_NOT_KNOW, pagesOf, type Question } from "~/domain/perioperative/questionnaire/questionnaire";
import type { FieldFault, Posted } from "~/domain/perioperative/questionnaire/read-page";
import { MEASURE_FIELDS } from "~/domain/perioperative/questionnaire/read-number";
import { pageBefore, questionsOn } from "~/domain/perioperative/questionnaire/walk";
import type { HeldForm } from "~/services/questionnaire/form.server";

/** One page of questions as it is shown. */
export interface QuestionPageView {
  page: string;
  title: string;
  section: string;
  fields: FieldView[];
  faults: FaultLine[];
  /** Unlikely numbers, to be looked at once more; the form then carries what was typed. */
  doubts: string[];
  posted: [name: string, values: string[]][];
  /** The page before; null: the list of sections. */
  back: string | null;
  changing: boolean;
}

/** What came of a page that was sent and not saved. */
export interface SentBack {
  posted: Posted;
  faults?: readonly FieldFault[];
  doubts?: readonly Doubt[];
}

/** A page of questions with what was typed so far, or was just sent; null: this patient is not shown such a page. */
export function questionPage(
  form: HeldForm,
  id: string,
  changing: boolean,
  sent?: SentBack,
): QuestionPageView | null {
  const page = pagesOf(form.questionnaire).find((one) => one.id === id);
  const questions = page ? questionsOn(page, form.settled) : [];
  if (!page || questions.length === 0) return null;
  const values = sent ? postedValues(sent.posted) : typedValues(form);
  const faults = sent?.faults ?? [];
  const section = form.questionnaire.sections.find((one) => one.id === page.section)!;
  return {
    page: id,
    title: page.title,
    section: section.title,
    fields: fieldsOf(questions, form, values, faults),
    faults: faultLines(questions, faults),
    doubts: (sent?.doubts ?? []).map(({ words }) => words),
    posted: sent?.doubts?.length ? Object.entries(sent.posted).map(([name, all]) => [name, [...all]]) : [],
    back: pageBefore(form.questionnaire, form.settled, id)?.id ?? null,
    changing,
  };
}

/** What is wrong, a line for each fault; lines that would read alike begin with their question. */
function faultLines(questions: readonly Question[], faults: readonly FieldFault[]): FaultLine[] {
  return faults.map(({ field, message }) => {
    const alike = faults.filter((other) => other.message === message).length > 1;
    const asked = questions.find(({ id }) => field === id || field.startsWith(`${id}-`));
    const words = alike && asked ? `${asked.text} ${message}` : message;
    return { id: firstId(questions, field), message: words };
  });
}

type Values = (question: Question) => { codes: readonly string[]; texts: Record<string, string> };

function postedValues(posted: Posted): Values {
  return ({ id, entry }) => ({
    codes: posted[id] ?? [],
    texts: Object.fromEntries(endsOf(entry).map((end) => [end, posted[id + end]?.[0] ?? ""])),
  });
}

const endsOf = (entry: Question["entry"]): string[] => {
  if (entry !== "height" && entry !== "weight") return [""];
  const { metric, big, small } = MEASURE_FIELDS[entry];
  return [metric, big, small, "-dk"];
};

/** What was typed; ticks of a check-box page also stand on the page that asks one of its questions by itself. */
function typedValues({ given, settled }: HeldForm): Values {
  return (question): ReturnType<Values> => {
    const answer = given[question.id] ?? (settled.answers as Answers)[question.id];
    const codes = answer === undefined ? [] : [answer].flat().map(String);
    if (question.entry !== "height" && question.entry !== "weight")
      return { codes, texts: { "": codes[0] ?? "" } };
    const unknown = codes[0] === DO_NOT_KNOW;
    const { metric } = MEASURE_FIELDS[question.entry];
    return { codes, texts: { [metric]: unknown ? "" : (codes[0] ?? ""), "-dk": unknown ? "1" : "" } };
  };
}

function fieldsOf(
  questions: readonly Question[],
  { settled, source }: HeldForm,
  values: Values,
  faults: readonly FieldFault[],
): FieldView[] {
  const here = new Map(questions.map((question) => [question.id, question]));
  const beside = (question: Question) => question.when?.tests.find((test) => here.has(test.question)) ?? null;
  const view = (question: Question): FieldView =>
    fieldOf(question, values(question), faults, choicesOf(question));
  const choicesOf = (question: Question): ChoiceView[] =>
    question.options
      .filter(({ staffOnly }) => !staffOnly || source.by === "staff")
      .map(({ code, label, exclusive, role }) => ({
        code,
        label,
        exclusive: exclusive || role === "unsure",
        checked: values(question).codes.includes(code),
        beside: questions.filter((one) => isBeside(beside(one), question.id, code)).map(view),
      }));
  const alone = questions.filter(
    (question) => beside(question) === null && settled.states.get(question.id) === "asked",
  );
  return alone.map(view);
}

const isBeside = (test: { question: string; code: string } | null, question: string, code: string) =>
  test !== null && test.question === question && test.code === code;

function fieldOf(
  question: Question,
  { texts }: ReturnType<Values>,
  faults: readonly FieldFault[],
  choices: ChoiceView[],
): FieldView {
  const { id, hint, why, unit, mayNotKnow, maxLength } = question;
  const ends = ["", ...endsOf(question.entry)];
  const fault = faults.find(({ field }) => ends.some((end) => field === id + end));
  return {
    ...{
      name: id,
      kind: kindOf(question),
      legend: question.text,
      hint,
      why,
      unit,
      mayNotKnow,
      maxLength,
      choices,
    },
    values: texts,
    fault: fault ? { end: fault.field.slice(id.length), message: fault.message } : null,
  };
}

function kindOf({ type, several, entry }: Question): FieldView["kind"] {
  if (type === "choice") return several ? "checkboxes" : "radios";
  if (type === "number") return entry === "height" || entry === "weight" ? entry : "number";
  if (entry === "tel") return "tel";
  return type === "longText" ? "longText" : "text";
}

/** The id that a line of the summary leads to: the first choice of a question, the metric field of a measure. */
function firstId(questions: readonly Question[], field: string): string {
  const question = questions.find(({ id }) => id === field);
  if (question?.entry === "height" || question?.entry === "weight")
    return field + MEASURE_FIELDS[question.entry].metric;
  return field;
}
