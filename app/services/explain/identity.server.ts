import type { EntryName } from "~/domain/plan-reasons";
import type { WaitingListEntry } from "~/domain/waiting-list";

/** How plan.json names an entry: the issuer only where the waiting list names one. */
export function identity({ pathwayId, issuer }: Pick<WaitingListEntry, "pathwayId" | "issuer">): EntryName {
  return issuer === "" ? { pathwayId } : { pathwayId, issuer };
}
