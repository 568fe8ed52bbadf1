import type { Answers, AnswerValue } from "../answers";
import { doubtsOf, type Doubt } from "./doubts";
import type { Page, Question, Questionnaire } from "./questionnaire";
import { readNumber, type FieldRead } from "./read-number";
import { settle, type Settled } from "./settle";
import { questionsOn } from "./walk";

/** The fields of a posted page: name -> what was sent. */
export type Posted = Readonly<Record<string, readonly string[]>>;

/** What is wrong with a field. `field`: its name. */
export interface FieldFault {
  field: string;
  message: string;
}

export interface PageRead {
  /** All that was ever typed, with this page. */
  given: Answers;
  faults: readonly FieldFault[];
  /** Numbers that are likely to be mistakes, to ask once whether they are right. */
  doubts: readonly Doubt[];
}

/**
 * Reads a posted page. Fields of questions that do not apply are passed over; a question that is left empty loses its
 * answer. `given`: what was typed before, with the record's facts.
 */
export function readPage(
  questionnaire: Questionnaire,
  page: Page,
  given: Answers,
  posted: Posted,
  parts: number,
): PageRead {
  const before = settle(questionnaire, given, parts);
  const reads = new Map(
    questionsOn(page, before).map((question) => [question.id, readField(question, posted)]),
  );
  const merged = merge(given, reads);
  const after = settle(questionnaire, merged, parts);
  const asked = page.questions.filter(({ id }) => reads.has(id) && after.states.get(id) === "asked");
  const faults = asked.flatMap((question) => faultsOf(question, reads.get(question.id)!, after));
  return { given: merged, faults, doubts: faults.length > 0 ? [] : doubtsOf(page, asked, merged) };
}

type Read = FieldRead | { kind: "value"; value: AnswerValue };

function merge(given: Answers, reads: ReadonlyMap<string, Read>): Answers {
  const merged: Record<string, AnswerValue> = { ...given };
  for (const [id, read] of reads) {
    if (read.kind === "value") merged[id] = read.value;
    else delete merged[id];
  }
  return merged;
}

function readField(question: Question, posted: Posted): Read {
  const texts = (suffix: string) => (posted[question.id + suffix]?.[0] ?? "").trim();
  switch (question.type) {
    case "choice":
      return readChoice(question, posted[question.id] ?? []);
    case "number":
      return readNumber(question, texts);
    default:
      return readText(question, texts(""));
  }
}

function readChoice(question: Question, sent: readonly string[]): Read {
  const codes = question.options.map(({ code }) => code).filter((code) => sent.includes(code));
  if (codes.length === 0) return { kind: "empty" };
  if (!question.several) return { kind: "value", value: codes[0]! };
  const alone = question.options.find(({ code, exclusive }) => exclusive && codes.includes(code));
  return alone && codes.length > 1
    ? { kind: "fault", field: "", message: `Select other options, or “${alone.label}”, not both` }
    : { kind: "value", value: codes };
}

// Control characters other than the ends of lines have no place in an answer.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

function readText(question: Question, sent: string): Read {
  const text = sent.replace(/\r\n?/g, "\n").replace(CONTROL, "").trim();
  if (text === "") return { kind: "empty" };
  const most = question.maxLength ?? Infinity;
  if (text.length > most)
    return { kind: "fault", field: "", message: `Use ${most} characters or fewer. You used ${text.length}` };
  if (question.entry === "tel" && !isPhone(text))
    return { kind: "fault", field: "", message: question.error ?? "Enter a phone number" };
  return { kind: "value", value: text };
}

/** 10 to 15 digits as people write them, with an international start and an extension. */
const isPhone = (text: string) =>
  /^\+?[\d ()-]+(ext\.? ?\d{1,5})?$/i.test(text) &&
  /^\d{10,15}$/.test(text.replace(/ext.*$/i, "").replace(/\D/g, ""));

function faultsOf(question: Question, read: Read, { answers }: Settled): FieldFault[] {
  if (read.kind === "fault") return [{ field: question.id + read.field, message: read.message }];
  if (read.kind === "empty")
    return question.required ? [{ field: question.id, message: missing(question) }] : [];
  const below = question.moreThan === null ? undefined : answers[question.moreThan];
  return typeof below === "number" && typeof read.value === "number" && read.value <= below
    ? [{ field: question.id, message: "The top number must be more than the bottom number" }]
    : [];
}

const missing = (question: Question): string =>
  question.error ??
  `${question.several ? "Select at least one answer" : "Select an answer"} to “${question.text}”`;
