import { lastListUndo, undoneReason, type ListAct, type ListUndo } from "~/domain/hand/undo-list";
import { actorText, type Actor } from "~db/actor";
import type { Reader } from "~db/engine";
import type { HeldSlot } from "~db/held-slots";
import { listActsWithin } from "~db/list-acts";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { weekSpan } from "~db/theatre-sessions";
import { changeList, type ListChange, type ListOutcome } from "./change-list.server";
import type { HandPermits } from "./hand-permits.server";
import type { HandAsked, HeldHandWeek } from "./held-week.server";

/** An order, held minutes or a kept case as an act that can be taken back. Ids are the store's. */
export interface WeekListAct extends ListAct {
  session: string;
  what:
    | { kind: "order"; entries: string[]; golden: string | null }
    | { kind: "slot"; slot: string; minutes: number; held: boolean }
    | { kind: "keep"; entry: string; held: boolean };
}

/** What the person's undo would take back of orders, held minutes and kept cases; null: nothing of theirs. */
export async function listUndoOffered(
  scope: Scope,
  db: Reader,
  actor: Actor,
  week: HeldHandWeek,
): Promise<ListUndo<WeekListAct> | null> {
  const { organisation, placements } = week;
  const entries = [...placements.keys()];
  const { orders, slots, holds } = await listActsWithin(
    scope,
    db,
    weekSpan(week.week),
    organisation,
    entries,
  );
  const acts: WeekListAct[] = [
    ...orders.map(({ session, number, entries: own, golden, by, at, reason }): WeekListAct => ({
      ...{ subject: `order|${session}`, number, by, at, reason, session },
      what: { kind: "order", entries: own, golden },
    })),
    ...slots.flatMap(slotActs),
    ...holds.map(({ entry, number, held, by, at, reason }): WeekListAct => ({
      ...{ subject: `keep|${entry}`, number, by, at, reason, session: placements.get(entry)!.session },
      what: { kind: "keep", entry, held },
    })),
  ];
  return lastListUndo(acts, actorText(actor));
}

/** Holding minutes, and giving them free again; a release of before it was kept by whom is nobody's to take back. */
function slotActs({ id, session, minutes, ...slot }: HeldSlot): WeekListAct[] {
  const act = (number: number, held: boolean, by: string, at: string, reason: string): WeekListAct => ({
    ...{ subject: `slot|${id}`, number, by, at, reason, session },
    what: { kind: "slot", slot: id, minutes, held },
  });
  const hold = act(1, true, slot.heldBy, slot.heldAt, slot.reason);
  if (slot.releasedAt === null) return [hold];
  return [hold, act(2, false, slot.releasedBy ?? "", slot.releasedAt, slot.releaseReason)];
}

/** What names an act on a form: another one by now is not taken back in its stead. */
export const actKey = ({ subject, number }: ListAct): string => `${subject}|${number}`;

/** Takes back an order, held minutes or a kept case, as a new act. */
export async function undoListAct(
  scope: Scope,
  permits: HandPermits,
  store: Store,
  actor: Actor,
  asked: HandAsked & { reason: string },
  undo: ListUndo<WeekListAct>,
): Promise<ListOutcome> {
  const { act } = undo;
  const { organisation, week, today } = asked;
  const reason = `${undoneReason(act)}${asked.reason === "" ? "" : `: ${asked.reason}`}`;
  const change = backChange(undo);
  return changeList(scope, permits, store, actor, {
    ...{ organisation, week, today, session: act.session, change, reason },
  });
}

function backChange({ act: { what }, before, last }: ListUndo<WeekListAct>): ListChange {
  if (what.kind === "slot")
    return what.held
      ? { kind: "releaseSlot", slot: what.slot }
      : { kind: "holdAgain", slot: what.slot, minutes: what.minutes };
  if (what.kind === "keep") return { kind: what.held ? "letGo" : "keep", entry: what.entry };
  const earlier = before?.what.kind === "order" ? before.what : null;
  return {
    ...{ kind: "order", base: last, entries: earlier?.entries ?? [] },
    golden: earlier?.golden ?? null,
  };
}
