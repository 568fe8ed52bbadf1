import type { Model } from "./model";
import type { Room } from "./room";
import { CapacityTally } from "./rules/capacity";
import { ListRoomTally } from "./rules/list-room";
import { KeptTally } from "./rules/moves";
import { OnceTally } from "./rules/once";
import { OverlapTally } from "./rules/operator-overlap";
import { PersonDayTally } from "./rules/person-a-day";
import { ReserveTally } from "./rules/reserve";

/**
 * A plan under construction that keeps every coupling rule at every step, by the tally of each. Slots are those of the
 * model; a list's slots stand in the order in which they came.
 */
export class Draft {
  readonly slots: readonly number[][];
  /** Slot that holds a case, -1 when none does, another number below 0 when none may. */
  readonly slotOfCase: Int32Array;
  /** Units taken of each capacity, and planned minutes of each reserve. */
  readonly used: Float64Array;
  readonly reserved: Float64Array;
  /** Cases of list l that need kit k, at l * kits + k. */
  readonly kitCount: Int32Array;
  /** Lists that clash with a list and hold cases. */
  readonly clashing: Int32Array;
  private readonly room: ListRoomTally;
  private readonly once: OnceTally;
  private readonly personDays: PersonDayTally;
  private readonly overlaps: OverlapTally;
  private readonly reserves: ReserveTally;
  private readonly capacities: CapacityTally;
  private readonly earlier: KeptTally;

  /** `rooms`: what fits into each list. */
  constructor(
    readonly model: Model,
    rooms: readonly Room[],
  ) {
    this.room = new ListRoomTally(model, rooms);
    this.once = new OnceTally(model);
    this.personDays = new PersonDayTally(model);
    this.overlaps = new OverlapTally(model);
    this.reserves = new ReserveTally(model);
    this.capacities = new CapacityTally(model);
    this.earlier = new KeptTally(model);
    this.slots = this.room.slots;
    this.slotOfCase = this.once.slotOfCase;
    this.used = this.capacities.used;
    this.reserved = this.reserves.minutes;
    this.kitCount = this.capacities.kitCount;
    this.clashing = this.overlaps.clashing;
  }

  /** Earlier slots that are taken. */
  get kept(): number {
    return this.earlier.count;
  }

  /** Takes the slot when every rule still holds with it; says whether it did. */
  tryAdd(slot: number): boolean {
    return this.room.allows(slot) && this.tryShared(slot);
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
    const allowed =
      !this.model.closed?.[slot] &&
      this.once.allows(slot) &&
      this.personDays.allows(slot) &&
      this.overlaps.allows(slot) &&
      this.reserves.allows(slot) &&
      this.capacities.allows(slot);
    if (allowed) this.put(slot);
    return allowed;
  }

  /** Takes a slot that is known to break no rule. */
  put(slot: number): void {
    this.capacities.add(slot);
    this.reserves.add(slot);
    this.overlaps.add(slot);
    this.once.add(slot);
    this.personDays.add(slot);
    this.earlier.add(slot);
    this.room.add(slot);
  }

  /** Frees a slot that is taken. */
  remove(slot: number): void {
    this.room.remove(slot);
    this.once.remove(slot);
    this.personDays.remove(slot);
    this.capacities.remove(slot);
    this.reserves.remove(slot);
    this.overlaps.remove(slot);
    this.earlier.remove(slot);
  }

  /** Makes a case that has no place unavailable. */
  withhold(c: number): void {
    this.once.withhold(c);
  }

  /** Every slot taken, by list. */
  taken(): number[] {
    return this.slots.flat();
  }
}
