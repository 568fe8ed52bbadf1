import { and, asc, eq, inArray, max, type InferSelectModel } from "drizzle-orm";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { waitingListEntry, waitingReview as review } from "./schema";
import { inScope, type Scope } from "./scope";

/** A review of somebody who has waited long; see db/schema/waiting-care.ts. */
export type WaitingReview = InferSelectModel<typeof review>;

const ofScope = (scope: Scope) => inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite);

/** The reviews of entries in scope, of all or of some, by entry, first to last. */
export async function reviewsOfEntries(
  scope: Scope,
  db: Reader,
  entries?: readonly string[],
): Promise<Map<string, WaitingReview[]>> {
  if (entries?.length === 0) return new Map();
  const some = entries && inArray(review.entry, [...entries]);
  const rows = await db
    .select({ review })
    .from(review)
    .innerJoin(waitingListEntry, eq(review.entry, waitingListEntry.id))
    .where(and(ofScope(scope), some))
    .orderBy(asc(review.entry), asc(review.number));
  const byEntry = new Map<string, WaitingReview[]>();
  for (const { review: one } of rows) byEntry.set(one.entry, [...(byEntry.get(one.entry) ?? []), one]);
  return byEntry;
}

export type NewReview = Omit<WaitingReview, "number" | "by" | "at">;

/** Keeps a review as the entry's next, inside the commit that decided on it. */
export async function insertReview(tx: Tx, made: NewReview, about: About): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(review.number) })
    .from(review)
    .where(eq(review.entry, made.entry));
  await tx.insert(review, { ...made, number: (last?.number ?? 0) + 1, by: tx.by, at: tx.at }, about);
}
