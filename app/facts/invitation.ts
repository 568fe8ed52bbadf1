import type { AttemptLimit } from "~/domain/attempt-limit";
import table from "./invitation.json";

/** A border of the invitation: its value, what it is, and where it comes from. */
export interface InvitationRule {
  value: number;
  words: string;
  status: string;
  source: string;
}

export type InvitationRuleName = keyof typeof table.rules;

/** The value of one rule, in the unit of its name. */
export const invitationRule = (name: InvitationRuleName): number => table.rules[name].value;

export const INVITATION_RULES: Readonly<Record<InvitationRuleName, InvitationRule>> = table.rules;
export const INVITATION_SOURCE = { what: table.what, confidence: table.confidence };

const MINUTE = 60_000;

/** When wrong guesses of one invitation make its links rest. */
export const GUESS_LIMIT: AttemptLimit = {
  most: invitationRule("guessesBeforeLock"),
  window: invitationRule("guessWindowMinutes") * MINUTE,
  firstLock: invitationRule("firstLockMinutes") * MINUTE,
  longestLock: invitationRule("longestLockMinutes") * MINUTE,
};
