import { dayNumber, type IsoDate } from "../calendar";
import type { Measures } from "./patient-facts";

/** What staff may enter. HbA1c's age follows from the day on which it was taken. */
export const ENTERED_MEASURES = [
  "bp_sys_clinic",
  "bp_dia_clinic",
  "bp_sys_primary",
  "bp_dia_primary",
  "hb",
  "hba1c",
  "creatinine",
  "height_cm",
  "weight_kg",
  "cfs",
  "asa",
  "stopbang",
] as const;
export type EnteredMeasure = (typeof ENTERED_MEASURES)[number];

/** A measure as it was entered. */
export interface MeasureTaken {
  measure: EnteredMeasure;
  /** Null: taken back. */
  value: number | null;
  takenOn: IsoDate;
}

/** Blood pressure of the GP counts for 12 months (AAGBI and British Hypertension Society 2016). */
const PRIMARY_DAYS = 365;

/**
 * The value of each measure that stands: the one that was taken last, of one day the one that was entered last. `taken` in
 * the order in which they were entered; what was taken back takes all that was entered before it along.
 */
export function standingMeasures<Taken extends MeasureTaken>(
  taken: readonly Taken[],
): Map<EnteredMeasure, Taken> {
  const standing = new Map<EnteredMeasure, Taken>();
  for (const one of taken) {
    const before = standing.get(one.measure);
    if (one.value === null) standing.delete(one.measure);
    else if (!before || one.takenOn >= before.takenOn) standing.set(one.measure, one);
  }
  return standing;
}

/** The measures that count on a day: those that stand, but for a blood pressure of the GP that is older than 12 months. */
export function countingMeasures(taken: readonly MeasureTaken[], today: IsoDate): Measures {
  const measures: Measures = {};
  for (const { measure, value, takenOn } of standingMeasures(taken).values()) {
    const age = dayNumber(today) - dayNumber(takenOn);
    if (value === null || (measure.endsWith("_primary") && age > PRIMARY_DAYS)) continue;
    measures[`m.${measure}`] = value;
    if (measure === "hba1c") measures["m.hba1c_age_days"] = age;
  }
  return measures;
}
