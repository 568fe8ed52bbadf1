import { and, eq } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Policy } from "~/domain/policy";
import { earliestTarget, type TargetFacts } from "~/domain/targets";
import type { Tx } from "./commit";
import { countingOffer } from "./promised-dates";
import { waitingListEntry as entry } from "./schema";

/** The date that an entry's row keeps to sort by; null: no target. */
export function targetDate(facts: TargetFacts, policy: Policy): IsoDate | null {
  return earliestTarget(facts, policy)?.date ?? null;
}

/** Brings the target of every listed entry of an organisation in line with a new policy. */
export async function retarget(tx: Tx, organisation: string, policy: Policy): Promise<void> {
  const { id, target, priority, cancer, decisionToAdmit, lastPriorityReview } = entry;
  const offerBy = countingOffer();
  const rows = await tx.db
    .select({ id, target, facts: { priority, cancer, decisionToAdmit, lastPriorityReview, offerBy } })
    .from(entry)
    .where(and(eq(entry.organisation, organisation), eq(entry.state, "listed")));
  const changed = rows.flatMap((row) => {
    const fresh = targetDate(row.facts, policy);
    return fresh === row.target ? [] : [{ id: row.id, target: fresh }];
  });
  if (changed.length === 0) return;
  await tx.updateMany(entry, changed);
  const about = { subjectKind: "waiting_list_entry", subjectId: "", organisation, site: "" };
  await tx.tell([{ ...about, before: "{}", after: JSON.stringify({ targetsMoved: changed.length }) }]);
}
