import { and, asc, eq, inArray, max, type InferSelectModel } from "drizzle-orm";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { sharedDecision as decision, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";

/** A stage of a shared decision; see db/schema/waiting-care.ts. */
export type SharedDecision = InferSelectModel<typeof decision>;

const ofScope = (scope: Scope) => inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite);

/** The stages recorded of entries in scope, of all or of some, by entry, first to last. */
export async function sharedDecisions(
  scope: Scope,
  db: Reader,
  entries?: readonly string[],
): Promise<Map<string, SharedDecision[]>> {
  if (entries?.length === 0) return new Map();
  const some = entries && inArray(decision.entry, [...entries]);
  const rows = await db
    .select({ decision })
    .from(decision)
    .innerJoin(waitingListEntry, eq(decision.entry, waitingListEntry.id))
    .where(and(ofScope(scope), some))
    .orderBy(asc(decision.entry), asc(decision.number));
  const byEntry = new Map<string, SharedDecision[]>();
  for (const { decision: one } of rows) byEntry.set(one.entry, [...(byEntry.get(one.entry) ?? []), one]);
  return byEntry;
}

export type NewSharedDecision = Omit<SharedDecision, "number" | "by" | "at">;

/** Keeps a stage as the entry's next record, inside the commit that decided on it. */
export async function insertSharedDecision(tx: Tx, made: NewSharedDecision, about: About): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(decision.number) })
    .from(decision)
    .where(eq(decision.entry, made.entry));
  await tx.insert(decision, { ...made, number: (last?.number ?? 0) + 1, by: tx.by, at: tx.at }, about);
}
