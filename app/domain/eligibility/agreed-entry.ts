import type { Liftable } from "../plan-reasons";
import type { TheatreSession } from "../theatre";
import type { WaitingListEntry } from "../waiting-list";

/**
 * The entry as it would stand on the waiting list had people lifted one rule for the sake of a session: the patient
 * accepts its site, is pooled so that any surgeon of the specialty may operate, or comes at short notice.
 */
export function agreedEntry(
  entry: WaitingListEntry,
  rule: Liftable,
  session: TheatreSession,
): WaitingListEntry {
  if (rule === "surgeon") return { ...entry, pooled: true };
  if (rule === "notice") return { ...entry, shortNotice: true };
  const isAccepted = session.site === entry.listingSite || entry.otherSites.includes(session.site);
  return isAccepted ? entry : { ...entry, otherSites: [...entry.otherSites, session.site] };
}
