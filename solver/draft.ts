import type { Model } from "./prepare";
import type { Room } from "./room";

/** Mark of a case that is not to be placed here. */
const WITHHELD = -2;

/**
 * A plan under construction that keeps every coupling rule at every step. Slots are those of the model; a list's slots
 * stand in the order in which they came.
 */
export class Draft {
  readonly slots: number[][];
  /** Slot that holds a case, -1 when none does, another number below 0 when none may. */
  readonly slotOfCase: Int32Array;
  /** Units taken of each capacity, and planned minutes of each reserve. */
  readonly used: Float64Array;
  readonly reserved: Float64Array;
  /** Cases of list l that need kit k, at l * kits + k. */
  readonly kitCount: Int32Array;
  /** Lists that clash with a list and hold cases. */
  readonly clashing: Int32Array;
  /** Earlier slots that are taken. */
  kept = 0;
  private readonly means: Float64Array;
  private readonly variances: Float64Array;
  private readonly personDay: Uint8Array;

  /** `rooms`: what fits into each list. */
  constructor(
    readonly model: Model,
    private readonly rooms: readonly Room[],
  ) {
    const lists = rooms.length;
    this.slots = rooms.map(() => []);
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
    return this.fits(slot, this.model.slotList[slot]!) && this.tryShared(slot);
  }

  /** Takes all these slots of one list, known to fit into it together, when what lists share allows it; or none. */
  tryAll(slots: readonly number[]): boolean {
    for (const [at, slot] of slots.entries())
      if (!this.tryShared(slot)) {
        for (const taken of slots.slice(0, at).reverse()) this.remove(taken);
        return false;
      }
    return true;
  }

  /** Takes the slot when every rule beside the list's own room holds with it. */
  private tryShared(slot: number): boolean {
    const { model } = this;
    const list = model.slotList[slot]!;
    const day = model.slotPersonDay[slot]!;
    if (this.slotOfCase[model.slotCase[slot]!] !== -1 || (day >= 0 && this.personDay[day])) return false;
    if (this.slots[list]!.length === 0 && this.clashing[list]! > 0) return false;
    if (!this.keepsReserves(slot, list)) return false;
    const kept = this.take(slot, list, 1);
    this.take(slot, list, -1);
    if (kept) this.put(slot);
    return kept;
  }

  /** Takes a slot that is known to break no rule. */
  put(slot: number): void {
    const { model } = this;
    const list = model.slotList[slot]!;
    const held = this.slots[list]!;
    this.take(slot, list, 1);
    this.reserve(list, this.minutesOf(slot, held.length === 0));
    if (held.length === 0) this.tellClashing(list, 1);
    held.push(slot);
    this.slotOfCase[model.slotCase[slot]!] = slot;
    if (model.slotPersonDay[slot]! >= 0) this.personDay[model.slotPersonDay[slot]!] = 1;
    this.kept += model.wasTaken[slot]!;
    this.sum(list);
  }

  /** Frees a slot that is taken. */
  remove(slot: number): void {
    const { model } = this;
    const list = model.slotList[slot]!;
    const held = this.slots[list]!;
    held.splice(held.lastIndexOf(slot), 1);
    this.slotOfCase[model.slotCase[slot]!] = -1;
    if (model.slotPersonDay[slot]! >= 0) this.personDay[model.slotPersonDay[slot]!] = 0;
    this.take(slot, list, -1);
    this.reserve(list, -this.minutesOf(slot, held.length === 0));
    if (held.length === 0) this.tellClashing(list, -1);
    this.kept -= model.wasTaken[slot]!;
    this.sum(list);
  }

  /** Makes a case that has no place unavailable. */
  withhold(c: number): void {
    this.slotOfCase[c] = WITHHELD;
  }

  /** Every slot taken, by list. */
  taken(): number[] {
    return this.slots.flat();
  }

  /** Minutes that a slot adds to its list's planned minutes. */
  private minutesOf(slot: number, first: boolean): number {
    const { mean, turnaround, slotCase, slotList } = this.model;
    return mean[slotCase[slot]!]! + (first ? 0 : turnaround[slotList[slot]!]!);
  }

  private fits(slot: number, list: number): boolean {
    const c = this.model.slotCase[slot]!;
    const mean = this.means[list]! + this.model.mean[c]!;
    const variance = this.variances[list]! + this.model.variance[c]!;
    return this.rooms[list]!.fits(this.slots[list]!.length + 1, mean, variance);
  }

  private keepsReserves(slot: number, list: number): boolean {
    const { start, items } = this.model.listReserves;
    if (start[list] === start[list + 1]) return true;
    const minutes = this.minutesOf(slot, this.slots[list]!.length === 0);
    for (let i = start[list]!; i < start[list + 1]!; i++)
      if (this.reserved[items[i]!]! + minutes > this.model.reserveMinutes[items[i]!]!) return false;
    return true;
  }

  /** Takes (1) or gives back (-1) a slot's units of capacity, its kits' included; says whether all are within quantity. */
  private take(slot: number, list: number, change: number): boolean {
    const { usages, slotUsage, caseKits, slotCase } = this.model;
    const [usage, c] = [slotUsage[slot]!, slotCase[slot]!];
    let kept = true;
    for (let i = usages.start[usage]!; i < usages.start[usage + 1]!; i++)
      kept = this.count(usages.items[i]!, change) && kept;
    for (let i = caseKits.start[c]!; i < caseKits.start[c + 1]!; i++) {
      const row = list * this.model.kits + caseKits.items[i]!;
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
