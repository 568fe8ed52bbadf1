import type { PairRule } from "./rule";

/** A locked session takes its pins only. It is asked last: the reason is then that no session is open. */
export const locked: PairRule = {
  reason: "no_session",
  liftedBy: "pin",
  forbids: (_entry, session) => session.status === "locked",
  sentence: (_entry, session, { names }) =>
    `Fits, but ${names.session(session)} is locked and keeps only the cases pinned to it.`,
};
