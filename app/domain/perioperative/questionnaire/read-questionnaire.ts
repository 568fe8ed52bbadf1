import { extensionOf, HL7, type FhirItem, type FhirQuestionnaire } from "./fhir";
import {
  questionsOf,
  type Bounds,
  type Page,
  type Question,
  type Questionnaire,
  type QuestionType,
  type Section,
  type When,
} from "./questionnaire";
import { optionsOf } from "./read-options";

/** The questionnaire of a FHIR resource, or what is wrong with it, each fault with its linkId. */
export type QuestionnaireRead = { questionnaire: Questionnaire } | { faults: readonly string[] };

/**
 * Reads a FHIR R4 Questionnaire that is built of sections (`section.…`), pages (`page.…`) and questions, with a group
 * `context` of what the record fills. Conditions compare codes; other operators are refused.
 */
export function readQuestionnaire(resource: FhirQuestionnaire): QuestionnaireRead {
  const groups = resource.item.filter((item) => item.linkId.startsWith("section."));
  const context = resource.item.filter((item) => !groups.includes(item)).flatMap((item) => item.item ?? []);
  const questionnaire: Questionnaire = {
    url: resource.url,
    version: resource.version,
    title: resource.title,
    notWatched: extensionOf(resource, "notWatched")?.valueString ?? "",
    sections: groups.map(sectionOf),
    context: context.map((item) => questionRead(item, "")),
  };
  const faults = [...conditionFaults(resource.item), ...referenceFaults(questionnaire)];
  return faults.length > 0 ? { faults } : { questionnaire };
}

function sectionOf(item: FhirItem): Section {
  const id = item.linkId.replace("section.", "");
  return { id, title: item.text ?? "", pages: (item.item ?? []).map((page) => pageOf(page, id)) };
}

function pageOf(item: FhirItem, section: string): Page {
  const id = item.linkId.replace("page.", "");
  return {
    id,
    section,
    title: item.text ?? "",
    when: whenOf(item),
    questions: (item.item ?? []).map((question) => questionRead(question, id)),
    likelyBmi: boundsOf(item, "likelyBmi"),
  };
}

function questionRead(item: FhirItem, page: string): Question {
  const text = (name: string) => extensionOf(item, name)?.valueString ?? null;
  const code = (name: string) => extensionOf(item, name)?.valueCode ?? null;
  const flag = (name: string) => extensionOf(item, name)?.valueBoolean ?? false;
  return {
    id: item.linkId,
    page,
    type: TYPES[item.type] ?? "text",
    text: item.text ?? "",
    part: extensionOf(item, "part")?.valueInteger ?? 1,
    when: whenOf(item),
    required: item.required ?? false,
    several: item.repeats ?? false,
    options: optionsOf(item),
    hint: text("hint"),
    why: text("why"),
    error: text("error"),
    critical: flag("critical"),
    sensitive: flag("sensitive"),
    readByNurse: flag("readByNurse"),
    filledBy: code("filledBy") as Question["filledBy"],
    screen: flag("screen"),
    entry: code("entry") as Question["entry"],
    mayNotKnow: text("mayNotKnow"),
    unit: extensionOf(item, `${HL7}questionnaire-unit`)?.valueCoding?.display ?? null,
    bounds: hardBounds(item),
    likely: boundsOf(item, "likely"),
    moreThan: code("moreThan"),
    maxLength: item.maxLength ?? null,
  };
}

const TYPES: Record<string, QuestionType> = {
  choice: "choice",
  decimal: "number",
  string: "text",
  text: "longText",
  date: "date",
  boolean: "declaration",
};

function whenOf(item: FhirItem): When | null {
  if (!item.enableWhen) return null;
  const tests = item.enableWhen.map(({ question, operator, answerCoding }) => ({
    question,
    operator: operator as "=" | "!=",
    code: answerCoding?.code ?? "",
  }));
  return { all: item.enableBehavior === "all", tests };
}

function boundsOf(item: FhirItem, name: string): Bounds | null {
  const range = extensionOf(item, name);
  const end = (url: string) => range?.extension?.find((part) => part.url === url)?.valueDecimal ?? NaN;
  return range ? { from: end("from"), to: end("to") } : null;
}

function hardBounds(item: FhirItem): Bounds | null {
  const from = extensionOf(item, `${HL7}minValue`)?.valueDecimal;
  const to = extensionOf(item, `${HL7}maxValue`)?.valueDecimal;
  return from === undefined || to === undefined ? null : { from, to };
}

function conditionFaults(items: readonly FhirItem[]): string[] {
  return items.flatMap((item) => [
    ...(item.enableWhen ?? [])
      .filter(({ operator, answerCoding }) => !/^!?=$/.test(operator) || !answerCoding?.code)
      .map(
        ({ operator }) =>
          `${item.linkId}: the condition "${operator}" is not read; compare a code with = or !=`,
      ),
    ...(TYPES[item.type] || item.type === "group"
      ? []
      : [`${item.linkId}: the type ${item.type} is not asked`]),
    ...conditionFaults(item.item ?? []),
  ]);
}

/** Conditions look back only, and everything that is named exists once. */
function referenceFaults(questionnaire: Questionnaire): string[] {
  const faults: string[] = [];
  const seen = new Map<string, Question>();
  const all = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  const lookBack = (where: string, when: When | null) => {
    for (const { question, code } of when?.tests ?? []) {
      if (!seen.get(question)?.options.some((option) => option.code === code))
        faults.push(`${where}: no earlier question ${question} has the option ${code}`);
    }
  };
  const pages = questionnaire.sections.flatMap((section) => section.pages);
  for (const page of [{ id: "context", when: null, questions: questionnaire.context }, ...pages]) {
    lookBack(`page.${page.id}`, page.when);
    for (const question of page.questions) {
      lookBack(question.id, question.when);
      if (seen.has(question.id)) faults.push(`${question.id}: the linkId is used twice`);
      seen.set(question.id, question);
      faults.push(...optionFaults(question, all));
    }
  }
  return faults;
}

function optionFaults(question: Question, all: ReadonlyMap<string, Question>): string[] {
  return question.options.flatMap(({ code, sets, opens }) => [
    ...sets
      .filter((set) => !all.get(set.question)?.options.some((option) => option.code === set.code))
      .map((set) => `${question.id}/${code}: there is no ${set.question} with the option ${set.code}`),
    ...(opens !== null && !all.has(opens) ? [`${question.id}/${code}: there is no question ${opens}`] : []),
  ]);
}
