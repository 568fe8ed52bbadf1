import type { Bounded } from "./bound";
import { Columns } from "./columns";
import type { Column } from "./columns";
import type { Control } from "./control";
import { Draft } from "./draft";
import type { Model } from "./prepare";
import type { Prices } from "./prices";
import type { Pricing } from "./pricing";
import type { Relaxation } from "./relaxation";
import { priceOfEverything } from "./sweep";

/** Most lists of a problem that is worth a proof, choices of one list, and choices tried in all. */
const MOST_LISTS = 40;
const MOST_COLUMNS = 6000;
const MOST_TRIES = 400_000;
/** Points that rounding may add to a sum of shortfalls. */
const ROUNDING = 1e-3;

/** How a proof ended: whether every plan above the known score was tried, and the best of them, if there is one. */
export interface Proof {
  closed: boolean;
  plan: number[] | null;
  points: number;
}

/**
 * Tries every plan that could score more than `known`: each falls short of the bound by what its lists fall short of
 * their ceilings and by the price of what it leaves untaken, so only choices within the gap come into question.
 */
export function proofPhase(
  model: Model,
  relaxation: Relaxation,
  pricing: Pricing,
  { rounded, ceilings }: Bounded,
  known: number,
  control: Control,
): Proof {
  const open: Proof = { closed: false, plan: null, points: known };
  if (ceilings.length > MOST_LISTS) return open;
  pricing.setPrices(rounded);
  const total = ceilings.reduce((sum, ceiling) => sum + ceiling, priceOfEverything(model, rounded));
  const gap = total - (known + 1) + ROUNDING;
  const finder = new Columns(relaxation, pricing.loader);
  const columns: { list: number; choices: Column[] }[] = [];
  for (let list = 0; list < ceilings.length; list++) {
    if (control.late() || control.stopped()) return open;
    const choices = finder.of(list, ceilings[list]!, gap, MOST_COLUMNS);
    if (choices === null) return open;
    columns.push({ list, choices });
  }
  columns.sort((a, b) => a.choices.length - b.choices.length || a.list - b.list);
  return new Joining(model, relaxation, rounded, columns, total, known).run(
    () => control.late() || control.stopped(),
  );
}

/** Puts choices of all lists together, fewest first, as long as what they leave on the table stays within the gap. */
class Joining {
  private readonly draft: Draft;
  private readonly left: (() => number)[][];
  private tries = 0;
  private best: number;
  private plan: number[] | null = null;

  constructor(
    private readonly model: Model,
    relaxation: Relaxation,
    private readonly prices: Prices,
    private readonly columns: readonly { list: number; choices: Column[] }[],
    private readonly total: number,
    known: number,
  ) {
    this.best = known;
    this.draft = new Draft(model, relaxation.outerRooms);
    for (const slot of model.pinned) this.draft.put(slot);
    this.left = this.settled();
  }

  run(late: () => boolean): Proof {
    const closed = this.join(0, 0, late);
    return { closed, plan: this.plan, points: this.best };
  }

  private join(depth: number, lost: number, late: () => boolean): boolean {
    if (depth === this.columns.length) {
      this.keep();
      return true;
    }
    const { choices } = this.columns[depth]!;
    for (const { slots, shortfall } of choices) {
      if (lost + shortfall > this.gap()) return true;
      if (++this.tries > MOST_TRIES || (this.tries % 1024 === 0 && late())) return false;
      if (!this.draft.tryAll(slots)) continue;
      let now = lost + shortfall;
      for (const loss of this.left[depth]!) now += loss();
      const whole = now > this.gap() || this.join(depth + 1, now, late);
      for (let i = slots.length - 1; i >= 0; i--) this.draft.remove(slots[i]!);
      if (!whole) return false;
    }
    return true;
  }

  private gap(): number {
    return this.total - (this.best + 1) + ROUNDING;
  }

  private keep(): void {
    const { model, draft } = this;
    if (draft.kept < model.keepAtLeast) return;
    let points = 0;
    for (const held of draft.slots) {
      for (const slot of held) points += model.slotPoints[slot]!;
      if (held.length > 0) points -= model.minuteWeight * model.turnaround[model.slotList[held[0]!]!]!;
    }
    if (points <= this.best) return;
    this.best = points;
    this.plan = draft.taken();
  }

  /** By depth: the price of each case and capacity that no list after it can take any more, when it was not taken. */
  private settled(): (() => number)[][] {
    const { model, draft, prices } = this;
    const lastCase = new Int32Array(model.mean.length).fill(-1);
    const lastCapacity = new Int32Array(model.quantity.length).fill(-1);
    this.columns.forEach(({ list }, depth) => {
      for (let slot = model.listStart[list]!; slot < model.listStart[list + 1]!; slot++)
        lastCase[model.slotCase[slot]!] = depth;
      for (const capacity of capacitiesOfList(model, list)) lastCapacity[capacity] = depth;
    });
    const left = this.columns.map((): (() => number)[] => []);
    prices.cases.forEach((price, c) => {
      if (price > 0 && lastCase[c]! >= 0)
        left[lastCase[c]!]!.push(() => (draft.slotOfCase[c] === -1 ? price : 0));
    });
    prices.capacities.forEach((price, at) => {
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
