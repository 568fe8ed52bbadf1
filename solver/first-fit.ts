import { Draft } from "./draft";
import { OVERRUN_TOLERANCE } from "./overrun";
import type { Model } from "./prepare";

/**
 * The plan a careful person makes by hand: what is pinned stays, then each case of the problem's hand order into the
 * first list, in the order of lists, that takes it.
 */
export function firstFit(model: Model): Draft {
  const draft = new Draft(model, model.problem.overrunProbabilityMax + OVERRUN_TOLERANCE);
  for (const slot of model.pinned) draft.tryAdd(slot);
  const { start, items } = model.caseSlots;
  for (const c of model.problem.handOrder) {
    if (draft.slotOfCase[c] !== -1) continue;
    const slots = items.slice(start[c], start[c + 1]).sort((a, b) => model.slotList[a]! - model.slotList[b]!);
    slots.some((slot) => draft.tryAdd(slot));
  }
  return draft;
}
