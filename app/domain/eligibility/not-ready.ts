import { spokenDate } from "../spoken-date";
import type { PairRule } from "./rule";

/** The date lies within the days of fitness, both included. */
export const notReady: PairRule = {
  reason: "not_ready",
  liftedBy: "override",
  forbids: ({ fitFrom, fitUntil }, { date }) =>
    (fitFrom !== null && date < fitFrom) || (fitUntil !== null && date > fitUntil),
  sentence: ({ fitFrom, fitUntil }, session, { planDate, names }) => {
    const where = names.session(session);
    return fitFrom !== null && session.date < fitFrom
      ? `Fit from ${spokenDate(fitFrom, planDate)}, after ${where}.`
      : `Fit until ${spokenDate(fitUntil ?? "", planDate)}, before ${where}.`;
  },
};
