import { spokenDate } from "../spoken-date";
import type { PairRule } from "./rule";

/** The date lies in no range in which the patient cannot come, both days included. */
export const unavailable: PairRule = {
  reason: "unavailable",
  liftedBy: "override",
  forbids: (entry, { date }) => entry.unavailable.some(({ from, to }) => date >= from && date <= to),
  sentence: (entry, session, { planDate, names }) => {
    const { date } = session;
    const range = entry.unavailable.find(({ from, to }) => date >= from && date <= to);
    const away = range ? `${spokenDate(range.from, planDate)} to ${spokenDate(range.to, planDate)}` : "";
    return `The patient cannot come from ${away}, so not to ${names.session(session)}.`;
  },
};
