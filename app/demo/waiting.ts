import { addDays, dayNumber, type IsoDate } from "~/domain/calendar";
import type { Priority, WaitingListEntry } from "~/domain/waiting-list";
import type { Random } from "./random";

/** How long somebody has waited, how urgent it is and whether a date is given: estimates, for demonstration. */
export type Waiting = Pick<
  WaitingListEntry,
  | "clockStart"
  | "rttStatus"
  | "decisionToAdmit"
  | "lastPriorityReview"
  | "priority"
  | "cancer"
  | "offerBy"
  | "tciDate"
  | "tciSession"
>;

const CANCER_SPECIALTIES = ["100", "101", "502"];

/** @param weeks whole weeks since the clock start */
export function inventWaiting(
  weeks: number,
  treatmentFunction: string,
  planDate: IsoDate,
  random: Random,
): Waiting {
  const clockStart = addDays(planDate, -(weeks * 7 + random.whole(7)));
  const decisionToAdmit = addDays(planDate, -Math.round(weeks * 7 * (0.25 + 0.6 * random.next())));
  const priority = priorityAfter(dayNumber(planDate) - dayNumber(decisionToAdmit), random);
  const isBooked = random.chance(
    priority === "P2" ? 0.75 : priority === "P3" ? 0.3 : weeks >= 52 ? 0.25 : 0.06,
  );
  return {
    clockStart,
    rttStatus: "20",
    decisionToAdmit,
    lastPriorityReview: random.chance(0.4) ? decisionToAdmit : null,
    priority,
    cancer: priority === "P2" && CANCER_SPECIALTIES.includes(treatmentFunction) && random.chance(0.5),
    // 28 days after a cancellation on the last day, of which a few are open at any time.
    offerBy: random.chance(0.004) ? addDays(planDate, 5 + random.whole(24)) : null,
    tciDate: isBooked ? addDays(planDate, 2 + random.whole(20)) : null,
    tciSession: null,
  };
}

/** Urgent patients have mostly been treated before they wait long. */
function priorityAfter(daysSinceDecision: number, random: Random): Priority {
  if (daysSinceDecision < 40 && random.chance(0.16)) return "P2";
  if (daysSinceDecision < 150 && random.chance(0.25)) return "P3";
  return random.chance(0.03) ? "P6" : "P4";
}
