import type { Blocks } from "./blocks";
import type { Draft } from "./draft";
import type { Model } from "./prepare";
import type { Random } from "./random";

/** The part of a stream: lists that it alone may change in a round. */
export interface Part {
  lists: Int32Array;
}

/** Deals whole blocks to so many parts, in random order, always to the part with fewest lists so far. */
export function dealParts(blocks: Blocks, count: number, random: Random): Part[] {
  const byBlock = Array.from({ length: blocks.count }, (): number[] => []);
  blocks.blockOf.forEach((block, list) => byBlock[block]!.push(list));
  for (let at = byBlock.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [byBlock[at], byBlock[other]] = [byBlock[other]!, byBlock[at]!];
  }
  const parts = Array.from({ length: count }, (): number[] => []);
  for (const lists of byBlock) parts.reduce((a, b) => (b.length < a.length ? b : a)).push(...lists);
  return parts.map((lists) => ({ lists: Int32Array.from(lists).sort() }));
}

/**
 * Keeps from a part what another part of the round may take, so that their plans go together: unplaced cases whose block
 * lies elsewhere, and its share of what is left of capacities and reserves.
 */
export function withhold(
  model: Model,
  blocks: Blocks,
  draft: Draft,
  parts: readonly Part[],
  part: number,
): void {
  if (parts.length === 1) return;
  const partOfBlock = new Int32Array(blocks.count).fill(-1);
  parts.forEach(({ lists }, at) => lists.forEach((list) => (partOfBlock[blocks.blockOf[list]!] = at)));
  for (let c = 0; c < draft.slotOfCase.length; c++)
    if (draft.slotOfCase[c] === -1 && partOfBlock[blocks.caseBlock[c]!] !== part) draft.withhold(c);
  const share = (left: number, at: number) =>
    Math.floor((left + ((at + part) % parts.length)) / parts.length);
  model.quantity.forEach((quantity, at) => {
    const left = quantity - draft.used[at]!;
    draft.used[at]! += left - share(left, at);
  });
  model.reserveMinutes.forEach((minutes, at) => {
    const left = minutes - draft.reserved[at]!;
    draft.reserved[at]! += left - share(left, at);
  });
}
