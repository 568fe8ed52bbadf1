import { ageOn, isChild } from "../age";
import { spokenDate } from "../spoken-date";
import { named, type PairRule } from "./rule";

/** A patient under 18 on the day needs a paediatric session. */
export const paediatric: PairRule = {
  reason: "paediatric",
  liftedBy: "override",
  forbids: ({ birthDate }, session) => !session.paediatric && isChild(birthDate, session.date),
  sentence: ({ birthDate }, session, { planDate }) =>
    `The patient is ${ageOn(birthDate, session.date)} on ${spokenDate(session.date, planDate)}; ${named(session)} does not take children.`,
};
