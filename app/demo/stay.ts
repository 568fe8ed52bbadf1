import type { Anaesthetic, WaitingListEntry } from "~/domain/waiting-list";
import type { Procedure } from "~/facts/procedures";
import type { Random } from "./random";

/** Risk, touch time, anaesthetic and stay of one patient: estimates, for demonstration. */
export type Stay = Pick<
  WaitingListEntry,
  "minutes" | "minutesDeviation" | "anaesthetic" | "intendedManagement" | "nights" | "criticalCare"
> & { asa: number };

const USUAL_DAY_CASE_PERCENT = 85;

export function inventStay(procedure: Procedure, isChild: boolean, random: Random): Stay {
  const asa = asaFor(isChild, random);
  const isDayCase = dayCase(procedure, asa, random);
  const nights = isDayCase ? 0 : Math.max(1, Math.round(procedure.nights + 0.6 * random.gauss()));
  const pace = Math.exp(0.12 * random.gauss());
  const minutes = Math.max(10, Math.round(procedure.minutes * pace));
  return {
    asa,
    minutes,
    minutesDeviation: Math.min(
      Math.floor(0.7 * minutes),
      Math.max(3, Math.round(procedure.minutesDeviation * pace)),
    ),
    anaesthetic: anaestheticFor(procedure, minutes, random),
    intendedManagement: isDayCase ? "dayCase" : "inpatient",
    nights,
    criticalCare: asa >= 4 || (nights >= 2 && asa === 3 && random.chance(0.15)),
  };
}

function asaFor(isChild: boolean, random: Random): number {
  const shares = isChild ? [8, 2] : [22, 52, 24, 2];
  return random.weighted(shares.map((share, index): [number, number] => [index + 1, share]));
}

function dayCase(procedure: Procedure, asa: number, random: Random): boolean {
  if (procedure.nights === 0) return random.chance(asa >= 3 ? 0.8 : 0.95);
  const target = procedure.bads ? (procedure.badsDayCaseTargetPercent ?? USUAL_DAY_CASE_PERCENT) : 0;
  return random.chance((target / 100) * 0.5);
}

function anaestheticFor({ treatmentFunction }: Procedure, minutes: number, random: Random): Anaesthetic {
  const isLocal = minutes <= 45 && random.chance(treatmentFunction === "130" ? 0.93 : 0.25);
  if (isLocal) return "LA";
  return random.chance(0.25) ? "RA" : "GA";
}
