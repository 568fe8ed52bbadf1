import { dayNumber } from "../calendar";
import type { PairRule } from "./rule";

/** The patient has enough days to prepare, or will come at short notice. */
export const notice: PairRule = {
  reason: "notice",
  liftedBy: "pin",
  forbids: ({ shortNotice }, { date }, { noticeDate }) => !shortNotice && date < noticeDate,
  sentence: (_entry, session, { planDate, noticeDays, names }) => {
    const days = dayNumber(session.date) - dayNumber(planDate);
    return `${daysOf(days)} of notice, ${noticeDays} needed, for ${names.session(session)}; the patient has not agreed to short notice.`;
  },
};

function daysOf(days: number): string {
  if (days < 0) return "No day";
  return days === 1 ? "1 day" : `${days} days`;
}
