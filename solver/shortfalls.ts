import type { Draft } from "./draft";
import type { World } from "./world";

/**
 * Points that lists fall short of what the bound has for them, by list, >= 0: what a list could be worth at the prices
 * less what it holds is worth there, and the price of each case without a place, shared by all lists that may hold it.
 * With what is left of shared things they add up to the gap, so they tell where it lies. Only those of `lists` are set.
 */
export function shortfalls(world: World, draft: Draft, lists: Int32Array): Float64Array {
  const { model, candidates, prices } = world;
  const short = new Float64Array(model.length.length);
  for (const list of lists)
    short[list] = Math.max(0, candidates[list]!.worth - worthAtPrices(world, draft, list));
  const { start, items } = model.caseSlots;
  const isMine = new Uint8Array(short.length);
  for (const list of lists) isMine[list] = 1;
  prices.cases.forEach((price, c) => {
    if (price === 0 || draft.slotOfCase[c] !== -1) return;
    const share = price / (start[c + 1]! - start[c]!);
    for (let i = start[c]!; i < start[c + 1]!; i++) {
      const list = model.slotList[items[i]!]!;
      short[list]! += share * isMine[list]!;
    }
  });
  return short;
}

/** Points of what a list holds, less the prices of what it takes. */
function worthAtPrices({ model, charges, prices }: World, draft: Draft, list: number): number {
  const held = draft.slots[list]!;
  if (held.length === 0) return 0;
  const { points, own, shared } = charges;
  const { start, items } = model.kitUsage;
  let worth = -model.minuteWeight * model.turnaround[list]!;
  for (const slot of held) worth += points[slot]! - own[slot]! - shared[slot]!;
  for (let row = list * model.kits; row < (list + 1) * model.kits; row++)
    if (draft.kitCount[row]! > 0)
      for (let i = start[row]!; i < start[row + 1]!; i++) worth -= prices.capacities[items[i]!]!;
  return worth;
}
