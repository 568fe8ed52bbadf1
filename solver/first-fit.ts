import { Draft } from "./draft";
import type { Model } from "./model";
import type { Room } from "./room";

/**
 * The plan a careful person makes by hand: what is pinned stays, then each case of the problem's hand order into the
 * first list, in the order of lists, that takes it. `rooms` hold what passes within the rule's tolerance.
 */
export function firstFit(model: Model, rooms: readonly Room[]): Draft {
  const draft = new Draft(model, rooms);
  for (const slot of model.pinned) draft.put(slot);
  const { start, items } = model.caseSlots;
  for (const c of model.handOrder)
    if (draft.slotOfCase[c] === -1)
      for (let i = start[c]!; i < start[c + 1]!; i++) if (draft.tryAdd(items[i]!)) break;
  return draft;
}
