import { DateTime } from "luxon";
import { addDays, type IsoDate } from "../calendar";
import type { SiteSettings } from "../workspace-settings";

/** Who a cancellation comes from. */
export const CANCELLED_BY = ["hospital", "patient"] as const;
export type CancelledBy = (typeof CANCELLED_BY)[number];

/** What of a reason decides what follows from it. */
export interface CancellationKind {
  clinical: boolean;
  by: CancelledBy;
}

/** What follows from a cancellation. */
export interface CancellationOutcome {
  /** On the day of the operation or the admission, or so close before that it counts as last-minute. */
  lastMinute: boolean;
  /** Last day of the new date that the patient is owed; null: none is owed. */
  offerBy: IsoDate | null;
  /** The patient goes back to be assessed before another date. */
  toTriage: boolean;
}

/**
 * What follows from cancelling a case at an instant. A cancellation by the hospital is last-minute on the day of the
 * admission or the operation, after it, and in the `lastMinuteHours` before the admission; where its reason is not
 * clinical, a new date is owed within `reofferDays` of the cancellation (NHS Constitution handbook; NHS England,
 * Cancelled elective operations data). A clinical reason leads back to triage.
 */
export function cancellationOutcome(
  { clinical, by }: CancellationKind,
  at: { now: string; admission: string; date: IsoDate },
  { lastMinuteHours, reofferDays }: Pick<SiteSettings, "lastMinuteHours" | "reofferDays">,
): CancellationOutcome {
  const now = DateTime.fromISO(at.now, { zone: "Europe/London" });
  const admission = DateTime.fromISO(at.admission, { zone: "Europe/London" });
  const today = now.toISODate()!;
  const isClose = admission.diff(now, "hours").hours <= lastMinuteHours;
  const lastMinute = by === "hospital" && (today >= at.date || today >= admission.toISODate()! || isClose);
  const owed = lastMinute && !clinical;
  return { lastMinute, offerBy: owed ? addDays(today, reofferDays) : null, toTriage: clinical };
}
