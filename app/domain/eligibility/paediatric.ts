import { ageOn, isChild } from "../age";
import { capitalised } from "../reason-words";
import type { PairRule } from "./rule";

/** A patient under 18 on the day needs a paediatric session. */
export const paediatric: PairRule = {
  reason: "paediatric",
  liftedBy: "override",
  forbids: ({ birthDate }, session) => !session.paediatric && isChild(birthDate, session.date),
  sentence: ({ birthDate }, session, { names }) =>
    `${capitalised(names.session(session))} does not take children, and the patient is ${ageOn(birthDate, session.date)} then.`,
};
