import { rttStatusCode } from "~/facts/rtt-status-codes";
import type { Row } from "./row";

/** NHS number with a modulus 11 check digit (NHS Data Dictionary, NHS NUMBER); blanks between its digits are fine. */
export function nhsNumber(row: Row): string | null {
  const column = "NHS_NUMBER";
  const digits = row.text(column).replace(/\s/g, "");
  if (digits === "") return null;
  if (!/^\d{10}$/.test(digits)) row.unreadable(column, "This is no NHS number");
  else if (!hasCheckDigit(digits)) row.unreadable(column, "The check digit is wrong");
  else if (/^(\d)\1{9}$/.test(digits)) row.warn(column, "All digits are the same: is this a stand-in?");
  return digits;
}

/** Weights 10 to 2 over the first nine digits; 11 less the remainder is the tenth, 11 counts as 0, 10 is never issued. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/**
 * OPCS-4 code without the dot, in capitals: a letter, two digits and, unless the whole category is meant, one more.
 * Empty when it cannot be read.
 */
export function procedureCode(row: Row): string {
  return matching(row, "Proposed_Procedure_OPCS_Code", /^[A-Z]\d\d\.?\d?$/).replace(".", "");
}

/** Three digits. */
export function treatmentFunction(row: Row): string {
  return matching(row, "ACTIVITY_TREATMENT_FUNCTION_CODE", /^\d{3}$/);
}

/** PERSON STATED GENDER CODE: 1 male, 2 female, 9 indeterminate, X or 0 not known (NHS Data Dictionary). */
export function gender(row: Row): string {
  return matching(row, "PERSON_STATED_GENDER_CODE", /^[0129X]$/);
}

/** ETHNIC CATEGORY: the national letter, with a local second character allowed; 99 not known (NHS Data Dictionary). */
export function ethnicCategory(row: Row): string {
  return matching(row, "ETHNIC_CATEGORY", /^([A-HJ-NPRSZ][A-Z\d*]?|99|X)$/);
}

/** REFERRAL TO TREATMENT PERIOD STATUS, a code of app/facts/rtt-status-codes.json. */
export function rttStatus(row: Row): string {
  const column = "REFERRAL_TO_TREATMENT_PERIOD_STATUS";
  const code = row.text(column);
  if (code !== "" && !rttStatusCode(code)) row.unreadable(column, "This is no RTT status");
  return code;
}

/** The text in capitals; empty, and the row rejected, when it is filled and has another form. */
function matching(row: Row, column: string, form: RegExp): string {
  const text = row.text(column).toUpperCase();
  if (text === "" || form.test(text)) return text;
  row.unreadable(column);
  return "";
}
