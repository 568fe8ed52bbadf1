import { dateText } from "~/components/date-text";
import type { PlanDate } from "~/domain/perioperative/preparation/plan-date";

/** What a plan tells the patient of their date. */
export function surgeryWords({ date, changed }: PlanDate): string {
  if (changed) {
    const now = date ? `Your date has changed to ${dateText(date)}.` : "You do not have a date any more.";
    return `${now} We are looking at this plan again, so its days may change.`;
  }
  if (date) return `Your date is ${dateText(date)}.`;
  return "You do not have a date yet. Getting ready now helps us to offer you one.";
}
