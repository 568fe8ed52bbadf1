import type { Bounded } from "./bound";
import type { ClashLoss } from "./clash-loss";
import type { Column } from "./columns";
import { Draft } from "./draft";
import type { Model } from "./model";
import { pointsOf } from "./plan-points";
import type { Relaxation } from "./relaxation";
import { priceOfEverything } from "./sweep";

/** Most choices tried in all, and tries between two looks at the clock. */
const MOST_TRIES = 400_000;
const LOOK = 1024;

/** What trying all above some points came to: whether nothing was left out, and the best plan above them, if any. */
export interface Tried {
  closed: boolean;
  plan: number[] | null;
}

/** A list, the choices for it that come into question, best first, and whether to leave it empty does. */
export interface Candidate {
  list: number;
  choices: readonly Column[];
  mayStayEmpty: boolean;
}

/**
 * Puts choices of all lists together, fewest first, as long as a plan with them can still have more points than the best
 * known: the ceilings of the lists that are not yet decided, less shortfalls and the price of what is left untaken.
 */
export class Joining {
  private readonly draft: Draft;
  private readonly left: (() => number)[][];
  private readonly everything: number;
  private tries = 0;
  private best: number;
  private plan: number[] | null = null;

  constructor(
    private readonly model: Model,
    relaxation: Relaxation,
    private readonly bounded: Bounded,
    private readonly loss: ClashLoss,
    private readonly candidates: readonly Candidate[],
    known: number,
    private readonly rounding: number,
  ) {
    this.best = known;
    this.everything = priceOfEverything(model, bounded.rounded);
    this.draft = new Draft(model, relaxation.outerRooms);
    for (const slot of model.pinned) this.draft.put(slot);
    this.left = this.settled();
  }

  /** Tries all that is in question; `late` ends it early. */
  run(late: () => boolean): Tried {
    const closed = this.join(0, this.everything, late);
    return { closed, plan: this.plan };
  }

  /** `value`: the ceilings of the lists opened, less shortfalls, plus the prices of all that may still be taken. */
  private join(depth: number, value: number, late: () => boolean): boolean {
    if (depth === this.candidates.length) {
      this.keep();
      return true;
    }
    const { list, choices, mayStayEmpty } = this.candidates[depth]!;
    const ceiling = this.bounded.ceilings[list]!;
    this.loss.decide(list, true);
    const potential = this.loss.potential();
    let whole = true;
    for (const { slots, shortfall } of choices) {
      const now = value + ceiling - shortfall;
      if (!whole || !this.promises(now + potential)) break;
      whole = this.tryChoice(depth, slots, now, potential, late);
    }
    this.loss.undo(list, true);
    return whole && (!mayStayEmpty || this.tryEmpty(depth, list, value, late));
  }

  private tryChoice(
    depth: number,
    slots: readonly number[],
    value: number,
    potential: number,
    late: () => boolean,
  ): boolean {
    if (++this.tries > MOST_TRIES || (this.tries % LOOK === 0 && late())) return false;
    if (!this.draft.tryAll(slots)) return true;
    let now = value;
    for (const untaken of this.left[depth]!) now -= untaken();
    const whole = !this.promises(now + potential) || this.join(depth + 1, now, late);
    for (let i = slots.length - 1; i >= 0; i--) this.draft.remove(slots[i]!);
    return whole;
  }

  private tryEmpty(depth: number, list: number, value: number, late: () => boolean): boolean {
    this.loss.decide(list, false);
    const whole = this.tryChoice(depth, [], value, this.loss.potential(), late);
    this.loss.undo(list, false);
    return whole;
  }

  /** Whether a plan worth this much, at most, could be better than the best. */
  private promises(most: number): boolean {
    return most + this.rounding >= this.best + 1;
  }

  private keep(): void {
    const { model, draft } = this;
    if (draft.kept < model.keepAtLeast) return;
    const points = pointsOf(model, draft.taken());
    if (points <= this.best) return;
    this.best = points;
    this.plan = draft.taken();
  }

  /** By depth: the price of each case and capacity that no list after it can take any more, when it was not taken. */
  private settled(): (() => number)[][] {
    const { model, draft } = this;
    const { cases, capacities } = this.bounded.rounded;
    const lastCase = new Int32Array(model.mean.length).fill(-1);
    const lastCapacity = new Int32Array(model.quantity.length).fill(-1);
    this.candidates.forEach(({ list }, depth) => {
      for (let slot = model.listStart[list]!; slot < model.listStart[list + 1]!; slot++)
        lastCase[model.slotCase[slot]!] = depth;
      for (const capacity of capacitiesOfList(model, list)) lastCapacity[capacity] = depth;
    });
    const left = this.candidates.map((): (() => number)[] => []);
    cases.forEach((price, c) => {
      if (price > 0 && lastCase[c]! >= 0)
        left[lastCase[c]!]!.push(() => (draft.slotOfCase[c] === -1 ? price : 0));
    });
    capacities.forEach((price, at) => {
      if (price > 0 && lastCapacity[at]! >= 0)
        left[lastCapacity[at]!]!.push(() => price * (model.quantity[at]! - draft.used[at]!));
    });
    return left;
  }
}

function capacitiesOfList(model: Model, list: number): Set<number> {
  const found = new Set<number>();
  const take = ({ start, items }: { start: Int32Array; items: Int32Array }, row: number) => {
    for (let i = start[row]!; i < start[row + 1]!; i++) found.add(items[i]!);
  };
  const usages = new Set(model.slotUsage.subarray(model.listStart[list], model.listStart[list + 1]));
  for (const usage of usages) take(model.usages, usage);
  for (let kit = 0; kit < model.kits; kit++) take(model.kitUsage, list * model.kits + kit);
  return found;
}
