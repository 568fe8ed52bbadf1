import type { IsoDate } from "~/domain/calendar";
import type { Actor } from "~db/actor";
import { wholeScope } from "~db/organisations";
import type { Store } from "~db/store";
import { findSession } from "~db/theatre-sessions";
import { keepEarliestOffers } from "../best-fit/earliest-offer.server";

/**
 * Keeps the earliest reasonable offer of patients who come on a published list, with the capacity seen at that moment:
 * what else they could have been offered when their date became firm. The list is published already, whatever this finds.
 */
export async function keepOffersOfPublished(
  store: Store,
  actor: Actor,
  { session, entries, today }: { session: string; entries: readonly string[]; today: IsoDate },
): Promise<void> {
  if (entries.length === 0) return;
  // Whoever is on the list counts, at whichever site they were listed.
  const whole = await wholeScope(store.db);
  const held = await findSession(whole, store.db, session);
  if (held === null) return;
  const { organisation } = held;
  await keepEarliestOffers(whole, store, actor, { organisation, entries, today });
}
