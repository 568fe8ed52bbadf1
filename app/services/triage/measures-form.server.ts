import type { IsoDate } from "~/domain/calendar";
import { ENTERED_MEASURES, type MeasureTaken } from "~/domain/perioperative/measures";
import { measureFacts } from "~/facts/measures";
import { formText } from "~/http/form-text";
import { isoDateOf } from "~/import/dates";
import type { DecisionProblem } from "./decision-form.server";

/** The oldest measure that is worth entering. */
const OLDEST = "2000-01-01";

/** Reads the form of measures: a field of each that was taken, and the day for all of them. An empty field: not taken. */
export function readMeasuresForm(
  form: FormData,
  today: IsoDate,
): { taken: MeasureTaken[]; problems: null } | { taken: null; problems: DecisionProblem[] } {
  const problems: DecisionProblem[] = [];
  const { date } = isoDateOf(formText(form, "takenOn"));
  if (date === null || date > today || date < OLDEST)
    problems.push({ field: "takenOn", message: "Enter the day of the measures, today or before" });
  const taken: MeasureTaken[] = [];
  for (const measure of ENTERED_MEASURES) {
    const text = formText(form, measure).replace(",", ".");
    if (text === "") continue;
    const { words, unit, least, most, decimals } = measureFacts(measure);
    const value = /^\d{1,4}(\.\d+)?$/.test(text) ? Number(text) : NaN;
    const whole = Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) < 1e-9;
    if (value >= least && value <= most && whole) taken.push({ measure, value, takenOn: date ?? today });
    else
      problems.push({ field: measure, message: `${words}: enter a number in ${unit}, ${least} to ${most}` });
  }
  for (const [top, bottom] of [
    ["bp_sys_clinic", "bp_dia_clinic"],
    ["bp_sys_primary", "bp_dia_primary"],
  ] as const) {
    const [high, low] = [top, bottom].map((name) => taken.find(({ measure }) => measure === name)?.value);
    if (
      (high === undefined) !== (low === undefined) &&
      !problems.some(({ field }) => field === top || field === bottom)
    )
      problems.push({
        field: high === undefined ? top : bottom,
        message: "Enter both numbers of the blood pressure",
      });
    else if (typeof high === "number" && typeof low === "number" && high <= low)
      problems.push({ field: bottom, message: "The bottom number is less than the top number" });
  }
  if (taken.length === 0 && problems.length === 0)
    problems.push({ field: ENTERED_MEASURES[0], message: "Enter at least one measure" });
  return problems.length > 0 ? { taken: null, problems } : { taken, problems: null };
}
