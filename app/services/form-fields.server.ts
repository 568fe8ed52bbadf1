import type { ClockTime, IsoDate } from "~/domain/calendar";
import { clockTimeOf, isoDateOf } from "~/import/dates";

/** What is wrong with one field of a form, and how to mend it. */
export interface FieldProblem {
  field: string;
  message: string;
}

export const LONGEST_REASON = 500;
const LONGEST_TEXT = 100;
const MOST_CODES = 30;

/** Reads the fields of a form and gathers what is wrong with them. */
export class FormFields {
  readonly problems: FieldProblem[] = [];

  constructor(private readonly form: FormData) {}

  /** Notes that a field cannot stand. */
  refuse(field: string, message: string): null {
    this.problems.push({ field, message });
    return null;
  }

  /** Text on one line, without blanks at its ends. */
  text(field: string): string {
    const value = this.form.get(field);
    if (typeof value !== "string") return "";
    const text = value.replace(/\s+/g, " ").trim();
    if (text.length > LONGEST_TEXT) this.refuse(field, `Use at most ${LONGEST_TEXT} characters`);
    return text.slice(0, LONGEST_TEXT);
  }

  /** Text that must be there; `what` is asked for. */
  filled(field: string, what: string): string {
    const text = this.text(field);
    if (text === "") this.refuse(field, what);
    return text;
  }

  /** A reason in the person's own words, which must be there. */
  reason(field = "reason", what = "Say why, in a few words"): string {
    const value = this.form.get(field);
    const reason = typeof value === "string" ? value.replace(/\r\n/g, "\n").trim() : "";
    if (reason === "") this.refuse(field, what);
    if (reason.length > LONGEST_REASON) this.refuse(field, `Say why in at most ${LONGEST_REASON} characters`);
    return reason;
  }

  /** A date; null when it is empty, or cannot be read, which is a problem. */
  date(field: string, what: string): IsoDate | null {
    const text = this.text(field);
    if (text === "") return null;
    const read = isoDateOf(text);
    if (read.date === null)
      this.refuse(field, `${read.why}: enter ${what} as a date, such as 2027-01-12 or 12/01/2027`);
    return read.date;
  }

  /** A time of day that must be there. */
  time(field: string, what: string): ClockTime {
    const time = clockTimeOf(this.text(field).padStart(5, "0"));
    if (time === null) this.refuse(field, `Enter ${what} as a time of day, such as 08:30`);
    return time ?? "";
  }

  /** A whole number from `least` on; null when empty or unreadable, which is a problem. */
  wholeNumber(field: string, what: string, least: number, most = 9999): number | null {
    const text = this.text(field);
    if (text === "") return null;
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    return this.refuse(field, `Enter ${what} as a whole number from ${least} to ${most}`);
  }

  /** One of a list of words; null where none of them was chosen, which is a problem. */
  choice<const Word extends string>(field: string, words: readonly Word[], what: string): Word | null {
    const text = this.text(field);
    return words.find((word) => word === text) ?? this.refuse(field, what);
  }

  /** The words of a list that were ticked. */
  ticked<const Word extends string>(field: string, words: readonly Word[]): Word[] {
    const values = this.form.getAll(field);
    return words.filter((word) => values.includes(word));
  }

  isTicked(field: string): boolean {
    return this.text(field) === "yes";
  }

  /** Codes separated by commas, semicolons or blanks, in capitals, each once. */
  codes(field: string): string[] {
    const codes = this.text(field)
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((code) => code !== "");
    if (codes.length > MOST_CODES) this.refuse(field, `Name at most ${MOST_CODES}`);
    return [...new Set(codes)];
  }
}
