import type { User } from "~/auth/visitor.server";
import { addDays } from "~/domain/calendar";
import { counted } from "~/domain/figure-words";
import { clashes, holdsTheatre } from "~/domain/schedule/generation";
import { placedCases } from "~db/placed-cases";
import type { Scope } from "~db/scope";
import { fileStatus, setSessionDetail } from "~db/session-details";
import { listSessions } from "~db/theatre-sessions";
import type { FieldProblem } from "../form-fields.server";
import { changeSession, type ChangeAsked, type Changing, type SessionAnswer } from "./change-session.server";

export const OPENINGS = ["closed", "unstaffed", "opened"] as const;
export type Opening = (typeof OPENINGS)[number];

/**
 * Closes a session, marks it as not staffed, or opens it again, each with a reason. A session that holds cases is not
 * closed under them; one whose theatre was given to another is not opened again.
 */
export function openOrClose(
  user: User,
  scope: Scope,
  asked: ChangeAsked & { opening: Opening; reason: string },
): Promise<SessionAnswer> {
  const { opening, reason } = asked;
  return changeSession(user, scope, asked, { kind: opening, reason }, async (changing) => {
    const problem =
      opening === "opened" ? await whyNotOpen(scope, changing) : await whyNotClose(scope, changing, opening);
    if (problem) return [problem];
    const { tx, held, about } = changing;
    const file = await fileStatus(tx.db, held.id);
    const opened = file !== null && holdsTheatre({ status: file }) ? null : ("open" as const);
    const status = opening === "opened" ? opened : opening;
    await setSessionDetail(tx, held.id, { status, statusReason: opening === "opened" ? "" : reason }, about);
    return null;
  });
}

async function whyNotClose(
  scope: Scope,
  { tx, held }: Changing,
  opening: Opening,
): Promise<FieldProblem | null> {
  const { date, status } = held.session;
  if (status === opening)
    return {
      field: "reason",
      message: `The session is ${status === "closed" ? "closed" : "marked as not staffed"} already`,
    };
  const day = { from: date, until: addDays(date, 1) };
  const cases = (await placedCases(scope, tx.db, day, held.organisation)).filter(
    ({ session }) => session === held.id,
  );
  if (cases.length === 0) return null;
  const message = `The list holds ${counted(cases.length, "case")}. Move them or take them out first, so that no patient is left on a list that does not run`;
  return { field: "reason", message };
}

async function whyNotOpen(scope: Scope, { tx, held }: Changing): Promise<FieldProblem | null> {
  const { session, organisation, id } = held;
  if (holdsTheatre(session)) return { field: "reason", message: "The session is open already" };
  const day = { from: session.date, until: addDays(session.date, 1) };
  const sessions = await listSessions(scope, tx.db, day, organisation);
  const other = sessions.find(
    (one) => one.id !== id && holdsTheatre(one.session) && clashes(one.session, session),
  );
  if (!other) return null;
  const { theatre, start, end, sessionId } = other.session;
  const message = `${theatre} is held from ${start} to ${end} by session ${sessionId} by now. Close that one first`;
  return { field: "reason", message };
}
