import type { IsoDate } from "./calendar";
import { SCREENING_OUTCOMES, type Readiness } from "./waiting-list";

/** What screening has found as of a day; `expired`: fit, but the last day of fitness has gone. */
export const READINESS_STATES = [...SCREENING_OUTCOMES, "expired"] as const;
export type ReadinessState = (typeof READINESS_STATES)[number];

/** The readiness of an entry as of a day. */
export function readinessState({ screening, fitUntil }: Readiness, today: IsoDate): ReadinessState {
  return screening === "fit" && fitUntil !== null && fitUntil < today ? "expired" : screening;
}
