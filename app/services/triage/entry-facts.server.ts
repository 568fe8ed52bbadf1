import { today } from "~/clock.server";
import { ageOn } from "~/domain/age";
import { dayNumber, type IsoDate } from "~/domain/calendar";
import type { Answers } from "~/domain/perioperative/answers";
import { countingMeasures, type MeasureTaken } from "~/domain/perioperative/measures";
import {
  patientFacts,
  type PatientFacts,
  type ScreenedProcedure,
  type Workflow,
} from "~/domain/perioperative/patient-facts";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { procedureByCode } from "~/facts/procedures";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { surgerySeverity } from "~/facts/surgery-severity";

const ANAESTHETICS = { GA: "general", RA: "regional", LA: "local" } as const;

/** What is known of a patient when the rules are asked. */
export interface Known {
  entry: WaitingListEntry;
  /** Null: nobody has answered yet; every safety question is then unknown. */
  answered: { answers: Answers; completedAt: string } | null;
  measures: readonly MeasureTaken[];
  /** The day of the latest decision that the patient is fit; null: none in Hublist. */
  fitSince: IsoDate | null;
}

/** The facts of an entry, as the rules see them today. */
export function entryFacts({ entry, answered, measures, fitSince }: Known): PatientFacts {
  const day = today();
  return patientFacts(SCREENING_QUESTIONS, {
    age: ageOn(entry.birthDate, day),
    answers: answered?.answers ?? {},
    procedure: procedureOf(entry),
    measures: countingMeasures(measures, day),
    workflow: workflowOf({ entry, answered, measures, fitSince }, day),
  });
}

function procedureOf({
  procedureCode,
  anaesthetic,
  nights,
  criticalCare,
}: WaitingListEntry): ScreenedProcedure {
  return {
    code: procedureCode,
    ...surgerySeverity(procedureCode),
    anaesthetic: ANAESTHETICS[anaesthetic],
    hvlc: procedureByCode(procedureCode)?.hvlc ?? false,
    ...{ nights, criticalCare },
  };
}

const STATUS = { fit: "fit_confirmed", optimising: "optimising", unfit: "unfit" } as const;

function workflowOf({ entry, answered, fitSince }: Known, day: IsoDate): Workflow {
  const since = (date: IsoDate | null) => (date === null ? null : dayNumber(day) - dayNumber(date));
  const { screening } = entry;
  const open = answered === null ? "not_invited" : "answered";
  return {
    status: screening === "not_screened" || screening === "awaiting" ? open : STATUS[screening],
    daysSinceListed: Math.max(0, since(entry.decisionToAdmit)!),
    daysSinceFitConfirmed: screening === "fit" ? since(fitSince ?? entry.screeningDate) : null,
    daysSinceLastContact: answered === null ? null : since(answered.completedAt.slice(0, 10)),
    ...{ stageTwoConfirmed: false, unansweredMessages: 0, healthChangeReported: false },
  };
}
