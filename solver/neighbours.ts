import type { Blocks } from "./blocks";
import type { Candidates } from "./candidates";
import type { Model } from "./model";
import type { Prices } from "./prices";
import type { Random } from "./random";

/** How often a group shares a priced capacity instead of a block, and how often it shares nothing. */
const BY_CAPACITY = 0.2;
const BY_CHANCE = 0.03;

/** Capacities with a price that each list's candidates take. */
export type Scarce = readonly (readonly number[])[];

/** Which lists are worth rebuilding together: those of one block, or those that want the same scarce capacity. */
export class Neighbours {
  private readonly byBlock = new Map<number, number[]>();
  private readonly byCapacity = new Map<number, number[]>();
  private readonly all: number[];
  private readonly around: number[];
  /** Sums of the weights of the lists around which groups are made, up to each of them. */
  private readonly upTo: Float64Array;

  /** `lists`: those that may be rebuilt; ones without candidates are left out. */
  constructor(
    lists: Iterable<number>,
    private readonly blocks: Blocks,
    candidates: readonly Candidates[],
    private readonly scarce: Scarce,
    /** Lists of which one is in every group; all of them unless said otherwise. */
    around: Iterable<number> = lists,
    /** How much more often a list is the first of a group than another, by list, above 0; all alike unless said otherwise. */
    weights: Float64Array | null = null,
  ) {
    const withSlots = (some: Iterable<number>) =>
      Array.from(some).filter((list) => candidates[list]!.slots.length > 0);
    this.all = withSlots(lists);
    this.around = withSlots(around);
    let sum = 0;
    this.upTo = Float64Array.from(this.around, (list) => (sum += weights?.[list] ?? 1));
    for (const list of this.all) {
      push(this.byBlock, blocks.blockOf[list]!, list);
      for (const capacity of scarce[list]!) push(this.byCapacity, capacity, list);
    }
  }

  /** Lists that have anything to choose from. */
  get count(): number {
    return this.around.length;
  }

  /** A group of at most `size` different lists, in the order in which to rebuild them. */
  group(size: number, random: Random): number[] {
    const pick = (from: readonly number[]) => from[Math.floor(random() * from.length)]!;
    const first = this.first(random);
    const kind = random();
    const scarce = this.scarce[first]!;
    let pool = this.byBlock.get(this.blocks.blockOf[first]!)!;
    if (kind < BY_CHANCE) pool = this.all;
    else if (kind < BY_CHANCE + BY_CAPACITY && scarce.length > 0) pool = this.byCapacity.get(pick(scarce))!;
    const group = [first];
    for (let tries = 0; group.length < Math.min(size, pool.length) && tries < 4 * size; tries++) {
      const list = pick(pool);
      if (!group.includes(list)) group.splice(Math.floor(random() * (group.length + 1)), 0, list);
    }
    return group;
  }

  /** A list to begin a group with, by its weight. */
  private first(random: Random): number {
    const { upTo, around } = this;
    const at = random() * upTo[upTo.length - 1]!;
    let [low, high] = [0, around.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return around[low]!;
  }
}

/** The scarce capacities of every list. */
export function scarceOf(model: Model, candidates: readonly Candidates[], prices: Prices): Scarce {
  return candidates.map((one, list) =>
    [...capacitiesOf(model, one, list)].filter((at) => prices.capacities[at]! > 0),
  );
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

function push(map: Map<number, number[]>, key: number, item: number): void {
  const row = map.get(key);
  if (row) row.push(item);
  else map.set(key, [item]);
}
