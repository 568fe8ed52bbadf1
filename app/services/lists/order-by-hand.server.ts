import type { IsoDate } from "~/domain/calendar";
import { listOrderAt } from "~/domain/list-order/order-policy";
import type { Actor } from "~db/actor";
import { recordListOrder } from "~db/list-orders";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { listNow, type ListNow } from "./list-now.server";

/** How a person wants a list ordered. */
export interface OrderAsked {
  session: string;
  /** Number of the order that the person had before them; 0: the rules' order. */
  base: number;
  /** Ids of all entries of the list, first to last; null: leave it to the rules. */
  entries: string[] | null;
  /** Id of the golden patient; null: none. */
  golden: string | null;
  reason: string;
  /** Whether the person may change a locked list. */
  mayReopen: boolean;
  /** In London. */
  today: IsoDate;
}

export type OrderOutcome =
  | { kind: "ordered" }
  /** The list, or its order, is not the one that the person saw. */
  | { kind: "changedSince" }
  | { kind: "refused"; sentence: string }
  | { kind: "notFound" };

/**
 * Records a person's order of a list. After sign-off it needs a reason, on a locked list also the permission to reopen.
 * Saved twice from one page, the second answers that the list has changed.
 */
export async function orderByHand(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: OrderAsked,
): Promise<OrderOutcome> {
  return store.commit(actor, "list.order", async (tx): Promise<OrderOutcome> => {
    const list = await listNow(scope, tx.db, asked.session, asked.today);
    if (list === null) return { kind: "notFound" };
    if (!isSameList(list, asked)) return { kind: "changedSince" };
    const policy = await currentPolicy(scope, tx.db, list.held.organisation);
    const { golden } = listOrderAt(policy!.policy.listOrder, list.held.session.site);
    const sentence = refusalOf(list, asked, golden);
    if (sentence !== null) return { kind: "refused", sentence };
    const about = { organisation: list.held.organisation, site: list.held.session.site };
    const wish = {
      ...{ session: asked.session, base: asked.base, reason: asked.reason },
      ...{ entries: asked.entries ?? [], golden: asked.golden },
    };
    const outcome = await recordListOrder(tx, wish, about);
    return outcome.kind === "recorded" ? { kind: "ordered" } : { kind: "changedSince" };
  });
}

function isSameList({ cases }: ListNow, { entries, golden }: OrderAsked): boolean {
  const ids = new Set(cases.map(({ held }) => held.id));
  if (golden !== null && !ids.has(golden)) return false;
  if (entries === null) return true;
  return (
    entries.length === ids.size && new Set(entries).size === ids.size && entries.every((id) => ids.has(id))
  );
}

function refusalOf({ state }: ListNow, asked: OrderAsked, goldenIsOn: boolean): string | null {
  const { golden, reason, mayReopen } = asked;
  if (golden !== null && !goldenIsOn) return "This site has switched golden patients off in its settings.";
  if (state.locked && !mayReopen)
    return "This list is locked. Only somebody who may reopen locked lists changes its order.";
  const fixed = state.locked ? "locked" : state.signedOff ? "signed off" : "";
  return fixed && reason === "" ? `This list is ${fixed}: say why its order is changed.` : null;
}
