import { spokenDate } from "../spoken-date";
import { named, type PairRule } from "./rule";

/** The date lies within the days of fitness, both included. */
export const notReady: PairRule = {
  reason: "not_ready",
  liftedBy: "override",
  forbids: ({ fitFrom, fitUntil }, { date }) =>
    (fitFrom !== null && date < fitFrom) || (fitUntil !== null && date > fitUntil),
  sentence: ({ fitFrom, fitUntil }, session, { planDate }) => {
    const day = spokenDate(session.date, planDate);
    return fitFrom !== null && session.date < fitFrom
      ? `Fit from ${spokenDate(fitFrom, planDate)}, after ${named(session)} on ${day}.`
      : `Fit until ${spokenDate(fitUntil ?? "", planDate)}, before ${named(session)} on ${day}.`;
  },
};
