import type { Blocks } from "./blocks";
import type { Candidates } from "./candidates";
import type { Model } from "./prepare";
import type { Prices } from "./prices";
import type { Random } from "./random";

/** How often a group shares a priced capacity instead of a block, and how often it shares nothing. */
const BY_CAPACITY = 0.2;
const BY_CHANCE = 0.03;

/** Which lists are worth rebuilding together: those of one block, or those that want the same scarce capacity. */
export class Neighbours {
  private readonly byBlock: number[][];
  private readonly byCapacity: number[][] = [];
  /** Priced capacities of each list: indexes into byCapacity. */
  private readonly scarce: number[][];
  private readonly all: number[];

  constructor(model: Model, blocks: Blocks, candidates: readonly Candidates[], prices: Prices) {
    this.all = candidates.flatMap(({ slots }, list) => (slots.length > 0 ? [list] : []));
    this.byBlock = Array.from({ length: blocks.count }, () => []);
    for (const list of this.all) this.byBlock[blocks.blockOf[list]!]!.push(list);
    this.scarce = candidates.map(() => []);
    const lists = new Map<number, number[]>();
    for (const list of this.all)
      for (const capacity of capacitiesOf(model, candidates[list]!, list))
        if (prices.capacities[capacity]! > 0) lists.set(capacity, [...(lists.get(capacity) ?? []), list]);
    for (const sharing of lists.values()) {
      if (sharing.length < 2) continue;
      for (const list of sharing) this.scarce[list]!.push(this.byCapacity.length);
      this.byCapacity.push(sharing);
    }
    this.blockOf = blocks.blockOf;
  }
  private readonly blockOf: Int32Array;

  /** Lists that have anything to choose from. */
  get count(): number {
    return this.all.length;
  }

  /** A group of at most `size` different lists, in the order in which to rebuild them. */
  group(size: number, random: Random): number[] {
    const pick = (from: readonly number[]) => from[Math.floor(random() * from.length)]!;
    const first = pick(this.all);
    const kind = random();
    const scarce = this.scarce[first]!;
    let pool = this.byBlock[this.blockOf[first]!]!;
    if (kind < BY_CHANCE) pool = this.all;
    else if (kind < BY_CHANCE + BY_CAPACITY && scarce.length > 0) pool = this.byCapacity[pick(scarce)]!;
    const group = [first];
    for (let tries = 0; group.length < Math.min(size, pool.length) && tries < 4 * size; tries++) {
      const list = pick(pool);
      if (!group.includes(list)) group.splice(Math.floor(random() * (group.length + 1)), 0, list);
    }
    return group;
  }
}

function capacitiesOf(model: Model, { slots, kits }: Candidates, list: number): Set<number> {
  const found = new Set<number>();
  const usages = new Set(Array.from(slots, (slot) => model.slotUsage[slot]!));
  for (const usage of usages)
    for (let i = model.usages.start[usage]!; i < model.usages.start[usage + 1]!; i++)
      found.add(model.usages.items[i]!);
  for (const kit of kits) {
    const row = list * model.kits + kit;
    for (let i = model.kitUsage.start[row]!; i < model.kitUsage.start[row + 1]!; i++)
      found.add(model.kitUsage.items[i]!);
  }
  return found;
}
