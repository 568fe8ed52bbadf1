import type { Builder } from "./builder";
import type { Draft } from "./draft";
import type { Neighbours } from "./neighbours";
import type { Model } from "./prepare";
import type { Random } from "./random";

/** Fewest lists of a group, and how many sizes there are. */
const SMALLEST = 2;
const SIZES = 3;
/** Range of the share of prices at which all lists of a group but the last are rebuilt. */
const LEAST_SHARE = 0.85;
const SHARES = 0.2;

/**
 * Ruin and recreate: empties a few lists that compete, fills them again one after another at prices that make each leave
 * to the others what those need more, the last one without prices; keeps what is not worse, or a little worse while hot.
 */
export class Search {
  total = 0;
  best = 0;
  private bestSlots: number[] | null = null;
  private readonly worth: Float64Array;

  constructor(
    private readonly model: Model,
    private readonly draft: Draft,
    private readonly builder: Builder,
    private readonly neighbours: Neighbours,
    private readonly random: Random,
    /** Least number of earlier slots that must stay taken. */
    private readonly keepAtLeast: number,
  ) {
    this.worth = Float64Array.from(draft.slots, (_, list) => builder.worth(list));
    this.total = this.worth.reduce((sum, worth) => sum + worth, 0);
    this.best = this.total;
  }

  /** One step. `heat`: points that a worse plan may lose, as the mean of an exponential. */
  step(heat: number): void {
    const { draft, builder, random } = this;
    const group = this.neighbours.group(SMALLEST + Math.floor(random() * SIZES), random);
    const before = group.map((list) => draft.slots[list]!.slice());
    for (const list of group) this.empty(list);
    const share = LEAST_SHARE + random() * SHARES;
    group.forEach((list, at) => builder.fill(list, at === group.length - 1 ? 0 : share));
    let change = 0;
    for (const list of group) change += builder.worth(list) - this.worth[list]!;
    const accept = change >= 0 || (heat > 0 && random() < Math.exp(change / heat));
    if (!accept || draft.kept < this.keepAtLeast) return this.restore(group, before);
    if (change < 0 && this.total === this.best && this.bestSlots === null)
      this.bestSlots = this.slotsBefore(group, before);
    this.accept(group, change);
  }

  private accept(group: readonly number[], change: number): void {
    for (const list of group) this.worth[list] = this.builder.worth(list);
    this.total += change;
    if (this.total <= this.best) return;
    this.best = this.total;
    this.bestSlots = null;
  }

  /** Slots of the best plan found. */
  get bestPlan(): number[] {
    return this.bestSlots ?? this.draft.taken();
  }

  private slotsBefore(group: readonly number[], before: readonly number[][]): number[] {
    return this.draft.slots.flatMap((held, list) =>
      group.includes(list) ? before[group.indexOf(list)]! : held,
    );
  }

  private restore(group: readonly number[], before: readonly number[][]): void {
    for (const list of group) this.empty(list);
    for (const held of before)
      for (const slot of held)
        if (this.draft.slotOfCase[this.model.slotCase[slot]!] === -1) this.draft.put(slot);
  }

  /** Empties a list of all but its pins. */
  private empty(list: number): void {
    const { start, items } = this.model.pinnedOf;
    const pinned = items.subarray(start[list], start[list + 1]);
    for (const slot of this.draft.slots[list]!.slice().reverse())
      if (!pinned.includes(slot)) this.draft.remove(slot);
  }
}
