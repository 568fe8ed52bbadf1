import { addDays, dayNumber, isoDate, type IsoDate } from "./calendar";
import type { Reason } from "./reasons";
import type { ScreeningOutcome } from "./waiting-list";

/** A place as the hand-back sees it. */
export interface HeldPlace {
  date: IsoDate;
  /** The day on which the place was given. */
  placedOn: IsoDate;
  screening: ScreeningOutcome;
  /** Rules that a person set aside for it. */
  override: readonly Reason[];
}

/** What a person sets aside who keeps a place although fitness is not confirmed. */
const FITNESS: readonly Reason[] = ["not_screened", "awaiting_screening", "unfit", "optimising", "not_ready"];

/**
 * The day from which a place whose patient is not confirmed fit is handed back: so many weeks before the operation, and
 * no sooner than some days after it was given, so that a place given late has its chance. Null: it stays, because fitness
 * is confirmed or a person set that rule aside.
 */
export function handBackFrom(
  place: HeldPlace,
  { handBackWeeks, handBackGraceDays }: { handBackWeeks: number; handBackGraceDays: number },
): IsoDate | null {
  if (place.screening === "fit" || place.override.some((reason) => FITNESS.includes(reason))) return null;
  const deadline = addDays(place.date, -7 * handBackWeeks);
  const grace = isoDate(dayNumber(place.placedOn) + handBackGraceDays);
  return grace > deadline ? grace : deadline;
}

/** Whether a place is handed back today. A day that is over keeps its record. */
export function isHandedBack(
  place: HeldPlace,
  settings: { handBackWeeks: number; handBackGraceDays: number },
  today: IsoDate,
): boolean {
  const from = handBackFrom(place, settings);
  return from !== null && today >= from && place.date >= today;
}
