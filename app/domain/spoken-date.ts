import type { IsoDate } from "./calendar";

/** The names of the months, January first. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date as it is said, `21 December`; with the year when it is not the year of `beside`, `3 January 2027`. */
export function spokenDate(date: IsoDate, beside: IsoDate): string {
  const year = date.slice(0, 4) === beside.slice(0, 4) ? "" : ` ${date.slice(0, 4)}`;
  return `${+date.slice(8, 10)} ${MONTHS[+date.slice(5, 7) - 1]}${year}`;
}
