import type { IsoDate } from "./calendar";
import { noOperator } from "./leave";
import type { TheatreSession } from "./theatre";

/**
 * Why nobody can be put on a list, whoever it is, in a sentence; empty: its gap can be filled.
 * @param surgeonsAway codes of its surgeons who are on leave that day
 */
export function gapShut(
  { date, status, surgeons, maxCases }: TheatreSession,
  { today, surgeonsAway, cases }: { today: IsoDate; surgeonsAway: readonly string[]; cases: number },
): string {
  if (date < today) return "The day of this list is over: nobody can be put on it.";
  if (status === "closed") return "This session is closed: open it before anybody is put on its list.";
  if (status === "unstaffed")
    return "This session is not staffed: it takes nobody until somebody opens it or gives it a team.";
  if (noOperator(surgeons, surgeonsAway))
    return `${surgeons.join(", ")} ${surgeons.length === 1 ? "is" : "are"} on leave, and nobody else operates on this list: give it to another surgeon first.`;
  if (maxCases !== null && cases >= maxCases)
    return `The session takes ${maxCases} ${maxCases === 1 ? "case" : "cases"}, and has ${cases}: nobody more can be put on its list.`;
  return "";
}
