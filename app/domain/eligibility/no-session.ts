import type { Reason } from "../reasons";
import { isBookable } from "../session-time";
import type { TheatreSession } from "../theatre";
import type { WaitingListEntry } from "../waiting-list";
import { anyOf, type PairRule } from "./rule";

/** The session takes the entry's treatment function and, unless pooled, one of its surgeons is the consultant. */
export const noSession: PairRule = {
  reason: "no_session",
  liftedBy: "override",
  forbids: (entry, session) => !takesSpecialty(entry, session) || !takesSurgeon(entry, session),
  sentence: (entry, session, { names }) => {
    if (!takesSpecialty(entry, session)) {
      const taken = anyOf(session.treatmentFunctions.map(names.specialty));
      return `Listed under ${names.specialty(entry.treatmentFunction)}; ${names.session(session)} is for ${taken}.`;
    }
    const surgeons = session.surgeons.length ? `for ${anyOf(session.surgeons)}` : "for pooled patients only";
    return `Listed with ${entry.consultant ?? ""} and not pooled; ${names.session(session)} is ${surgeons}.`;
  },
};

/** Whether a session can keep a case: it runs, for its specialty and with its surgeon unless a person set that aside. */
export function canKeep(
  entry: WaitingListEntry,
  session: TheatreSession,
  override: readonly Reason[],
): boolean {
  if (!isBookable(session)) return false;
  return override.includes("no_session") || (takesSpecialty(entry, session) && takesSurgeon(entry, session));
}

/** A pooled patient, or one with no consultant named, may be operated on by any surgeon of the specialty. */
export function isPooled(entry: WaitingListEntry): boolean {
  return entry.pooled || entry.consultant === null;
}

function takesSpecialty(entry: WaitingListEntry, session: TheatreSession): boolean {
  return session.treatmentFunctions.includes(entry.treatmentFunction);
}

function takesSurgeon(entry: WaitingListEntry, session: TheatreSession): boolean {
  return isPooled(entry) || session.surgeons.includes(entry.consultant ?? "");
}
