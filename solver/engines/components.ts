import type { Model } from "../prepare";
import type { CutBound } from "./cut-bound";
import type { Focus } from "./valued";

/**
 * Groups of lists that share cases, persons' days or reserves, directly or through others. One group where so many
 * earlier places must be kept: that is no limit of one component alone.
 */
export function componentsOf(model: Model): number[][] {
  const lists = model.length.length;
  const root = Int32Array.from({ length: lists }, (_, list) => list);
  const find = (list: number): number => (root[list] === list ? list : (root[list] = find(root[list]!)));
  const first = new Map<string, number>();
  const join = (thing: string, list: number) => {
    const other = first.get(thing);
    if (other === undefined) first.set(thing, list);
    else root[find(list)] = find(other);
  };
  for (let list = 0; list < lists; list++) {
    if (model.keepAtLeast > 0) join("earlier places", list);
    for (let slot = model.listStart[list]!; slot < model.listStart[list + 1]!; slot++) {
      join(`case ${model.slotCase[slot]}`, list);
      if (model.slotPersonDay[slot]! >= 0) join(`day ${model.slotPersonDay[slot]}`, list);
    }
    const { start, items } = model.listReserves;
    for (let i = start[list]!; i < start[list + 1]!; i++) join(`reserve ${items[i]}`, list);
  }
  const groups = new Map<number, number[]>();
  for (let list = 0; list < lists; list++) groups.set(find(list), [...(groups.get(find(list)) ?? []), list]);
  return [...groups.values()];
}

/**
 * Each component alone. Rows and cuts of which several components hold some keep their duals for good, and what they
 * charge for all there is stands in `constant`; every other dual stays with the one component that it is about. Whatever
 * the columns known so far say of that, no plan has more points than `constant` and the most of each component.
 */
export function focusesOf(
  bound: CutBound,
  components: readonly number[][],
): { focuses: Focus[]; constant: number } {
  const { duals } = bound.best;
  const componentOf = new Map(components.flatMap((lists, at) => lists.map((list) => [list, at] as const)));
  const holder = new Int32Array(duals.length).fill(-1);
  const shared = new Uint8Array(duals.length);
  for (const column of bound.columns) {
    const own = componentOf.get(column.list)!;
    for (const [row] of bound.cuts.entriesOf(column)) {
      if (holder[row]! >= 0 && holder[row] !== own) shared[row] = 1;
      holder[row] = own;
    }
  }
  const base = duals.map((dual, row) => (shared[row] ? dual : 0));
  const { most } = bound.master;
  let constant = 0;
  base.forEach((dual, row) => {
    if (dual > 0) constant += dual * (most[row] ?? bound.cuts.all[row - most.length]!.most);
  });
  return { focuses: components.map((lists) => ({ lists, base })), constant };
}
