import { and, desc, eq, type InferSelectModel } from "drizzle-orm";
import type { About, Tx } from "../commit";
import type { Reader } from "../engine";
import { screeningDecision as decision, waitingListEntry as entry } from "../schema";
import { inScope, type Scope } from "../scope";

/** Who confirmed or overrode what; see db/schema/screening.ts. */
export type HeldDecision = InferSelectModel<typeof decision>;

/** The screening decisions of an entry in scope, latest first. */
export async function decisionsOfEntry(scope: Scope, db: Reader, of: string): Promise<HeldDecision[]> {
  const rows = await db
    .select({ decision })
    .from(decision)
    .innerJoin(entry, eq(decision.entry, entry.id))
    .where(and(inScope(scope, entry.organisation, entry.listingSite), eq(decision.entry, of)))
    .orderBy(desc(decision.number));
  return rows.map((row) => row.decision);
}

export type NewDecision = Omit<HeldDecision, "number" | "by" | "at">;

/** Records a decision as the next of its entry; within the commit that decides on readiness. */
export async function insertDecision(tx: Tx, made: NewDecision, about: About): Promise<void> {
  const [last] = await tx.db
    .select({ number: decision.number })
    .from(decision)
    .where(eq(decision.entry, made.entry))
    .orderBy(desc(decision.number))
    .limit(1);
  await tx.insert(decision, { ...made, number: (last?.number ?? 0) + 1, by: tx.by, at: tx.at }, about);
}
