import type { CaseDuration } from "~/domain/list-fit";
import type { FastingHours } from "~/domain/stand-by/call-times";
import table from "./operating-day.json";

const { closedToOut, fasting, middayHour } = table;

/** What is expected from the closing of a case until it is out of the theatre. */
export const CLOSED_TO_OUT: CaseDuration = {
  minutes: closedToOut.minutes,
  minutesDeviation: closedToOut.minutesDeviation,
};
export const FASTING: FastingHours = { food: fasting.foodHours, clearFluids: fasting.clearFluidHours };
export const FASTING_SOURCE = fasting.source;
/** Minute of the day before which a case is a morning case. */
export const MIDDAY_MINUTE = middayHour.hour * 60;
