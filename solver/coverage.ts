import type { ListStates } from "./list-states";
import type { Loader } from "./loader";
import type { Model } from "./model";
import type { Prices } from "./prices";
import type { Relaxation } from "./relaxation";

/** What was considered of every list, and at which prices; `loader` has those prices. */
export interface Considered {
  states: ListStates;
  loader: Loader;
  prices: Prices;
}

/**
 * Slots to consider beside those that lose least in each list. Lists of one kind have the same least-losing cases, fewer
 * than they can hold together, and others that are worth a place are in none of them. So a case with a price, which some
 * list wants at the prices, that no list considers is considered by the one where it loses least. By list, in no order.
 */
export function unconsidered(
  model: Model,
  relaxation: Relaxation,
  { states, loader, prices }: Considered,
): number[][] {
  const { slotList, caseSlots, closed } = model;
  const more = relaxation.slabs.map((): number[] => []);
  const known = knownCases(model, states);
  for (let c = 0; c < known.length; c++) {
    if (known[c] || prices.cases[c]! <= 0) continue;
    let [least, best] = [Infinity, -1];
    for (const slot of caseSlots.items.subarray(caseSlots.start[c], caseSlots.start[c + 1])) {
      const loss = closed?.[slot] ? Infinity : lossOf(model, relaxation, states, loader, slot);
      if (loss < least) [least, best] = [loss, slot];
    }
    if (best >= 0) more[slotList[best]!]!.push(best);
  }
  return more;
}

/** 1 for each case that a list considers or a pin holds. */
function knownCases(
  { mean, slotCase, listStart, pinned }: Model,
  { considered, consideredCount }: ListStates,
): Uint8Array {
  const known = new Uint8Array(mean.length);
  consideredCount.forEach((count, list) => {
    for (let i = listStart[list]!; i < listStart[list]! + count; i++) known[slotCase[considered[i]!]!] = 1;
  });
  for (const slot of pinned) known[slotCase[slot]!] = 1;
  return known;
}

/** Points that a list loses when a slot is forced into it, about: kits, which its other cases may need too, are left out. */
function lossOf(
  { slotCase, slotList, mean, variance }: Model,
  { slabs }: Relaxation,
  states: ListStates,
  loader: Loader,
  slot: number,
): number {
  const [c, list] = [slotCase[slot]!, slotList[slot]!];
  const slab = slabs[list]![states.slabAt[list]!];
  if (slab === undefined) return -loader.gainOf(slot);
  const weight = mean[c]! * slab.perMean + slab.perCase + variance[c]! * slab.perVariance;
  return states.lambda[list]! * weight - loader.gainOf(slot);
}
