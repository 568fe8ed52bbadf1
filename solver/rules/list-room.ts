import type { Model } from "../model";
import type { Room } from "../room";
import type { Tally } from "./rule";

/**
 * The slots of each list as they come and go, with their sums: max-cases, minutes-fit and overrun are one question to the
 * list's room.
 */
export class ListRoomTally implements Tally {
  /** Slots by list, in the order in which they came. */
  readonly slots: number[][];
  private readonly means: Float64Array;
  private readonly variances: Float64Array;

  /** `rooms`: what fits into each list. */
  constructor(
    private readonly model: Model,
    private readonly rooms: readonly Room[],
  ) {
    this.slots = rooms.map(() => []);
    this.means = new Float64Array(rooms.length);
    this.variances = new Float64Array(rooms.length);
  }

  allows(slot: number): boolean {
    const [list, c] = [this.model.slotList[slot]!, this.model.slotCase[slot]!];
    const mean = this.means[list]! + this.model.mean[c]!;
    const variance = this.variances[list]! + this.model.variance[c]!;
    return this.rooms[list]!.fits(this.slots[list]!.length + 1, mean, variance);
  }

  add(slot: number): void {
    const list = this.model.slotList[slot]!;
    this.slots[list]!.push(slot);
    this.sum(list);
  }

  remove(slot: number): void {
    const list = this.model.slotList[slot]!;
    const held = this.slots[list]!;
    // The same as splice, which makes an array of what it removes.
    for (let at = held.lastIndexOf(slot) + 1; at < held.length; at++) held[at - 1] = held[at]!;
    held.pop();
    this.sum(list);
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
}
