import { and, desc, eq, max, type InferSelectModel } from "drizzle-orm";
import type { OfferSeen } from "~/domain/earliest-offer";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { earliestOffer, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";

/** The earliest reasonable offer of an entry as it was worked out one day, and what was seen then. */
export interface KeptOffer extends Omit<InferSelectModel<typeof earliestOffer>, "seen"> {
  seen: OfferSeen;
}

/** The earliest reasonable offers of an entry in scope, latest first. */
export async function earliestOffers(scope: Scope, db: Reader, entry: string): Promise<KeptOffer[]> {
  const rows = await db
    .select({ offer: earliestOffer })
    .from(earliestOffer)
    .innerJoin(waitingListEntry, eq(earliestOffer.entry, waitingListEntry.id))
    .where(
      and(
        eq(earliestOffer.entry, entry),
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
      ),
    )
    .orderBy(desc(earliestOffer.number));
  // Hublist alone writes what was seen.
  return rows.map(({ offer }) => ({ ...offer, seen: offer.seen as OfferSeen }));
}

/** Keeps an offer as the next of its entry, inside a commit whose caller checked who may. */
export async function recordEarliestOffer(
  tx: Tx,
  offer: Pick<KeptOffer, "entry" | "date" | "session" | "seen">,
  about: About,
): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(earliestOffer.number) })
    .from(earliestOffer)
    .where(eq(earliestOffer.entry, offer.entry));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(earliestOffer, { ...offer, number, by: tx.by, at: tx.at }, about);
}
