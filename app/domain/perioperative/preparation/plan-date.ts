import type { IsoDate } from "../../calendar";
import type { PlanItem } from "./plan";

/** The date that a plan tells the patient of. */
export interface PlanDate {
  /** null: they have none. */
  date: IsoDate | null;
  /** The plan was made for another date, so its due dates may be wrong. */
  changed: boolean;
}

/** Whether the date that a plan was made for is over and no other took its place: the plan goes on after surgery. */
export const isOver = (madeFor: IsoDate | null, now: IsoDate | null, today: IsoDate): boolean =>
  madeFor !== null && madeFor < today && now === null;

/**
 * The date to show with a plan that was made for `madeFor`, where `now` is the one that the patient knows of and that is
 * not over; null: none. A date that is over is no change.
 */
export function planDate(madeFor: IsoDate | null, now: IsoDate | null, today: IsoDate): PlanDate {
  if (isOver(madeFor, now, today)) return { date: madeFor, changed: false };
  return { date: now, changed: madeFor !== null && madeFor !== now };
}

/** Where an action stands for the patient. late: it belongs before the operation, and is due on its day or after it. */
export type PatientWhen = "before" | "late" | "after";

/** Where an action stands beside the date of surgery that the patient knows of; null: none. */
export function whenOf(
  { phase, due }: Pick<PlanItem, "phase" | "due">,
  surgery: IsoDate | null,
): PatientWhen {
  if (phase === "after") return "after";
  return surgery !== null && due !== null && due >= surgery ? "late" : "before";
}
