import type { Crew } from "./crew";
import { groupsOf, heaviest } from "./independent";
import type { Group } from "./independent";
import type { Model } from "./model";
import type { Prices } from "./prices";

/** What the lists would choose at given prices, each for itself, and what that takes of everything shared. */
export interface Swept {
  /** Value of the relaxed problem: no plan scores more, up to the accuracy of the pricing. */
  total: number;
  /** Points of each list's choice at the prices. */
  worth: Float64Array;
  /** How often each case is chosen, and the units taken of each capacity, person's day, reserve and earlier place. */
  cases: Float64Array;
  capacities: Float64Array;
  personDays: Float64Array;
  reserves: Float64Array;
  kept: number;
}

/** Prices every list and adds up what they choose. */
export class Sweep {
  readonly result: Swept;
  private readonly groups: Group[];
  private readonly kitSeen: Uint8Array;

  constructor(
    private readonly model: Model,
    private readonly crew: Crew,
  ) {
    this.groups = groupsOf(model.listClashes);
    this.kitSeen = new Uint8Array(model.kits);
    this.result = {
      total: 0,
      worth: crew.states.worth,
      cases: new Float64Array(model.mean.length),
      capacities: new Float64Array(model.quantity.length),
      personDays: new Float64Array(model.personDays),
      reserves: new Float64Array(model.reserveMinutes.length),
      kept: 0,
    };
  }

  /** Sweeps all lists; stops early, with half a result, when `late` says so. */
  run(prices: Prices, late: () => boolean): Swept {
    const { model, result } = this;
    this.crew.all("price", prices, late);
    for (const taken of [result.cases, result.capacities, result.personDays, result.reserves]) taken.fill(0);
    result.kept = 0;
    result.total = priceOfEverything(model, prices);
    for (const group of this.groups) this.open(group);
    return result;
  }

  private open(group: Group): void {
    const { model, result } = this;
    const pinned = (list: number) => model.pinnedOf.start[list + 1]! > model.pinnedOf.start[list]!;
    const { total, open } =
      group.lists.length === 1 ? { total: 0, open: [] } : heaviest(group, result.worth, model.listClashes);
    result.total += total;
    const forced = group.lists.filter(
      (list) => !open.includes(list) && (pinned(list) || group.lists.length === 1),
    );
    for (const list of forced) result.total += result.worth[list]!;
    for (const list of [...open, ...forced]) this.take(list);
  }

  private take(list: number): void {
    const { model } = this;
    this.kitSeen.fill(0);
    let [minutes, cases] = [0, 0];
    const take = (slot: number) => {
      cases++;
      minutes += model.mean[model.slotCase[slot]!]!;
      this.takeSlot(slot, list);
    };
    const { last, taken } = this.crew.states;
    const row = model.listStart[list]!;
    for (let i = 0; i < taken[list]!; i++) take(last[row + i]!);
    for (let i = model.pinnedOf.start[list]!; i < model.pinnedOf.start[list + 1]!; i++)
      take(model.pinnedOf.items[i]!);
    if (cases === 0) return;
    const planned = minutes + model.turnaround[list]! * (cases - 1);
    const { start, items } = model.listReserves;
    for (let i = start[list]!; i < start[list + 1]!; i++) this.result.reserves[items[i]!]! += planned;
  }

  private takeSlot(slot: number, list: number): void {
    const { model, result } = this;
    const [c, usage, day] = [model.slotCase[slot]!, model.slotUsage[slot]!, model.slotPersonDay[slot]!];
    result.cases[c]!++;
    result.kept += model.wasTaken[slot]!;
    if (day >= 0) result.personDays[day]!++;
    for (let i = model.usages.start[usage]!; i < model.usages.start[usage + 1]!; i++)
      result.capacities[model.usages.items[i]!]!++;
    for (let i = model.caseKits.start[c]!; i < model.caseKits.start[c + 1]!; i++)
      this.takeKit(list, model.caseKits.items[i]!);
  }

  private takeKit(list: number, kit: number): void {
    if (this.kitSeen[kit]) return;
    this.kitSeen[kit] = 1;
    const { start, items } = this.model.kitUsage;
    const row = list * this.model.kits + kit;
    for (let i = start[row]!; i < start[row + 1]!; i++) this.result.capacities[items[i]!]!++;
  }
}

/** Points at which the prices value all there is: every case once, every unit of every capacity, and so on. */
export function priceOfEverything(model: Model, prices: Prices): number {
  let sum = -prices.keep[0]! * model.keepAtLeast;
  for (const price of prices.cases) sum += price;
  for (const price of prices.personDays) sum += price;
  prices.capacities.forEach((price, at) => (sum += price * model.quantity[at]!));
  prices.reserves.forEach((price, at) => (sum += price * model.reserveMinutes[at]!));
  return sum;
}
