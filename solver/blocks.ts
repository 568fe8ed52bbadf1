import type { Model } from "./model";

/** Share of the smaller list's cases that two lists must have in common to belong to one block. */
const COMMON = 0.5;

/** Lists that draw on much the same cases form a block. */
export interface Blocks {
  count: number;
  blockOf: Int32Array;
  /** The block in which a case has most slots; -1 when it has none. */
  caseBlock: Int32Array;
}

/** The blocks of a model, numbered in the order of their first list. */
export function blocksOf(model: Model): Blocks {
  const lists = model.length.length;
  const parent = Int32Array.from({ length: lists }, (_, list) => list);
  const root = (list: number): number =>
    parent[list] === list ? list : (parent[list] = root(parent[list]!));
  const size = (list: number) => model.listStart[list + 1]! - model.listStart[list]!;
  const common = new Int32Array(lists);
  for (let a = 0; a < lists; a++) {
    countCommon(model, a, common);
    for (let b = a + 1; b < lists; b++)
      if (common[b]! > COMMON * Math.min(size(a), size(b)))
        parent[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
  }
  const numbers = new Map<number, number>();
  const blockOf = new Int32Array(lists);
  for (let list = 0; list < lists; list++) {
    if (!numbers.has(root(list))) numbers.set(root(list), numbers.size);
    blockOf[list] = numbers.get(root(list))!;
  }
  return { count: numbers.size, blockOf, caseBlock: caseBlocks(model, blockOf) };
}

/** Number of cases that a list has in common with each later one. */
function countCommon(
  { listStart, slotCase, caseSlots, slotList }: Model,
  list: number,
  common: Int32Array,
): void {
  common.fill(0);
  for (let slot = listStart[list]!; slot < listStart[list + 1]!; slot++) {
    const c = slotCase[slot]!;
    // Slots of a case are in the order of lists.
    for (let i = caseSlots.start[c + 1]! - 1; i >= caseSlots.start[c]!; i--) {
      const other = slotList[caseSlots.items[i]!]!;
      if (other <= list) break;
      common[other]!++;
    }
  }
}

function caseBlocks({ caseSlots, slotList }: Model, blockOf: Int32Array): Int32Array {
  const caseBlock = new Int32Array(caseSlots.start.length - 1).fill(-1);
  const counts = new Int32Array(blockOf.length);
  for (let c = 0; c < caseBlock.length; c++) {
    let most = 0;
    for (let i = caseSlots.start[c]!; i < caseSlots.start[c + 1]!; i++) {
      const block = blockOf[slotList[caseSlots.items[i]!]!]!;
      const count = ++counts[block]!;
      if (count > most) [most, caseBlock[c]] = [count, block];
    }
    for (let i = caseSlots.start[c]!; i < caseSlots.start[c + 1]!; i++)
      counts[blockOf[slotList[caseSlots.items[i]!]!]!] = 0;
  }
  return caseBlock;
}
