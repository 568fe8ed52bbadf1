import type { LeafTrace } from "~/domain/perioperative/condition";
import { isBetween, questionOf, type Fact, type FactName } from "~/domain/perioperative/fact";
import { questionsOf, type Question } from "~/domain/perioperative/questionnaire/questionnaire";
import { ruleTitle, type RiskRule } from "~/domain/perioperative/risk-rule";
import { factsOfCondition } from "~/domain/perioperative/rule-questions";
import { measureFacts } from "~/facts/measures";
import { ENTERED_MEASURES } from "~/domain/perioperative/measures";
import { QUESTIONNAIRE } from "~/facts/questionnaire";

const QUESTIONS = new Map<string, Question>(
  questionsOf(QUESTIONNAIRE).map((question) => [question.id, question]),
);

const FACT_WORDS: Partial<Record<FactName, string>> = {
  "derived.age": "Age",
  "derived.bmi": "BMI",
  "derived.unknown_critical": "Safety questions that are not known",
  "derived.free_text_present": "The patient wrote something",
  "score.activity_score": "Activity score",
  "score.mets": "METs, from the activity score",
  "score.audit_c": "AUDIT-C",
  "score.apfel_patient": "Apfel criteria",
  "score.rcri": "Cardiac risk criteria (RCRI)",
  "score.sleep_feature_count": "Features of sleep apnoea",
  "proc.severity": "Severity of the operation",
  "proc.anaesthetic": "Anaesthetic",
  "proc.implant": "Joint implant",
  "proc.high_cardiac_risk": "Surgery of high cardiac risk",
  "m.hba1c_age_days": "Days since the HbA1c",
  "t.screening_status": "Screening",
  "t.days_since_fit_confirmed": "Days since fitness was confirmed",
  "t.days_since_last_contact": "Days since the last contact",
  "t.days_since_listed": "Days since listing",
  "t.sdm_stage2_confirmed": "Second step of the shared decision",
  "t.unanswered_messages": "Messages without an answer",
  "t.health_change_reported": "A change of health was reported",
  "result.worst_route": "The route of the other rules",
  "result.risk": "The risk of the other rules",
  "result.hub": "What the other rules say of the hub",
  "hub.does_procedure": "The hub does the procedure",
};

/** What a fact is, in words: the text of its question, the measure's name. */
export function factWords(fact: FactName): string {
  const question = questionOf(fact);
  if (question !== null) return QUESTIONS.get(question)?.text ?? question;
  const measure = ENTERED_MEASURES.find((name) => fact === `m.${name}`);
  return measure ? measureFacts(measure).words : (FACT_WORDS[fact] ?? fact);
}

/** The text of a question, by its id. */
export const questionWords = (id: string): string => QUESTIONS.get(id)?.text ?? id;

/** An answer as it was chosen or typed, with its unit. */
export function answerWords(id: string, answer: Fact | null | undefined): string {
  if (answer === undefined) return "Not answered";
  if (answer === null) return "Not asked";
  const question = QUESTIONS.get(id);
  const label = (code: string) =>
    question?.options.find((option) => option.code === code)?.label ??
    (code === "dk" ? "I do not know" : code);
  if (Array.isArray(answer)) return answer.map(label).join("; ");
  if (typeof answer === "number") return `${rounded(answer)}${question?.unit ? ` ${question.unit}` : ""}`;
  return typeof answer === "string" ? label(answer) : valueWords(answer);
}

/** How one comparison came out: what was asked and what was found. */
export function leafWords({ fact, found }: LeafTrace): string {
  const question = questionOf(fact);
  if (question !== null) return `${factWords(fact)} ${answerWords(question, found)}`;
  return `${factWords(fact)}: ${found === undefined ? "not known" : found === null ? "does not apply" : valueWords(found)}`;
}

function valueWords(found: Fact): string {
  if (typeof found === "boolean") return found ? "yes" : "no";
  if (typeof found === "number") return rounded(found);
  if (typeof found === "string") return found.replaceAll("_", " ");
  if (isBetween(found)) return `${rounded(found.least)} to ${rounded(found.most)}`;
  return found.join(", ");
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

/** A rule's title with the borders that count. */
export const titleOf = (
  rule: RiskRule | undefined,
  id: string,
  thresholds: Readonly<Record<string, number>>,
): string => (rule ? ruleTitle(rule.title, thresholds) : `Rule ${id}, which there is no longer`);

/** Whether a rule looks at nothing but where the patient is in the work: that nobody is fit before it is confirmed is no news. */
export const isAboutWork = ({ condition }: RiskRule): boolean =>
  factsOfCondition(condition).every((fact) => fact.startsWith("t."));
