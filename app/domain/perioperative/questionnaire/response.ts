import type { Answers, AnswerValue } from "../answers";
import { EXTENSION, extensionOf, HL7 } from "./fhir";
import type { FhirAnswer, FhirQuestionnaireResponse, FhirReference, FhirResponseItem } from "./fhir";
import { DO_NOT_KNOW, type Page, type Question, type Questionnaire } from "./questionnaire";
import { sourceCode, sourceOfCode, type ResponseSource } from "./response-source";

/** What a response is made of besides its answers. */
export interface ResponseHead {
  id: string;
  /** The entry's identifier within Hublist; no name, number or date of birth. */
  subject: string;
  source: ResponseSource;
  /** UTC instant of the last change, ISO. */
  authored: string;
  status: "in-progress" | "completed";
}

export const SUBJECT_SYSTEM = `${EXTENSION}entry`;
const UNKNOWN = { url: `${HL7}data-absent-reason`, valueCode: "asked-unknown" };

/** The answers that count as a FHIR R4 QuestionnaireResponse, tied to the version that was asked. */
export function toResponse(
  questionnaire: Questionnaire,
  answers: Answers,
  head: ResponseHead,
): FhirQuestionnaireResponse {
  const identifier = { system: SUBJECT_SYSTEM, value: head.subject };
  const group = (linkId: string, items: FhirResponseItem[]) =>
    items.length > 0 ? [{ linkId, item: items }] : [];
  const questions = (of: readonly Question[]) =>
    of.flatMap((question) => itemOf(question, answers[question.id]));
  const pageItems = ({ id, questions: own }: Page) => group(`page.${id}`, questions(own));
  const items = [
    ...group("context", questions(questionnaire.context)),
    ...questionnaire.sections.flatMap(({ id, pages }) => group(groupId(id), pages.flatMap(pageItems))),
  ];
  return {
    resourceType: "QuestionnaireResponse",
    id: head.id,
    extension: [{ url: `${EXTENSION}source`, valueCode: sourceCode(head.source) }],
    questionnaire: `${questionnaire.url}|${questionnaire.version}`,
    status: head.status,
    subject: { type: "Patient", identifier },
    authored: head.authored,
    source: sourceReference(head.source, identifier),
    ...(items.length > 0 ? { item: items } : {}),
  };
}

const groupId = (section: string) => `section.${section}`;

function sourceReference(source: ResponseSource, identifier: FhirReference["identifier"]): FhirReference {
  if (source.by === "staff") return { type: "PractitionerRole", display: "Hospital staff" };
  if (source.by === "carer") return { type: "RelatedPerson", display: "Carer or trusted person" };
  return { type: "Patient", identifier };
}

function itemOf(question: Question, answer: AnswerValue | undefined): FhirResponseItem[] {
  if (answer === undefined) return [];
  const values = Array.isArray(answer) ? (answer as readonly string[]) : [answer as string | number];
  const own = values.map((value) => fhirAnswer(question, value));
  return [{ linkId: question.id, text: question.text, answer: own }];
}

function fhirAnswer(question: Question, value: string | number): FhirAnswer {
  if (question.type === "choice") {
    const display = question.options.find(({ code }) => code === value)?.label;
    return { valueCoding: { code: String(value), ...(display ? { display } : {}) } };
  }
  if (typeof value === "number") return { valueDecimal: value };
  if (question.type === "number" && value === DO_NOT_KNOW) return { extension: [UNKNOWN] };
  if (question.type === "date") return { valueDate: value };
  return question.type === "declaration" ? { valueBoolean: value === "yes" } : { valueString: value };
}

/** A response that was read, or why it cannot be, each fault with its linkId. */
export type ResponseRead =
  | {
      answers: Answers;
      source: ResponseSource | null;
      status: "in-progress" | "completed";
      subject: string | null;
    }
  | { faults: readonly string[] };

/** Reads a QuestionnaireResponse to a version of the questionnaire; anything that the version does not have is a fault. */
export function fromResponse(
  questionnaire: Questionnaire,
  all: ReadonlyMap<string, Question>,
  response: FhirQuestionnaireResponse,
): ResponseRead {
  const canonical = `${questionnaire.url}|${questionnaire.version}`;
  if (response.questionnaire !== canonical)
    return { faults: [`questionnaire: expected ${canonical}, got ${response.questionnaire}`] };
  const answers: Record<string, AnswerValue> = {};
  const faults: string[] = [];
  const read = (items: readonly FhirResponseItem[]): void => {
    for (const item of items) {
      const question = all.get(item.linkId);
      if (item.item) read(item.item);
      if (!item.answer) continue;
      const values = question ? item.answer.map((answer) => answerOf(question, answer)) : [undefined];
      if (!question || values.includes(undefined) || (values.length > 1 && !question.several))
        faults.push(
          `${item.linkId}: ${question ? "the answer is none of this question" : "there is no such question"}`,
        );
      else answers[item.linkId] = question.several ? (values as string[]) : values[0]!;
    }
  };
  read(response.item ?? []);
  if (faults.length > 0) return { faults };
  const code = extensionOf(response, "source")?.valueCode ?? "";
  return {
    answers,
    source: sourceOfCode(code),
    status: response.status,
    subject:
      response.subject?.identifier?.system === SUBJECT_SYSTEM ? response.subject.identifier.value : null,
  };
}

function answerOf(question: Question, answer: FhirAnswer): string | number | undefined {
  if (question.type === "choice") {
    const code = answer.valueCoding?.code;
    return question.options.some((option) => option.code === code) ? code : undefined;
  }
  if (question.type === "number") {
    const unknown = answer.extension?.some(
      ({ url, valueCode }) => url === UNKNOWN.url && valueCode === UNKNOWN.valueCode,
    );
    return unknown && question.mayNotKnow ? DO_NOT_KNOW : answer.valueDecimal;
  }
  if (question.type === "date") return answer.valueDate;
  if (question.type === "declaration") return answer.valueBoolean ? "yes" : undefined;
  return answer.valueString;
}
