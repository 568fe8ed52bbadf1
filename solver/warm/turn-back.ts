import { draftOf } from "../streams";
import { pointsOf } from "../plan-points";
import type { World } from "../world";

/**
 * Turns back what a search has changed without a gain: lists between which cases have moved form a group, and a group
 * that is worth no more than in the plan before holds again what it held there, where all rules allow it.
 */
export function turnBack(world: World, before: readonly number[], now: readonly number[]): number[] {
  const { model, charges } = world;
  const draft = draftOf(world, now);
  for (const lists of groupsOf(world, before, now)) {
    const inGroup = (slot: number) => lists.has(model.slotList[slot]!);
    const [was, is] = [before.filter(inGroup), now.filter(inGroup)];
    if (pointsOf(model, is, charges.points) > pointsOf(model, was, charges.points)) continue;
    for (const slot of [...is].reverse()) draft.remove(slot);
    const back: number[] = [];
    if (was.every((slot) => draft.tryAdd(slot) && back.push(slot)) && draft.kept >= model.keepAtLeast)
      continue;
    for (const slot of back.reverse()) draft.remove(slot);
    for (const slot of is) draft.put(slot);
  }
  return draft.taken();
}

/** Lists that hold something else now, together with those that they exchanged cases with. */
function groupsOf({ model }: World, before: readonly number[], now: readonly number[]): Set<number>[] {
  const { slotList, slotCase } = model;
  const [was, is] = [new Set(before), new Set(now)];
  const left = before.filter((slot) => !is.has(slot));
  const come = now.filter((slot) => !was.has(slot));
  const groupOf = new Map<number, Set<number>>();
  for (const slot of [...left, ...come]) groupOf.set(slotList[slot]!, new Set([slotList[slot]!]));
  const cameTo = new Map(come.map((slot) => [slotCase[slot]!, slotList[slot]!]));
  for (const slot of left) {
    const to = cameTo.get(slotCase[slot]!);
    const [a, b] = [groupOf.get(slotList[slot]!)!, to === undefined ? undefined : groupOf.get(to)];
    if (b === undefined || a === b) continue;
    for (const list of b) groupOf.set(list, a.add(list));
  }
  return [...new Set(groupOf.values())];
}
