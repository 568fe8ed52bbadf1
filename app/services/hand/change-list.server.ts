import { listDemands } from "~/domain/hand/list-demands";
import { listMisfit } from "~/domain/list-fit";
import { listMinutes } from "~/domain/utilisation";
import type { Actor } from "~db/actor";
import { recordCaseHold } from "~db/case-holds";
import type { About, Tx } from "~db/commit";
import { holdSlot, holdSlotAgain, releaseSlot } from "~db/held-slots";
import { recordListOrder } from "~db/list-orders";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import type { HeldSession } from "~db/theatre-sessions";
import { mayReopen, type HandPermits } from "./hand-permits.server";
import { heldHandWeek, type HandAsked, type HeldHandWeek } from "./held-week.server";
import { orderedIds } from "./planned-lists.server";

/** A change of one list that moves nobody out of it. Ids are the store's. */
export type ListChange =
  /** The case changes places with the one before or after it. */
  | { kind: "earlier" | "later"; entry: string; base: number }
  /** The whole list in a person's order; empty: back to the order of the rules. */
  | { kind: "order"; entries: readonly string[]; base: number; golden?: string | null }
  | { kind: "holdSlot"; minutes: number }
  | { kind: "releaseSlot"; slot: string }
  /** Takes a release back, where the minutes are still free. */
  | { kind: "holdAgain"; slot: string; minutes: number }
  /** Keeps a case where it stands when the week is planned again, or lets it go. */
  | { kind: "keep" | "letGo"; entry: string };

export interface ListAsked extends HandAsked {
  session: string;
  change: ListChange;
  reason: string;
}

export type ListOutcome =
  | { kind: "changed" | "unchanged" }
  /** Somebody else ordered the list since. */
  | { kind: "changedSince"; by: string }
  | { kind: "refused"; sentence: string }
  | { kind: "lacksReason" }
  | { kind: "lacksPermission" }
  | { kind: "notFound" };

/** Changes one list by hand: its order, the minutes that are held, or whether a case is kept there. */
export async function changeList(
  scope: Scope,
  permits: HandPermits,
  store: Store,
  actor: Actor,
  asked: ListAsked,
): Promise<ListOutcome> {
  return store.commit(actor, "list.change", async (tx) => {
    const week = await heldHandWeek(store, asked);
    const held = week.sessions.get(asked.session);
    if (!held || !scope.sites.includes(held.session.site)) return { kind: "notFound" };
    const demands = listDemands(week.hand, held.session);
    const touches = asked.change.kind !== "keep" && asked.change.kind !== "letGo";
    if (touches && demands.locked && !mayReopen(held.session, permits)) return { kind: "lacksPermission" };
    const slot = asked.change.kind === "holdSlot";
    if (((touches && demands.reason) || slot) && asked.reason === "") return { kind: "lacksReason" };
    return apply(tx, week, held, asked);
  });
}

async function apply(tx: Tx, week: HeldHandWeek, held: HeldSession, asked: ListAsked): Promise<ListOutcome> {
  const { change, reason } = asked;
  const about = { organisation: week.organisation, site: held.session.site };
  switch (change.kind) {
    case "earlier":
    case "later": {
      const entries = orderedIds(week, held.session);
      const at = entries.indexOf(change.entry);
      const other = change.kind === "earlier" ? at - 1 : at + 1;
      if (at < 0) return { kind: "notFound" };
      if (other < 0 || other >= entries.length) return { kind: "unchanged" };
      [entries[at], entries[other]] = [entries[other]!, entries[at]!];
      return order(tx, { session: held.id, base: change.base, entries, reason }, about);
    }
    case "order": {
      const there = new Set(orderedIds(week, held.session));
      if (change.entries.some((entry) => !there.has(entry))) return { kind: "notFound" };
      const golden = change.golden === undefined ? {} : { golden: change.golden };
      const wish = { session: held.id, base: change.base, entries: [...change.entries], reason, ...golden };
      return order(tx, wish, about);
    }
    case "holdSlot":
      return (
        holdRefusal(week, held, change.minutes) ??
        changed(() => holdSlot(tx, { session: held.id, minutes: change.minutes, reason }, about))
      );
    case "holdAgain":
      if (week.slots.some(({ id }) => id === change.slot)) return { kind: "unchanged" };
      return holdRefusal(week, held, change.minutes) ?? changed(() => holdSlotAgain(tx, change.slot, about));
    case "releaseSlot": {
      const slot = week.slots.find(({ id, session }) => id === change.slot && session === held.id);
      if (!slot) return { kind: "unchanged" };
      return changed(() => releaseSlot(tx, slot.id, reason, about));
    }
    case "keep":
    case "letGo": {
      const standing = week.entries.get(change.entry);
      if (!standing || week.hand.placeOf(standing.entry)?.session !== held.session)
        return { kind: "notFound" };
      const isHeld = week.holds.get(change.entry)?.held ?? false;
      if (isHeld === (change.kind === "keep")) return { kind: "unchanged" };
      await recordCaseHold(tx, { entry: change.entry, held: !isHeld, reason }, about);
      return { kind: "changed" };
    }
  }
}

async function changed(write: () => Promise<void>): Promise<ListOutcome> {
  await write();
  return { kind: "changed" };
}

async function order(
  tx: Tx,
  wish: Parameters<typeof recordListOrder>[1],
  about: About,
): Promise<ListOutcome> {
  const outcome = await recordListOrder(tx, wish, about);
  return outcome.kind === "recorded" ? { kind: "changed" } : { kind: "changedSince", by: outcome.by };
}

/** Held minutes are taken off the session's length: its cases must still fit into the rest. Null: they do. */
function holdRefusal({ hand }: HeldHandWeek, { session }: HeldSession, minutes: number): ListOutcome | null {
  const cases = hand.casesOf(session).map(({ entry }) => entry);
  const limits = hand.limitsOf(session);
  const rest = { ...limits, length: limits.length - minutes };
  const { planned } = listMinutes(
    cases.map((entry) => entry.minutes),
    limits.turnaround,
  );
  const free = limits.length - planned;
  if (minutes > free)
    return { kind: "refused", sentence: `Only ${Math.max(0, free)} minutes of this list are free.` };
  if (listMisfit(cases, rest)?.rule === "overrun" && listMisfit(cases, limits) === null)
    return {
      kind: "refused",
      sentence: `With ${minutes} minutes held the list would run over too often: hold fewer.`,
    };
  return null;
}
