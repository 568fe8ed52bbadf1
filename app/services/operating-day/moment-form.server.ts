import type { ClockTime } from "~/domain/calendar";
import { CASE_MOMENTS, type CaseMoment } from "~/domain/operating-day/moments";
import { formText } from "~/http/form-text";

/** What is wrong with one field, and how to mend it. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** A moment of the vocabulary; null: it is none. */
export function momentOf(text: string | undefined): CaseMoment | null {
  return CASE_MOMENTS.find((moment) => moment === text) ?? null;
}

/** A time as a person types it: `8:05`, `08:05`, `0805` or `08.05`; null: it is none. */
export function timeTyped(text: string): ClockTime | null {
  const found = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(text);
  return found ? `${found[1]!.padStart(2, "0")}:${found[2]}` : null;
}

export const LONGEST_REASON = 500;

/** A moment's time as a form gives it. `base`: the record that the form showed; empty: none. */
export type MomentFormRead =
  | { given: { time: ClockTime; base: string; reason: string; takenBack: boolean }; problems: null }
  | { given: null; problems: FieldProblem[] };

/** Reads the form that records a moment with its time, corrects it, or takes it back. A correction needs a reason. */
export function readMomentForm(form: FormData): MomentFormRead {
  const problems: FieldProblem[] = [];
  const base = formText(form, "base");
  const takenBack = formText(form, "happened") === "no";
  const time = timeTyped(formText(form, "time"));
  const reason = formText(form, "reason").replace(/\r\n/g, "\n");
  if (time === null && !takenBack)
    problems.push({ field: "time", message: "Enter the time as hours and minutes, such as 09:05" });
  if (base !== "" && reason === "")
    problems.push({ field: "reason", message: "Say why you correct it, in a few words" });
  if (reason.length > LONGEST_REASON)
    problems.push({ field: "reason", message: `Say why in at most ${LONGEST_REASON} characters` });
  if (problems.length > 0) return { given: null, problems };
  return { given: { time: time ?? "00:00", base, reason, takenBack }, problems: null };
}
