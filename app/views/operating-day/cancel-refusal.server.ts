import { dateText, instantText } from "~/components/date-text";
import { cancellationReason } from "~/facts/cancellation-reasons";
import type { CancelOutcome } from "~/services/operating-day/cancel-case.server";
import { store } from "~/store.server";
import { actorNames } from "~/views/actor-names.server";
import { wholeScope } from "~db/organisations";
import { findSession } from "~db/theatre-sessions";

type Refused = Exclude<CancelOutcome, { kind: "cancelled" | "notFound" }>;

/** Why a case was not cancelled, and what stands instead. */
export async function cancelRefusal(outcome: Refused): Promise<string> {
  if (outcome.kind === "begun") return "The operation has begun, so the case can no longer be cancelled.";
  if (outcome.kind === "already") {
    const { by, at, reasonCode } = outcome.cancelled;
    const names = await actorNames([by]);
    const words = cancellationReason(reasonCode)?.words ?? reasonCode;
    return `This case was cancelled before, by ${names(by)} on ${instantText(new Date(at))}: ${words}. That cancellation stands.`;
  }
  if (outcome.to === null) return "This case no longer stands on this list. Nothing was cancelled.";
  const { db } = store();
  // Theatre and time only: where a case went is told to whoever was about to cancel it.
  const held = await findSession(await wholeScope(db), db, outcome.to);
  const where = held ? `${held.session.theatre} on ${dateText(held.session.date)}` : "another list";
  return `Somebody moved this case to ${where} since you opened the page. Nothing was cancelled: cancel it there if it is still right.`;
}
