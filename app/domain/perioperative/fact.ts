/** Worked out of the answers and the record. */
export const DERIVED_FACTS = [
  "derived.age",
  "derived.bmi",
  "derived.unknown_critical",
  "derived.free_text_present",
] as const;
/** Sums over answers; see scores.ts. */
export const SCORE_FACTS = [
  "score.activity_score",
  "score.mets",
  "score.audit_c",
  "score.apfel_patient",
  "score.rcri",
  "score.sleep_feature_count",
] as const;
/** Measured by staff or a laboratory, or judged by staff. A measure that nobody took is not known. */
export const MEASURE_FACTS = [
  "m.bp_sys_primary",
  "m.bp_dia_primary",
  "m.bp_sys_clinic",
  "m.bp_dia_clinic",
  "m.hb",
  "m.hba1c",
  "m.hba1c_age_days",
  "m.creatinine",
  "m.height_cm",
  "m.weight_kg",
  "m.cfs",
  "m.asa",
  "m.stopbang",
] as const;
/** What is to be done: severity, anaesthetic, joint implant. */
export const PROCEDURE_FACTS = [
  "proc.severity",
  "proc.anaesthetic",
  "proc.implant",
  "proc.high_cardiac_risk",
] as const;
/** Where the patient is in the work. */
export const WORKFLOW_FACTS = [
  "t.screening_status",
  "t.days_since_fit_confirmed",
  "t.days_since_last_contact",
  "t.days_since_listed",
  "t.sdm_stage2_confirmed",
  "t.unanswered_messages",
  "t.health_change_reported",
] as const;
/** What the other rules came to; known to rules of the second pass alone. */
export const RESULT_FACTS = ["result.worst_route", "result.risk", "result.hub"] as const;
export const HUB_FACTS = ["hub.does_procedure"] as const;

const NAMED = [
  ...DERIVED_FACTS,
  ...SCORE_FACTS,
  ...MEASURE_FACTS,
  ...PROCEDURE_FACTS,
  ...WORKFLOW_FACTS,
  ...RESULT_FACTS,
  ...HUB_FACTS,
] as const;

/** An answer, by the question's id. */
export type AnswerFact = `q.${string}`;
export type FactName = AnswerFact | (typeof NAMED)[number];
export type MeasureName = (typeof MEASURE_FACTS)[number];

/** A sum of which some parts are not known: it lies between these two, both included. */
export interface Between {
  least: number;
  most: number;
  /** What is not known. */
  without: readonly FactName[];
}

export type Fact = string | number | boolean | readonly string[] | Between;

/**
 * What is known about a patient. A fact that is not there is not known; null: it does not apply, as a question about the
 * last fit does not to somebody without epilepsy.
 */
export type Facts = Readonly<Partial<Record<FactName, Fact | null>>>;

export const isBetween = (fact: Fact): fact is Between => typeof fact === "object" && !Array.isArray(fact);
export const isFactName = (text: string): text is FactName =>
  /^q\.[a-z][a-z0-9_]*$/.test(text) || (NAMED as readonly string[]).includes(text);

const answerFacts = new Map<string, AnswerFact>();

/** The fact of an answer. Names are kept: a text that was put together anew is slow to look up by. */
export function answerFact(question: string): AnswerFact {
  const kept = answerFacts.get(question);
  if (kept !== undefined) return kept;
  const fact: AnswerFact = `q.${question}`;
  answerFacts.set(question, fact);
  return fact;
}

/** The question that a fact is the answer of; null for other facts. */
export const questionOf = (fact: FactName): string | null => (fact.startsWith("q.") ? fact.slice(2) : null);
