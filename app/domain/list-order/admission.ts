import { clockTime, minutesOfDay, type ClockTime } from "../calendar";
import type { ListOrderPolicy } from "./order-policy";

/** Admission times fall on these minutes, so that they can be said and remembered. */
const STEP = 15;

/**
 * When the patient of a case comes in: `admissionMinutes` before its start, on the quarter of an hour before, not before
 * `admissionFrom`, and never after the start. Staggered, so that nobody waits for the whole list.
 */
export function admissionTime(
  start: ClockTime,
  { admissionMinutes, admissionFrom }: Pick<ListOrderPolicy, "admissionMinutes" | "admissionFrom">,
): ClockTime {
  const begins = minutesOfDay(start);
  const wanted = Math.floor((begins - admissionMinutes) / STEP) * STEP;
  return clockTime(Math.min(begins, Math.max(wanted, minutesOfDay(admissionFrom))));
}
