import { isBookable } from "../session-time";
import { named, type PairRule } from "./rule";

/** Closed and unstaffed sessions take nobody, pinned or not. */
export const sessionOpen: PairRule = {
  reason: "no_session",
  liftedBy: "never",
  forbids: (_entry, session) => !isBookable(session),
  sentence: (_entry, session) => `${capital(named(session))} is ${session.status}.`,
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
