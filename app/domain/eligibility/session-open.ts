import { isBookable } from "../session-time";
import { capitalised } from "../reason-words";
import type { PairRule } from "./rule";

/** Closed and unstaffed sessions take nobody, pinned or not. */
export const sessionOpen: PairRule = {
  reason: "no_session",
  liftedBy: "never",
  forbids: (_entry, session) => !isBookable(session),
  sentence: (_entry, session, { names }) => `${capitalised(names.session(session))} is ${session.status}.`,
};
