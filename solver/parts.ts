import type { Blocks } from "./blocks";
import type { Draft } from "./draft";
import type { Model } from "./model";
import { randomOf } from "./random";
import type { Random } from "./random";

/** The part of a stream: lists that it alone may change in a round. */
export interface Part {
  lists: Int32Array;
}

/** Blocks for each part from which on whole blocks make parts of about the same size. */
const MANY_BLOCKS = 8;

/**
 * Deals lists to so many parts of the same size at random, block after block: the parts of a round are searched beside
 * one another, and the round lasts as long as its largest part. Many blocks stay whole; of few, one or two are split.
 */
export function dealParts(blocks: Blocks, count: number, random: Random): Part[] {
  const byBlock = Array.from({ length: blocks.count }, (): number[] => []);
  blocks.blockOf.forEach((block, list) => byBlock[block]!.push(list));
  const mixed = shuffled(byBlock, random);
  const parts = blocks.count < MANY_BLOCKS * count ? evenly(mixed, count, random) : wholly(mixed, count);
  return parts.map((lists) => ({ lists: Int32Array.from(lists).sort() }));
}

/** Each block whole to the part with fewest lists so far. */
function wholly(byBlock: readonly number[][], count: number): number[][] {
  const parts = Array.from({ length: count }, (): number[] => []);
  for (const lists of byBlock) parts.reduce((a, b) => (b.length < a.length ? b : a)).push(...lists);
  return parts;
}

/** All lists, block after block, cut into pieces of the same size. */
function evenly(byBlock: readonly number[][], count: number, random: Random): number[][] {
  const lists = byBlock.flatMap((block) => shuffled(block, random));
  const upTo = (part: number) => Math.round((lists.length * part) / count);
  return Array.from({ length: count }, (_, part) => lists.slice(upTo(part), upTo(part + 1)));
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const mixed = items.slice();
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/**
 * Keeps from a part what another part of the round may take, so that their plans go together: each unplaced case is left
 * to the part of one of its lists, drawn by `seed`, and of capacities and reserves each part has its share of what is left.
 */
export function withhold(
  model: Model,
  draft: Draft,
  parts: readonly Part[],
  { part, seed }: { part: number; seed: number },
): void {
  if (parts.length === 1) return;
  withholdCases(model, draft, parts, { part, seed });
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

function withholdCases(
  { caseSlots: { start, items }, slotList, length }: Model,
  draft: Draft,
  parts: readonly Part[],
  { part, seed }: { part: number; seed: number },
): void {
  const partOf = new Int32Array(length.length);
  parts.forEach(({ lists }, at) => lists.forEach((list) => (partOf[list] = at)));
  const random = randomOf(seed);
  for (let c = 0; c < draft.slotOfCase.length; c++) {
    if (draft.slotOfCase[c] !== -1) continue;
    const drawn = items[start[c]! + Math.floor(random() * (start[c + 1]! - start[c]!))];
    if (start[c] === start[c + 1] || partOf[slotList[drawn!]!] !== part) draft.withhold(c);
  }
}
