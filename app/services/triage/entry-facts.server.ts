import { today } from "~/clock.server";
import { ageOn } from "~/domain/age";
import { dayNumber, type IsoDate } from "~/domain/calendar";
import type { Answers } from "~/domain/perioperative/answers";
import { countingMeasures, type MeasureTaken } from "~/domain/perioperative/measures";
import {
  patientFacts,
  type PatientFacts,
  type ScreenedProcedure,
  type Severity,
  type Workflow,
} from "~/domain/perioperative/patient-facts";
import { severitiesAt, type ScreeningSettings } from "~/domain/perioperative/screening-settings";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { procedureByCode } from "~/facts/procedures";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { surgerySeverity } from "~/facts/surgery-severity";

const ANAESTHETICS = { GA: "general", RA: "regional", LA: "local" } as const;

/** What is known of a patient when the rules are asked. */
export interface Known {
  entry: WaitingListEntry;
  /** Null: nobody has answered yet; every safety question is then unknown. */
  answered: { answers: Answers; completedAt: string; contradicted: readonly string[] } | null;
  measures: readonly MeasureTaken[];
  /** The day of the latest decision that the patient is fit; null: none in Hublist. */
  fitSince: IsoDate | null;
  /** What happened to the patient while they wait. */
  waiting: WaitingKnown;
}

/** What is known of the contact with a patient who waits. */
export interface WaitingKnown {
  /** The check-in that told of a change of health which nobody has looked at; null: none. */
  change: string | null;
  /** When they last told anything about their health, UTC; null: never. */
  contactAt: string | null;
  /** Reminders that they did not answer. */
  unanswered: number;
  /** Both stages of the shared decision are complete. */
  stageTwo: boolean;
}

/** The facts of an entry, as the rules see them today. */
export function entryFacts(known: Known, screening: ScreeningSettings): PatientFacts {
  const day = today();
  const { entry, answered, measures } = known;
  return patientFacts(SCREENING_QUESTIONS, {
    age: ageOn(entry.birthDate, day),
    answers: answered?.answers ?? {},
    contradicted: answered?.contradicted ?? [],
    procedure: procedureOf(entry, severitiesAt(screening, entry.listingSite)),
    measures: countingMeasures(measures, day),
    workflow: workflowOf(known, day),
  });
}

function procedureOf(
  { procedureCode, anaesthetic, nights, criticalCare }: WaitingListEntry,
  severities: Readonly<Record<string, Severity>>,
): ScreenedProcedure {
  const known = surgerySeverity(procedureCode);
  return {
    code: procedureCode,
    ...known,
    severity: severities[procedureCode] ?? known.severity,
    anaesthetic: ANAESTHETICS[anaesthetic],
    hvlc: procedureByCode(procedureCode)?.hvlc ?? false,
    ...{ nights, criticalCare },
  };
}

const STATUS = { fit: "fit_confirmed", optimising: "optimising", unfit: "unfit" } as const;

function workflowOf({ entry, answered, fitSince, waiting }: Known, day: IsoDate): Workflow {
  const since = (date: IsoDate | null) => (date === null ? null : dayNumber(day) - dayNumber(date));
  const { screening } = entry;
  const open = answered === null ? "not_invited" : "answered";
  return {
    status: screening === "not_screened" || screening === "awaiting" ? open : STATUS[screening],
    daysSinceListed: Math.max(0, since(entry.decisionToAdmit)!),
    daysSinceFitConfirmed: screening === "fit" ? since(fitSince ?? entry.screeningDate) : null,
    daysSinceLastContact: since(waiting.contactAt?.slice(0, 10) ?? null),
    ...{ stageTwoConfirmed: waiting.stageTwo, unansweredMessages: waiting.unanswered },
    healthChangeReported: waiting.change !== null,
  };
}
