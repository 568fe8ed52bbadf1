import type { IsoDate } from "~/domain/calendar";
import type { Actor } from "~db/actor";
import { earliestOffers } from "~db/earliest-offers";
import { callsOfEntries, recordCall } from "~db/place-calls";
import type { CallAnswer } from "~db/schema";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findSession } from "~db/theatre-sessions";
import { findEntry } from "~db/waiting-list";
import { changePlaces, type PlacesOutcome } from "../hand/change-places.server";
import type { HandPermits } from "../hand/hand-permits.server";
import { keepEarliestOffers } from "./earliest-offer.server";

/** A call about a gap, and what the patient said. */
export interface CallAsked {
  entry: string;
  session: string;
  answer: CallAnswer;
  note: string;
  today: IsoDate;
  /** Calls of this entry that the page knew: a form that is sent twice records one. */
  known: number;
}

export type CallOutcome = { kind: "recorded" } | { kind: "already" } | { kind: "notFound" };

/** Records that a patient was offered a gap, what they said, and the earliest reasonable offer of that day as evidence. */
export async function recordOffer(
  scope: Scope,
  store: Store,
  actor: Actor,
  { entry, session, answer, note, today, known }: CallAsked,
): Promise<CallOutcome> {
  const held = await findEntry(scope, store.db, entry);
  const found = await findSession(scope, store.db, session);
  if (held === null || found === null || held.organisation !== found.organisation)
    return { kind: "notFound" };
  const about = { organisation: held.organisation, site: held.entry.listingSite };
  const isNew = await store.commit(actor, "place.call", async (tx) => {
    const calls = await callsOfEntries(scope, tx.db, [entry]);
    if (calls.length !== known) return false;
    await recordCall(tx, { entry, session, kind: "offer", answer, note }, about);
    return true;
  });
  if (!isNew) return { kind: "already" };
  await keepEarliestOffers(scope, store, actor, { organisation: held.organisation, entries: [entry], today });
  return { kind: "recorded" };
}

/**
 * Keeps the earliest reasonable offer of an entry in scope on demand. `known`: number of the last one that the page knew,
 * so that a form that is sent twice keeps one. False: there is no such entry.
 */
export async function keepOfferOnDemand(
  scope: Scope,
  store: Store,
  actor: Actor,
  { entry, today, known }: { entry: string; today: IsoDate; known: number },
): Promise<boolean> {
  const held = await findEntry(scope, store.db, entry);
  if (held === null || held.state === "gone") return false;
  const last = (await earliestOffers(scope, store.db, entry))[0]?.number ?? 0;
  if (last === known)
    await keepEarliestOffers(scope, store, actor, {
      organisation: held.organisation,
      entries: [entry],
      today,
    });
  return true;
}

/** Places an entry in a session, decided on a revision of its week; what stands against it is answered, not overwritten. */
export async function placeEntry(
  scope: Scope,
  permits: HandPermits,
  store: Store,
  actor: Actor,
  asked: {
    organisation: string;
    week: IsoDate;
    baseRevision: number;
    entry: string;
    session: string;
    reason: string;
    today: IsoDate;
    /** The patient agreed to come at shorter notice than is owed. */
    agreedToNotice?: boolean;
  },
): Promise<PlacesOutcome> {
  const { organisation, week, baseRevision, entry, session, reason, today, agreedToNotice = false } = asked;
  return changePlaces(scope, permits, store, actor, {
    ...{ organisation, week, baseRevision, reason, today },
    moves: [{ entry, session }],
    lifted: agreedToNotice ? ["notice"] : [],
  });
}
