import type { Model } from "../model";
import type { World } from "../world";
import { otherRooms, type Changed } from "./changed-world";
import type { Standing } from "./standing";

/** Which lists a change concerns. */
export interface Reach {
  /** Lists that hold more or less than before, or nothing beside a pinned list that they clash with. */
  rooms: readonly number[];
  /** Lists whose ceilings are not those of before. */
  priced: Set<number>;
  /** Lists that lose or may gain something at once. */
  touched: Set<number>;
  /** Those and all that compete with them: the lists that may be rebuilt. */
  near: Set<number>;
}

/** The lists that a change concerns. `dropped`: slots of the standing plan that cannot stay. */
export function reachOf(
  { world, states, bounded }: Standing,
  { model }: Changed,
  parts: number,
  dropped: readonly number[],
): Reach {
  const { slotList } = model;
  const rooms = otherRooms(world.model, model);
  const pinned = Array.from(model.pinned).filter((pin) => !world.model.pinned.includes(pin));
  const pinnedLists = pinned.map((pin) => slotList[pin]!);
  const touched = new Set([...rooms, ...pinnedLists, ...dropped.map((slot) => slotList[slot]!)]);
  for (const list of placesLeft(model, dropped)) touched.add(list);
  for (const list of wanting(world, model)) touched.add(list);
  for (const list of reserved(world.model, model)) touched.add(list);
  const priced = new Set([...rooms, ...pinnedLists, ...chosenClosed(model, states.inLast)]);
  // On a coarser grid the prices are others, so all lists are.
  if (parts < bounded.parts) for (const list of model.length.keys()) priced.add(list);
  const beside = pinnedLists.flatMap((list) => {
    const { start, items } = model.listClashes;
    return Array.from(items.subarray(start[list], start[list + 1]));
  });
  return { rooms: [...new Set([...rooms, ...beside])], priced, touched, near: neighboursOf(world, touched) };
}

/** Lists with a closed slot in the choice that they would make at the prices. */
function chosenClosed({ closed, slotList }: Model, inLast: Uint8Array): number[] {
  const lists: number[] = [];
  closed?.forEach((is, slot) => {
    if (is && inLast[slot]) lists.push(slotList[slot]!);
  });
  return lists;
}

/** Lists that could still take the cases of dropped slots. */
function placesLeft({ slotCase, slotList, caseSlots, closed }: Model, dropped: readonly number[]): number[] {
  return dropped.flatMap((slot) => {
    const c = slotCase[slot]!;
    const slots = Array.from(caseSlots.items.subarray(caseSlots.start[c], caseSlots.start[c + 1]));
    return slots.filter((each) => !closed?.[each]).map((each) => slotList[each]!);
  });
}

/** Lists that could use units of capacities of which there are others now. */
function wanting({ candidates, model: before }: World, now: Model): Set<number> {
  const changed = new Set(
    Array.from(now.quantity.keys()).filter((at) => now.quantity[at] !== before.quantity[at]),
  );
  const lists = new Set<number>();
  if (changed.size === 0) return lists;
  const { usages, slotUsage, kitUsage, kits } = now;
  const isOf = (row: number, { start, items }: typeof usages) =>
    items.subarray(start[row], start[row + 1]).some((at) => changed.has(at));
  candidates.forEach((one, list) => {
    const takes =
      one.slots.some((slot) => isOf(slotUsage[slot]!, usages)) ||
      one.kits.some((kit) => isOf(list * kits + kit, kitUsage));
    if (takes) lists.add(list);
  });
  return lists;
}

/** Lists of reserves with another limit. */
function reserved(before: Model, { reserveMinutes, listReserves, length }: Model): number[] {
  const { start, items } = listReserves;
  return Array.from(length.keys()).filter((list) =>
    items
      .subarray(start[list], start[list + 1])
      .some((at) => before.reserveMinutes[at] !== reserveMinutes[at]),
  );
}

/** The lists themselves and those of their blocks. */
function neighboursOf({ blocks }: World, lists: ReadonlySet<number>): Set<number> {
  const wanted = new Set(Array.from(lists, (list) => blocks.blockOf[list]!));
  const near = new Set(lists);
  blocks.blockOf.forEach((block, list) => wanted.has(block) && near.add(list));
  return near;
}
