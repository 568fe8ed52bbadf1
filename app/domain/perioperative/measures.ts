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
 * The measures that count on a day. `taken` in the order in which they were entered: of each name the last one counts, and
 * a blood pressure of the GP that is older than 12 months no longer does.
 */
export function countingMeasures(taken: readonly MeasureTaken[], today: IsoDate): Measures {
  const measures: Measures = {};
  const last = new Map(taken.map((one) => [one.measure, one]));
  for (const { measure, value, takenOn } of last.values()) {
    const age = dayNumber(today) - dayNumber(takenOn);
    if (value === null || (measure.endsWith("_primary") && age > PRIMARY_DAYS)) continue;
    measures[`m.${measure}`] = value;
    if (measure === "hba1c") measures["m.hba1c_age_days"] = age;
  }
  return measures;
}
