import type { Model } from "./prepare";
import { overrunProbability } from "./overrun";

/**
 * A plan under construction that keeps every coupling rule at every step. Slots are those of the model; a list's slots
 * stand in the order in which they came.
 */
export class Draft {
  readonly slots: number[][];
  /** Slot that holds a case, -1 when none does. */
  readonly slotOfCase: Int32Array;
  private readonly means: Float64Array;
  private readonly variances: Float64Array;
  private readonly used: Float64Array;
  private readonly reserved: Float64Array;
  private readonly kitCount: Int32Array;
  private readonly personDay: Uint8Array;
  /** Lists that clash with a list and hold cases. */
  private readonly clashing: Int32Array;

  /** `overrunMax`: the largest probability of overrun that this plan accepts. */
  constructor(
    readonly model: Model,
    private readonly overrunMax: number,
  ) {
    const lists = model.length.length;
    this.slots = Array.from({ length: lists }, () => []);
    this.slotOfCase = new Int32Array(model.mean.length).fill(-1);
    this.means = new Float64Array(lists);
    this.variances = new Float64Array(lists);
    this.used = new Float64Array(model.quantity.length);
    this.reserved = new Float64Array(model.reserveMinutes.length);
    this.kitCount = new Int32Array(lists * model.kits);
    this.personDay = new Uint8Array(model.personDays);
    this.clashing = new Int32Array(lists);
  }

  /** Takes the slot when every rule still holds with it; says whether it did. */
  tryAdd(slot: number): boolean {
    const { model } = this;
    const list = model.slotList[slot]!;
    const day = model.slotPersonDay[slot]!;
    if (this.slotOfCase[model.slotCase[slot]!] !== -1 || (day >= 0 && this.personDay[day])) return false;
    if (this.slots[list]!.length === 0 && this.clashing[list]! > 0) return false;
    if (!this.holds(list, model.slotCase[slot]!) || !this.keepsReserves(list, slot)) return false;
    const kept = this.take(slot, list);
    if (!kept) this.release(slot, list);
    else this.place(slot, list, day);
    return kept;
  }

  /** Frees a slot that is taken. */
  remove(slot: number): void {
    const { model } = this;
    const list = model.slotList[slot]!;
    const held = this.slots[list]!;
    held.splice(held.indexOf(slot), 1);
    this.slotOfCase[model.slotCase[slot]!] = -1;
    if (model.slotPersonDay[slot]! >= 0) this.personDay[model.slotPersonDay[slot]!] = 0;
    this.release(slot, list);
    this.sum(list);
    this.reserve(list, -this.minutesOf(slot, held.length === 0));
    if (held.length === 0) this.tellClashing(list, -1);
  }

  /** Every slot taken, by list. */
  taken(): number[] {
    return this.slots.flat();
  }

  private place(slot: number, list: number, day: number): void {
    const { model } = this;
    this.reserve(list, this.minutesOf(slot, this.slots[list]!.length === 0));
    if (this.slots[list]!.length === 0) this.tellClashing(list, 1);
    this.slots[list]!.push(slot);
    this.slotOfCase[model.slotCase[slot]!] = slot;
    if (day >= 0) this.personDay[day] = 1;
    this.sum(list);
  }

  /** Minutes that a slot adds to its list's planned minutes. */
  private minutesOf(slot: number, first: boolean): number {
    const { mean, turnaround, slotCase, slotList } = this.model;
    return mean[slotCase[slot]!]! + (first ? 0 : turnaround[slotList[slot]!]!);
  }

  private holds(list: number, added: number): boolean {
    const { mean, variance, length, turnaround, maxCases } = this.model;
    const cases = this.slots[list]!.length + 1;
    if (cases > maxCases[list]!) return false;
    if (cases === 1) return true;
    const minutes = length[list]! - turnaround[list]! * (cases - 1);
    const total = this.means[list]! + mean[added]!;
    if (total > minutes) return false;
    return overrunProbability(minutes, total, this.variances[list]! + variance[added]!) <= this.overrunMax;
  }

  private keepsReserves(list: number, slot: number): boolean {
    const { start, items } = this.model.listReserves;
    const minutes = this.minutesOf(slot, this.slots[list]!.length === 0);
    for (let i = start[list]!; i < start[list + 1]!; i++)
      if (this.reserved[items[i]!]! + minutes > this.model.reserveMinutes[items[i]!]!) return false;
    return true;
  }

  /** Takes the slot's units of capacity, its kits' included; says whether all are within their quantity. */
  private take(slot: number, list: number): boolean {
    const { usages, slotUsage, caseKits, slotCase } = this.model;
    const [usage, c] = [slotUsage[slot]!, slotCase[slot]!];
    let kept = true;
    for (let i = usages.start[usage]!; i < usages.start[usage + 1]!; i++)
      kept = this.count(usages.items[i]!, 1) && kept;
    for (let i = caseKits.start[c]!; i < caseKits.start[c + 1]!; i++) {
      const row = list * this.model.kits + caseKits.items[i]!;
      if (this.kitCount[row]!++ === 0) kept = this.countKit(row, 1) && kept;
    }
    return kept;
  }

  private release(slot: number, list: number): void {
    const { usages, slotUsage, caseKits, slotCase } = this.model;
    const [usage, c] = [slotUsage[slot]!, slotCase[slot]!];
    for (let i = usages.start[usage]!; i < usages.start[usage + 1]!; i++) this.count(usages.items[i]!, -1);
    for (let i = caseKits.start[c]!; i < caseKits.start[c + 1]!; i++) {
      const row = list * this.model.kits + caseKits.items[i]!;
      if (--this.kitCount[row]! === 0) this.countKit(row, -1);
    }
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

  /** Sums afresh, so that no rounding error gathers over a long search. */
  private sum(list: number): void {
    let [mean, variance] = [0, 0];
    for (const slot of this.slots[list]!) {
      mean += this.model.mean[this.model.slotCase[slot]!]!;
      variance += this.model.variance[this.model.slotCase[slot]!]!;
    }
    this.means[list] = mean;
    this.variances[list] = variance;
  }

  private reserve(list: number, minutes: number): void {
    const { start, items } = this.model.listReserves;
    for (let i = start[list]!; i < start[list + 1]!; i++) this.reserved[items[i]!]! += minutes;
  }

  private tellClashing(list: number, change: number): void {
    const { start, items } = this.model.listClashes;
    for (let i = start[list]!; i < start[list + 1]!; i++) this.clashing[items[i]!]! += change;
  }
}
