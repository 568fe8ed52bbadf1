import { addDays, type IsoDate } from "./calendar";
import type { Policy } from "./policy";
import type { WaitingListEntry } from "./waiting-list";

/** What a target date comes from. */
export type TargetKind = "P1a" | "P1b" | "P2" | "P3" | "cancer" | "offer";

export interface Target {
  kind: TargetKind;
  date: IsoDate;
}

/** What the targets of an entry follow from. */
export type TargetFacts = Pick<
  WaitingListEntry,
  "priority" | "cancer" | "decisionToAdmit" | "lastPriorityReview" | "offerBy"
>;

/**
 * Every target of an entry, earliest first. P1 to P3 count from the last priority review, else the decision to admit;
 * cancer from the decision to admit; an offer is the date promised. Source: file contract, targetDays of the policy.
 */
export function targets(entry: TargetFacts, policy: Policy): Target[] {
  const found: Target[] = [];
  const { priority } = entry;
  if (priority === "P1a" || priority === "P1b" || priority === "P2" || priority === "P3") {
    const from = entry.lastPriorityReview ?? entry.decisionToAdmit;
    found.push({ kind: priority, date: addDays(from, policy.targetDays[priority]) });
  }
  if (entry.cancer)
    found.push({ kind: "cancer", date: addDays(entry.decisionToAdmit, policy.targetDays.cancer) });
  if (entry.offerBy !== null) found.push({ kind: "offer", date: entry.offerBy });
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The earliest target of an entry; null when it has none. */
export function earliestTarget(entry: TargetFacts, policy: Policy): Target | null {
  return targets(entry, policy)[0] ?? null;
}
