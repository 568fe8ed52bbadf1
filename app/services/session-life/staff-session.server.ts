import type { User } from "~/auth/visitor.server";
import type { StaffAnswer, StaffPart } from "~/domain/session-event";
import type { Scope } from "~db/scope";
import { changeSession, type ChangeAsked, type SessionAnswer } from "./change-session.server";

/** Records whether a part of the staff of a session is there. */
export function staffSession(
  user: User,
  scope: Scope,
  asked: ChangeAsked & { part: StaffPart; answer: StaffAnswer },
): Promise<SessionAnswer> {
  const { part, answer } = asked;
  return changeSession(user, scope, asked, { kind: "staffed", detail: { part, answer } });
}
