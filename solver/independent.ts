import type { Rows } from "./rows";

/** Steps after which the exact choice gives way to a valid estimate. */
const MOST_STEPS = 20_000;

/** Lists of one group, of which clashing ones may not hold cases together. */
export interface Group {
  lists: number[];
}

/** Connected groups of clashing lists; a list without clashes is a group of its own. */
export function groupsOf(clashes: Rows): Group[] {
  const lists = clashes.start.length - 1;
  const seen = new Uint8Array(lists);
  const groups: Group[] = [];
  for (let first = 0; first < lists; first++) {
    if (seen[first]) continue;
    seen[first] = 1;
    const group = [first];
    for (let at = 0; at < group.length; at++)
      for (let i = clashes.start[group[at]!]!; i < clashes.start[group[at]! + 1]!; i++) {
        const next = clashes.items[i]!;
        if (!seen[next]) group.push(next);
        seen[next] = 1;
      }
    groups.push({ lists: group.sort((a, b) => a - b) });
  }
  return groups;
}

/**
 * Largest total of lists of a group that do not clash, by depth-first search, and the lists that reach it. When the
 * search grows too long, `total` is a valid bound above it: the sum over sets of mutually clashing lists of their largest.
 */
export function heaviest(
  group: Group,
  worth: Float64Array,
  clashes: Rows,
): { total: number; open: number[] } {
  const lists = group.lists.filter((list) => worth[list]! > 0).sort((a, b) => worth[b]! - worth[a]! || a - b);
  const rest = new Float64Array(lists.length + 1);
  for (let at = lists.length - 1; at >= 0; at--) rest[at] = rest[at + 1]! + worth[lists[at]!]!;
  const blocked = new Int32Array(clashes.start.length - 1);
  let best = { total: 0, open: [] as number[] };
  let steps = 0;
  const open: number[] = [];
  const block = (list: number, change: number) => {
    for (let i = clashes.start[list]!; i < clashes.start[list + 1]!; i++)
      blocked[clashes.items[i]!]! += change;
  };
  const search = (at: number, total: number): void => {
    if (total > best.total) best = { total, open: [...open] };
    if (at === lists.length || total + rest[at]! <= best.total || ++steps > MOST_STEPS) return;
    const list = lists[at]!;
    if (blocked[list] === 0) {
      open.push(list);
      block(list, 1);
      search(at + 1, total + worth[list]!);
      block(list, -1);
      open.pop();
    }
    search(at + 1, total);
  };
  search(0, 0);
  return steps > MOST_STEPS ? { total: coverTotal(lists, worth, clashes), open: best.open } : best;
}

function coverTotal(lists: readonly number[], worth: Float64Array, clashes: Rows): number {
  const covered = new Set<number>();
  let total = 0;
  for (const list of lists) {
    if (covered.has(list)) continue;
    total += worth[list]!;
    const clique = [list];
    for (const other of lists)
      if (!covered.has(other) && clique.every((one) => one === other || clash(clashes, one, other)))
        clique.push(other);
    clique.forEach((one) => covered.add(one));
  }
  return total;
}

function clash(clashes: Rows, a: number, b: number): boolean {
  for (let i = clashes.start[a]!; i < clashes.start[a + 1]!; i++) if (clashes.items[i] === b) return true;
  return false;
}
