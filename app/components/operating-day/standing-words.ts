import { counted, frequency, percent } from "~/domain/figure-words";
import type { ListStanding } from "~/views/operating-day/list-outlook.server";

/** How far a list has come: `2 of 5 done, 1 in theatre`. */
export function progressWords({ cases, done, running }: ListStanding): string {
  if (cases === 0) return "No case";
  const inTheatre = running > 0 ? `, ${running} in theatre` : "";
  return `${done} of ${counted(cases, "case")} done${inTheatre}`;
}

/** When a list is expected to end, or ended: `ends about 12:20, nine in ten by 12:50`. */
export function finishWords({ finish, lateFinish, over, day }: ListStanding): string {
  if (finish === "") return "";
  if (over || day === "past") return `Last case out at ${finish}`;
  return `Ends about ${finish}, nine in ten by ${lateFinish}`;
}

/** How likely a list is to run over, or whether it did. */
export function overrunWords({ over, overrunProbability, cases, day }: ListStanding): string {
  if (cases === 0 || (day === "past" && !over)) return "";
  if (over) return overrunProbability > 0 ? "Ran over" : "Ended in time";
  return `Overrun ${percent(overrunProbability)}, ${frequency(overrunProbability)}`;
}
