import type { Model } from "./prepare";

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
  for (const [pair, count] of commonCases(model)) {
    const [a, b] = [Math.floor(pair / lists), pair % lists];
    const [first, second] = [Math.min(root(a), root(b)), Math.max(root(a), root(b))];
    if (count > COMMON * Math.min(size(a), size(b))) parent[second] = first;
  }
  const numbers = new Map<number, number>();
  const blockOf = new Int32Array(lists);
  for (let list = 0; list < lists; list++) {
    if (!numbers.has(root(list))) numbers.set(root(list), numbers.size);
    blockOf[list] = numbers.get(root(list))!;
  }
  return { count: numbers.size, blockOf, caseBlock: caseBlocks(model, blockOf) };
}

/** Number of cases that two lists have in common, by first list * lists + second. */
function commonCases({ caseSlots, slotList, length }: Model): Map<number, number> {
  const common = new Map<number, number>();
  for (let c = 0; c + 1 < caseSlots.start.length; c++)
    for (let i = caseSlots.start[c]!; i < caseSlots.start[c + 1]!; i++)
      for (let j = i + 1; j < caseSlots.start[c + 1]!; j++) {
        const pair = slotList[caseSlots.items[i]!]! * length.length + slotList[caseSlots.items[j]!]!;
        common.set(pair, (common.get(pair) ?? 0) + 1);
      }
  return common;
}

function caseBlocks({ caseSlots, slotList }: Model, blockOf: Int32Array): Int32Array {
  const caseBlock = new Int32Array(caseSlots.start.length - 1).fill(-1);
  for (let c = 0; c < caseBlock.length; c++) {
    const counts = new Map<number, number>();
    let most = 0;
    for (let i = caseSlots.start[c]!; i < caseSlots.start[c + 1]!; i++) {
      const block = blockOf[slotList[caseSlots.items[i]!]!]!;
      const count = (counts.get(block) ?? 0) + 1;
      counts.set(block, count);
      if (count > most) [most, caseBlock[c]] = [count, block];
    }
  }
  return caseBlock;
}
