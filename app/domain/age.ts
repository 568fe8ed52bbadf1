import type { IsoDate } from "./calendar";

/** The age at which a patient is an adult in theatre. */
export const ADULT_AGE = 18;

/**
 * Completed years of life on a date. Somebody born on 29 February is a year older on 1 March where the year has no
 * such day (file contract).
 */
export function ageOn(birthDate: IsoDate, date: IsoDate): number {
  const years = +date.slice(0, 4) - +birthDate.slice(0, 4);
  return date.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

/** Whether the patient is under 18 on the date. */
export function isChild(birthDate: IsoDate, date: IsoDate): boolean {
  return ageOn(birthDate, date) < ADULT_AGE;
}
