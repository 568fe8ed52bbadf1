import type { IsoDate } from "./calendar";
import { spokenDate } from "./spoken-date";
import type { Readiness } from "./waiting-list";
import type { Hold } from "./workspace-settings";

/** Why a site keeps an entry out of new plans, and how screening stands behind that. */
export interface HeldBack extends Pick<Readiness, "screening" | "fitFrom" | "fitUntil"> {
  why: Hold[];
}

const WHY: Record<Hold, string> = {
  stageTwo: "the shared decision is not complete",
  healthChange: "nobody has decided about a change of health yet",
};

/**
 * Whether screening alone lets an entry be planned. Who is held back and could be is seen by the planner as awaiting
 * screening; who could not is called what they are.
 */
export const couldBePlanned = ({ screening, fitFrom }: Pick<Readiness, "screening" | "fitFrom">): boolean =>
  screening === "fit" || (screening === "optimising" && fitFrom !== null);

/** Why an entry is held back and what screening has found, with until when, in two sentences. */
export function heldBackSentence({ why, ...readiness }: HeldBack, planDate: IsoDate): string {
  return `Held back: ${why.map((hold) => WHY[hold]).join(", and ")}. ${foundWords(readiness, planDate)}`;
}

function foundWords({ screening, fitFrom, fitUntil }: Omit<HeldBack, "why">, planDate: IsoDate): string {
  if (screening === "optimising" && fitFrom)
    return `Being made ready until ${spokenDate(fitFrom, planDate)}.`;
  if (screening === "fit" && fitUntil) return `Confirmed fit until ${spokenDate(fitUntil, planDate)}.`;
  return screening === "fit" ? "Confirmed fit." : "";
}
