import { procedureByCode } from "~/facts/procedures";
import type { Row } from "./row";
import { wholeNumber } from "./values";

/** Shares of the mean: the deviation of a procedure of which none is known, and the most that one may count. */
const DEVIATION_UNKNOWN = 0.35;
const DEVIATION_MOST = 0.7;

/**
 * Mean and standard deviation of the touch time in minutes: the file's, else those of the procedure table
 * (file contract, LOCAL_Expected_Minutes). Rejects the row when there is no mean anywhere.
 */
export function touchTime(row: Row, code: string): { minutes: number; minutesDeviation: number } {
  const column = "LOCAL_Expected_Minutes";
  const given = wholeNumber(row, column, 1);
  const deviation = wholeNumber(row, `${column}_SD`, 0);
  const procedure = procedureByCode(code);
  const minutes = given ?? procedure?.minutes ?? 0;
  if (minutes === 0 && code !== "" && row.text(column) === "")
    row.fault(
      column,
      `This is empty and the procedure table has no time for ${code}: expected whole minutes above 0.`,
    );
  return {
    minutes,
    minutesDeviation: deviation === null ? usualDeviation(code, minutes) : capped(deviation, minutes),
  };
}

/** The deviation of a touch time of which the file gives none: the procedure table's, else 0.35 of the mean. */
export function usualDeviation(code: string, minutes: number): number {
  return capped(procedureByCode(code)?.minutesDeviation ?? DEVIATION_UNKNOWN * minutes, minutes);
}

function capped(deviation: number, minutes: number): number {
  return Math.min(deviation, DEVIATION_MOST * minutes);
}
