import { Builder } from "./builder";
import type { Control } from "./control";
import type { Draft } from "./draft";
import { draftOf } from "./streams";
import type { World } from "./world";

/** Cases that a chain places. */
const LONGEST = 3;
/** Lists rebuilt for one case, and for each list of the problem in all. */
const MOST_FOR_CASE = 400;
const MOST_FOR_LIST = 20;
/** Gains below this are rounding. */
const LEAST_GAIN = 1e-6;

/**
 * Brings in cases that have no place, those of most points first, by chains: the case is put into one of its lists, what
 * it drives out into another, and so on; each list touched is filled anew. Kept where the plan gains. Such a case can lie
 * behind a loss that the search's small steps do not cross. `lists`: only cases that these lists could hold are brought in.
 */
export function chainCases(
  world: World,
  plan: readonly number[],
  control: Control,
  lists: ReadonlySet<number> | null = null,
): number[] {
  const draft = draftOf(world, plan);
  const chains = new Chains(world, draft);
  let left = MOST_FOR_LIST * (lists?.size ?? world.model.length.length);
  for (const c of unplaced(world, draft, lists)) {
    if (left <= 0 || control.late() || control.stopped()) break;
    left -= chains.bringIn(c, Math.min(left, MOST_FOR_CASE));
  }
  return draft.taken();
}

/** Cases without a place that could have one, by falling points of their best slot. */
function unplaced({ model, charges }: World, draft: Draft, lists: ReadonlySet<number> | null): number[] {
  const best = new Float64Array(model.mean.length);
  const { listStart, slotCase } = model;
  for (const list of lists ?? model.length.keys())
    for (let slot = listStart[list]!; slot < listStart[list + 1]!; slot++)
      if (!model.closed?.[slot])
        best[slotCase[slot]!] = Math.max(best[slotCase[slot]!]!, charges.points[slot]!);
  const cases = Array.from(best.keys()).filter((c) => best[c]! > 0 && draft.slotOfCase[c] === -1);
  return cases.sort((a, b) => best[b]! - best[a]! || a - b);
}

class Chains {
  private readonly builder: Builder;
  /** What the lists changed so far held before the chain, by list, and the points of all of that. */
  private readonly before = new Map<number, number[]>();
  private worthBefore = 0;
  private readonly pinned: Set<number>;
  private rebuilt = 0;
  private most = 0;

  constructor(
    private readonly world: World,
    private readonly draft: Draft,
  ) {
    const { model, relaxation, candidates, prices, charges } = world;
    this.pinned = new Set(model.pinned);
    this.builder = new Builder(model, relaxation, candidates, prices, charges, draft);
  }

  /** Looks for a chain that begins with the case and raises the plan; gives the number of lists rebuilt. */
  bringIn(c: number, most: number): number {
    this.rebuilt = 0;
    this.most = most;
    this.place(c, 1);
    this.before.clear();
    this.worthBefore = 0;
    return this.rebuilt;
  }

  /** Puts the case into one of its lists that the chain has not changed, and goes on with what that drives out. */
  private place(c: number, links: number): boolean {
    const { model } = this.world;
    const { caseSlots, slotList } = model;
    for (let i = caseSlots.start[c]!; i < caseSlots.start[c + 1]!; i++) {
      const slot = caseSlots.items[i]!;
      const list = slotList[slot]!;
      if (this.before.has(list) || this.rebuilt >= this.most || model.closed?.[slot]) continue;
      const touched = this.before.size;
      if (this.rebuild(list, slot, "after") && this.settle(list, links)) return true;
      this.undo(touched);
      if (links > 1 || !this.freesForItself(list, slot)) continue;
      if (this.rebuild(list, slot, "before") && this.settle(list, links)) return true;
      this.undo(touched);
    }
    return false;
  }

  /** Whether the chain has gained, perhaps with one of the cases that the list has lost placed elsewhere. */
  private settle(list: number, links: number): boolean {
    if (this.gain() > LEAST_GAIN && this.draft.kept >= this.world.model.keepAtLeast) return true;
    return links < LONGEST && this.drivenOut(list).some((c) => this.place(c, links + 1));
  }

  /** The two cases of most points that a list has lost. */
  private drivenOut(list: number): number[] {
    const { model, charges } = this.world;
    const lost = this.before.get(list)!.filter((slot) => this.draft.slotOfCase[model.slotCase[slot]!] === -1);
    lost.sort((a, b) => charges.points[b]! - charges.points[a]! || a - b);
    return lost.slice(0, 2).map((slot) => model.slotCase[slot]!);
  }

  /** Whether a list itself holds what the slot lacks: emptying it makes way for the slot, but not for what it held. */
  private freesForItself(list: number, slot: number): boolean {
    const { start, items } = this.world.model.usages;
    const row = this.world.model.slotUsage[slot]!;
    return items
      .subarray(start[row], start[row + 1])
      .some(
        (capacity) =>
          this.isFull(capacity) && this.draft.slots[list]!.some((held) => this.takes(held, capacity)),
      );
  }

  private isFull(capacity: number): boolean {
    return this.draft.used[capacity]! >= this.world.model.quantity[capacity]!;
  }

  private takes(slot: number, capacity: number): boolean {
    const { usages, slotUsage } = this.world.model;
    const row = slotUsage[slot]!;
    return usages.items.subarray(usages.start[row], usages.start[row + 1]).includes(capacity);
  }

  /**
   * Empties a list of all but its pins, takes the slot and fills what is left; false when the slot cannot be had. Way is
   * made for it after the list is emptied, or before, so that there is room for its other cases of many points as well.
   */
  private rebuild(list: number, slot: number, makeWay: "before" | "after"): boolean {
    const { draft, builder } = this;
    this.rebuilt++;
    this.touch(list);
    const robbed = makeWay === "before" ? this.makeWay(slot) : [];
    for (const each of draft.slots[list]!.slice().reverse()) if (!this.pinned.has(each)) draft.remove(each);
    if (makeWay === "after") robbed.push(...this.makeWay(slot));
    if (!draft.tryAdd(slot)) return false;
    for (const each of [list, ...robbed]) {
      builder.fill(each, 1);
      builder.fill(each, 0);
    }
    return true;
  }

  /** Frees the capacities that the slot lacks by removing the cases of fewest points; gives the lists that lost one. */
  private makeWay(slot: number): number[] {
    const { usages, slotUsage, slotList } = this.world.model;
    const robbed: number[] = [];
    const row = slotUsage[slot]!;
    for (let i = usages.start[row]!; i < usages.start[row + 1]!; i++) {
      const capacity = usages.items[i]!;
      if (!this.isFull(capacity)) continue;
      const holder = this.cheapestHolder(capacity);
      if (holder < 0) return robbed;
      this.touch(slotList[holder]!);
      this.draft.remove(holder);
      robbed.push(slotList[holder]!);
    }
    return robbed;
  }

  /** The slot of fewest points, in a list that the chain has not changed, that takes a unit of the capacity; or -1. */
  private cheapestHolder(capacity: number): number {
    const { charges } = this.world;
    let cheapest = -1;
    this.draft.slots.forEach((held, list) => {
      if (!this.before.has(list))
        for (const slot of held)
          if (
            !this.pinned.has(slot) &&
            (cheapest < 0 || charges.points[slot]! < charges.points[cheapest]!) &&
            this.takes(slot, capacity)
          )
            cheapest = slot;
    });
    return cheapest;
  }

  /** Notes what a list held before the chain. */
  private touch(list: number): void {
    if (this.before.has(list)) return;
    this.before.set(list, this.draft.slots[list]!.slice());
    this.worthBefore += this.builder.worth(list);
  }

  /** Points that the chain has gained so far. */
  private gain(): number {
    let now = 0;
    for (const list of this.before.keys()) now += this.builder.worth(list);
    return now - this.worthBefore;
  }

  /** Puts back what was touched after the first `count` lists. */
  private undo(count: number): void {
    const { draft } = this;
    const lists = [...this.before.keys()].slice(count);
    for (const list of lists)
      for (const slot of draft.slots[list]!.slice().reverse())
        if (!this.before.get(list)!.includes(slot)) draft.remove(slot);
    for (const list of lists) {
      for (const slot of this.before.get(list)!) if (!draft.slots[list]!.includes(slot)) draft.put(slot);
      this.before.delete(list);
      this.worthBefore -= this.builder.worth(list);
    }
  }
}
