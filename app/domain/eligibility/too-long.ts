import { sessionLength } from "../session-time";
import type { PairRule } from "./rule";

/** The mean operating time fits into the session. No pin lifts it. */
export const tooLong: PairRule = {
  reason: "too_long",
  liftedBy: "never",
  forbids: ({ minutes }, session) => minutes > sessionLength(session),
  sentence: ({ minutes }, session, { names }) =>
    `Needs ${minutes} minutes; ${names.session(session)} has ${Math.max(0, sessionLength(session))} to fill.`,
};
