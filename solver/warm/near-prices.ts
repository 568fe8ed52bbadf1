import { lossesOf } from "../candidates";
import type { Crew } from "../crew";
import { copyPrices, noPrices, type Prices } from "../prices";
import type { Changed } from "./changed-world";
import type { Reach } from "./reach";
import type { Standing } from "./standing";

/** Most lists whose ceilings are taken anew because prices move. */
const MOST_LISTS = 24;
/** Halvings in which the price of a capacity is looked for. */
const HALVINGS = 6;

/** Prices near those of before, and the lists whose worth at them is another. */
export interface NearPrices {
  prices: Prices;
  lists: Set<number>;
}

/**
 * Lowers prices that a change leaves too high: of cases that no list would choose any more, to where the first list
 * would; of capacities of which there is more now, to where all of it is asked for. Whatever comes of it, the bound holds.
 */
export function nearPrices(standing: Standing, changed: Changed, crew: Crew, reach: Reach): NearPrices {
  const prices = noPrices(changed.model);
  copyPrices(standing.bounded.rounded, prices);
  const near = { prices, lists: new Set<number>() };
  lowerCapacities(standing, changed, crew, reach, near);
  lowerOrphans(changed, crew, orphansOf(standing, changed, reach), near);
  return near;
}

/** Cases that lists with other rooms chose before and that none chooses now, dearest first. */
function orphansOf(
  { states: before, bounded }: Standing,
  { model, states }: Changed,
  reach: Reach,
): number[] {
  const { listStart, slotCase, slotList, caseSlots } = model;
  const orphans: number[] = [];
  const price = bounded.rounded.cases;
  const chosenNow = (slot: number) => states.inLast[slot] === 1 && states.taken[slotList[slot]!]! > 0;
  for (const list of reach.rooms)
    for (let i = 0; i < before.taken[list]!; i++) {
      const c = slotCase[before.last[listStart[list]! + i]!]!;
      const slots = caseSlots.items.subarray(caseSlots.start[c], caseSlots.start[c + 1]);
      if (price[c]! > 0 && !slots.some(chosenNow)) orphans.push(c);
    }
  return orphans.sort((a, b) => price[b]! - price[a]! || a - b);
}

function lowerOrphans(
  { model, relaxation }: Changed,
  { pricing }: Crew,
  orphans: number[],
  near: NearPrices,
) {
  const { caseSlots, slotList, listStart, closed } = model;
  const losses = new Map<number, Float64Array>();
  const lossesIn = (list: number) => {
    const known = losses.get(list);
    if (known) return known;
    pricing.price(list);
    const slab = relaxation.slabs[list]![pricing.states.slabAt[list]!] ?? null;
    const made = lossesOf(model, pricing, list, slab);
    losses.set(list, made);
    return made;
  };
  pricing.setPrices(near.prices);
  const lowered: [c: number, by: number][] = [];
  for (const c of orphans) {
    const slots = Array.from(caseSlots.items.subarray(caseSlots.start[c], caseSlots.start[c + 1]));
    const open = slots.filter((slot) => !closed?.[slot]);
    const lists = new Set([...near.lists, ...open.map((slot) => slotList[slot]!)]);
    if (lists.size > MOST_LISTS) continue;
    near.lists = lists;
    const loss = (slot: number) =>
      Math.max(0, lossesIn(slotList[slot]!)[slot - listStart[slotList[slot]!]!]!);
    lowered.push([c, Math.min(near.prices.cases[c]!, ...open.map(loss))]);
  }
  for (const [c, by] of lowered) near.prices.cases[c]! -= by;
}

function lowerCapacities(
  { world }: Standing,
  { model }: Changed,
  crew: Crew,
  { touched }: Reach,
  near: NearPrices,
): void {
  for (let at = 0; at < model.quantity.length; at++) {
    const isMore = model.quantity[at]! > world.model.quantity[at]!;
    if (!isMore || near.prices.capacities[at] === 0 || touched.size > MOST_LISTS) continue;
    for (const list of touched) near.lists.add(list);
    lowerCapacity(model.quantity[at]!, at, crew, near);
  }
}

/** Halves its way to the price at which the worth of the lists and of the units is least. */
function lowerCapacity(quantity: number, at: number, { pricing }: Crew, { prices, lists }: NearPrices): void {
  const worthAt = (price: number) => {
    prices.capacities[at] = price;
    pricing.setPrices(prices);
    let sum = price * quantity;
    for (const list of lists) sum += pricing.price(list);
    return sum;
  };
  let [low, high] = [0, prices.capacities[at]!];
  const width = high / 2 ** (HALVINGS + 2);
  let best = { price: high, worth: worthAt(high) };
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    const [left, right] = [worthAt(middle - width), worthAt(middle + width)];
    for (const [price, worth] of [
      [middle - width, left],
      [middle + width, right],
    ] as const)
      if (worth < best.worth) best = { price, worth };
    if (left < right) high = middle;
    else low = middle;
  }
  prices.capacities[at] = best.price;
}
