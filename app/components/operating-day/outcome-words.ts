import { clockTime, type IsoDate } from "~/domain/calendar";
import type { CaseMoment, TimeClash } from "~/domain/operating-day/moments";
import { dateText } from "~/components/date-text";
import { momentWords } from "./moment-words";

/** Why a time does not fit, and what to do. */
export function clashWords(moment: CaseMoment, clash: TimeClash): string {
  const at = clockTime(clash.minute);
  if (clash.kind === "inFuture") return `It is ${at} now: enter a time that has passed`;
  const [what, other] = [momentWords(moment), momentWords(clash.moment).toLowerCase()];
  const word = clash.kind === "beforeEarlier" ? "before" : "after";
  return `${what} cannot be ${word} ${other}, which was at ${at}. Correct that time first, or enter another`;
}

/** Why nothing can be recorded yet. */
export function tooEarlyWords(date: IsoDate): string {
  return `This list is on ${dateText(date)}. Times are recorded on the day itself or after it.`;
}
