import type { HandOrder } from "~/domain/list-order/hand-order";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { ListOrder } from "~db/list-orders";

/** A person's order of a list in terms of entries; undefined: nobody ordered it. */
export function handOrder(
  order: ListOrder | undefined,
  entryOf: (id: string) => WaitingListEntry | null,
): HandOrder<WaitingListEntry> | undefined {
  if (!order) return undefined;
  return {
    entries: order.entries.flatMap((id) => entryOf(id) ?? []),
    golden: order.golden === null ? null : entryOf(order.golden),
  };
}
