import type { Model } from "../model";
import type { Problem } from "../problem";
import { kitUnits } from "./kit";
import { casesOf } from "./rule";
import type { Placement, Rule, Tally } from "./rule";

/** Shared capacities hold what options take and what lists take for their kits. */
export const capacity: Rule = (problem, placement) => {
  const takers = takersOf(problem, placement);
  return problem.capacities.flatMap(({ id, quantity }, at) => {
    const { amount, options } = takers[at] ?? { amount: 0, options: new Set() };
    if (amount <= quantity) return [];
    const taken = [...options];
    const lists = [...new Set(taken.map((option) => problem.options.list[option] as number))];
    return [
      { rule: "capacity", lists, cases: casesOf(problem, taken), subject: id, amount, limit: quantity },
    ];
  });
};

function takersOf(problem: Problem, { byList }: Placement) {
  const takers = problem.capacities.map(() => ({ amount: 0, options: new Set<number>() }));
  const take = (at: number, options: readonly number[]) => {
    const taker = takers[at];
    if (!taker) return;
    taker.amount++;
    for (const option of options) taker.options.add(option);
  };
  byList.forEach((options, list) => {
    for (const option of options)
      for (const at of problem.usages[problem.options.usage[option] as number] ?? []) take(at, [option]);
    for (const at of kitUnits(problem, list, options)) {
      const needs = options.filter((option) => kitUnits(problem, list, [option]).includes(at));
      take(at, needs);
    }
  });
  return takers;
}

/** Units taken of each capacity as slots come and go, those of kits included. */
export class CapacityTally implements Tally {
  readonly used: Float64Array;
  /** Cases of list l that need kit k, at l * kits + k. */
  readonly kitCount: Int32Array;

  constructor(private readonly model: Model) {
    this.used = new Float64Array(model.quantity.length);
    this.kitCount = new Int32Array(model.length.length * model.kits);
  }

  allows(slot: number): boolean {
    const allowed = this.take(slot, 1);
    this.take(slot, -1);
    return allowed;
  }

  add(slot: number): void {
    this.take(slot, 1);
  }

  remove(slot: number): void {
    this.take(slot, -1);
  }

  /** Takes (1) or gives back (-1) a slot's units, its kits' included; says whether all are within quantity. */
  private take(slot: number, change: number): boolean {
    const { usages, slotUsage, slotList, caseKits, slotCase, kits } = this.model;
    const [usage, c] = [slotUsage[slot]!, slotCase[slot]!];
    let kept = true;
    for (let i = usages.start[usage]!; i < usages.start[usage + 1]!; i++)
      kept = this.count(usages.items[i]!, change) && kept;
    for (let i = caseKits.start[c]!; i < caseKits.start[c + 1]!; i++) {
      const row = slotList[slot]! * kits + caseKits.items[i]!;
      const [before, after] = [this.kitCount[row]!, this.kitCount[row]! + change];
      this.kitCount[row] = after;
      if (before === 0 || after === 0) kept = this.countKit(row, change) && kept;
    }
    return kept;
  }

  private countKit(row: number, units: number): boolean {
    const { start, items } = this.model.kitUsage;
    let kept = true;
    for (let i = start[row]!; i < start[row + 1]!; i++) kept = this.count(items[i]!, units) && kept;
    return kept;
  }

  private count(capacity: number, units: number): boolean {
    this.used[capacity]! += units;
    return this.used[capacity]! <= this.model.quantity[capacity]!;
  }
}
