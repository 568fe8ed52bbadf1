import type { Answers } from "./answers";
import { type Fact, type Facts, type MeasureName } from "./fact";
import type { HubCase } from "./hub-limits";
import { scoresOf } from "./scores";
import { bodyMassIndex } from "./questionnaire/measures";
import { lookAtAnswers, type ScreeningQuestion } from "./screening-question";

export const SEVERITIES = ["minor", "intermediate", "major", "major_complex"] as const;
export type Severity = (typeof SEVERITIES)[number];
export const ANAESTHETIC_KINDS = ["general", "regional", "sedation", "local", "topical"] as const;
export type AnaestheticKind = (typeof ANAESTHETIC_KINDS)[number];

/** What is to be done. null: not known. */
export interface ScreenedProcedure {
  code: string;
  severity: Severity | null;
  anaesthetic: AnaestheticKind;
  jointImplant: boolean | null;
  highCardiacRisk: boolean | null;
  hvlc: boolean;
  nights: number;
  criticalCare: boolean;
}

/** Where the patient is in the work, in whole days. null: it has not happened. */
export interface Workflow {
  status: "not_invited" | "invited" | "answered" | "fit_confirmed" | "optimising" | "unfit";
  daysSinceListed: number;
  daysSinceFitConfirmed: number | null;
  daysSinceLastContact: number | null;
  stageTwoConfirmed: boolean;
  unansweredMessages: number;
  healthChangeReported: boolean;
}

/** The latest value of each measure that somebody took. */
export type Measures = Partial<Record<MeasureName, number>>;

export interface Screened {
  /** Completed years. */
  age: number;
  answers: Answers;
  /** Questions that were answered both ways: not known, whether they are safety questions or not. */
  contradicted?: readonly string[];
  procedure: ScreenedProcedure;
  measures: Measures;
  workflow: Workflow;
}

/** A patient as the rules see one. */
export interface PatientFacts {
  facts: Facts;
  /** Safety questions that are not known, and all that were answered both ways. */
  unknown: string[];
  /** Questions with free text to be read. */
  toRead: string[];
  hubCase: HubCase;
}

/** Centimetres, kilograms and kg/m² of adults and adolescents; beyond them a unit was mixed up. Hublist's own limits. */
const LIKELY = { height: [100, 230], weight: [25, 350], bmi: [10, 100] } as const;

/** All facts of a patient but those of results and hubs. */
export function patientFacts(questions: readonly ScreeningQuestion[], screened: Screened): PatientFacts {
  const { age, answers, procedure, measures, workflow } = screened;
  const known = { "derived.age": age, ...procedureFacts(procedure) };
  const looked = lookAtAnswers(questions, answers, known);
  const bmi = bmiOf(answers, measures);
  const unknown = looked.unknown.filter(
    (id) => !((id === "height_cm" || id === "weight_kg") && bmi !== null),
  );
  if (bmi === null && !unknown.includes("height_cm") && !unknown.includes("weight_kg"))
    unknown.push("weight_kg");
  for (const id of screened.contradicted ?? []) if (!unknown.includes(id)) unknown.push(id);
  const facts = Object.assign(looked.facts, measures, workflowFacts(workflow), {
    ...(bmi === null ? {} : { "derived.bmi": bmi }),
    "derived.unknown_critical": unknown.length,
    "derived.free_text_present": looked.toRead.length > 0,
  });
  Object.assign(facts, scoresOf(facts));
  const { code: procedureCode, hvlc, nights, criticalCare } = procedure;
  const hubCase = { age, bmi, procedureCode, hvlc, nights, criticalCare };
  return { facts, unknown, toRead: looked.toRead, hubCase };
}

/** Weight by height squared; what staff measured counts before what the patient said. null: not known, or not likely. */
function bmiOf(answers: Answers, measures: Measures): number | null {
  const height = within(measures["m.height_cm"] ?? answers.height_cm, LIKELY.height);
  const weight = within(measures["m.weight_kg"] ?? answers.weight_kg, LIKELY.weight);
  return height === null || weight === null ? null : within(bodyMassIndex(height, weight), LIKELY.bmi);
}

function within(value: unknown, [least, most]: readonly [number, number]): number | null {
  return typeof value === "number" && value >= least && value <= most ? value : null;
}

function procedureFacts({ severity, anaesthetic, jointImplant, highCardiacRisk }: ScreenedProcedure): Facts {
  return present({
    "proc.severity": severity,
    "proc.anaesthetic": anaesthetic,
    "proc.implant": jointImplant,
    "proc.high_cardiac_risk": highCardiacRisk,
  });
}

/** What has not happened yet does not apply: nobody is late with it. */
function workflowFacts(workflow: Workflow): Facts {
  return {
    "t.screening_status": workflow.status,
    "t.days_since_listed": workflow.daysSinceListed,
    "t.days_since_fit_confirmed": workflow.daysSinceFitConfirmed,
    "t.days_since_last_contact": workflow.daysSinceLastContact,
    "t.sdm_stage2_confirmed": workflow.stageTwoConfirmed,
    "t.unanswered_messages": workflow.unansweredMessages,
    "t.health_change_reported": workflow.healthChangeReported,
  };
}

const present = (facts: Record<string, Fact | null>): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== null));
