import type { Builder } from "./builder";
import type { Draft } from "./draft";
import type { Neighbours } from "./neighbours";
import type { Model } from "./model";
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
  /** What lists held in the best plan, where they hold something else since. */
  private readonly atBest = new Map<number, readonly number[]>();
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
    this.accept(group, before, change);
  }

  private accept(group: readonly number[], before: readonly number[][], change: number): void {
    for (const list of group) this.worth[list] = this.builder.worth(list);
    const isAtBest = this.atBest.size === 0;
    this.total += change;
    if (this.total > this.best || (isAtBest && change >= 0)) {
      this.best = Math.max(this.best, this.total);
      this.atBest.clear();
    } else group.forEach((list, at) => this.atBest.has(list) || this.atBest.set(list, before[at]!));
  }

  /** Slots of the best plan found, the latest of equals that follow one another. */
  get bestPlan(): number[] {
    return this.draft.slots.flatMap((held, list) => this.atBest.get(list) ?? held);
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
    const held = this.draft.slots[list]!;
    for (let at = held.length - 1; at >= 0; at--) {
      const slot = held[at]!;
      let pinned = false;
      for (let i = start[list]!; i < start[list + 1]!; i++) pinned ||= items[i] === slot;
      if (!pinned) this.draft.remove(slot);
    }
  }
}
