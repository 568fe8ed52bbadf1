import type { Control } from "./control";
import type { Draft } from "./draft";
import type { Room } from "./room";
import { draftOf } from "./streams";
import type { World } from "./world";

/** Gains below this are rounding. */
const LEAST_GAIN = 1e-6;
/** Slots tried between two looks at the clock. */
const LOOK = 4096;

/** One case of a list that may make way, and the points that it takes with it. */
interface Removable {
  slot: number;
  points: number;
  mean: number;
  variance: number;
}

/**
 * Raises a plan by single exchanges until none is left that would: a case comes into a list, from nowhere or from another
 * list, and nobody, one or two cases of that list make way. Ends early when time is out. `lists`: those that cases may
 * come into; null: all.
 */
export function exchangeCases(
  world: World,
  plan: readonly number[],
  control: Control,
  lists: ReadonlySet<number> | null = null,
): number[] {
  const draft = draftOf(world, plan);
  const exchanges = new Exchanges(world, draft);
  const { listStart, length } = world.model;
  for (let [raised, tried] = [true, 0]; raised;) {
    raised = false;
    for (const list of lists ?? length.keys())
      for (let slot = listStart[list]!; slot < listStart[list + 1]!; slot++) {
        if (tried++ % LOOK === 0 && (control.late() || control.stopped())) return draft.taken();
        raised = exchanges.tryInto(slot) || raised;
      }
  }
  return draft.taken();
}

class Exchanges {
  private readonly pinned: Set<number>;
  private readonly room: readonly Room[];
  /** By list, its cases that may make way, of fewest points first; null: to be made. */
  private readonly removable: (Removable[] | null)[];

  constructor(
    private readonly world: World,
    private readonly draft: Draft,
  ) {
    this.pinned = new Set(world.model.pinned);
    this.room = world.relaxation.rooms;
    this.removable = this.room.map(() => null);
  }

  /** Brings the slot's case into its list when that raises the plan; says whether it did. */
  tryInto(slot: number): boolean {
    const { model } = this.world;
    const list = model.slotList[slot]!;
    const from = this.draft.slotOfCase[model.slotCase[slot]!]!;
    if (from < -1 || this.pinned.has(from) || (from >= 0 && model.slotList[from] === list)) return false;
    if (model.closed?.[slot]) return false;
    const gain = this.gainOf(slot, from);
    if (gain <= LEAST_GAIN) return false;
    if (this.exchange(slot, from, [])) return true;
    const held = this.removableOf(list);
    for (let one = 0; one < held.length && held[one]!.points < gain - LEAST_GAIN; one++) {
      if (this.exchange(slot, from, [held[one]!])) return true;
      for (let two = 0; two < one && held[one]!.points + held[two]!.points < gain - LEAST_GAIN; two++)
        if (this.exchange(slot, from, [held[one]!, held[two]!])) return true;
    }
    return false;
  }

  /** Points of the plan with the case in this slot, against those of its place now, if it has one. */
  private gainOf(slot: number, from: number): number {
    const { model, charges } = this.world;
    const turnaround = (list: number) => model.minuteWeight * model.turnaround[list]!;
    let gain = charges.points[slot]!;
    if (this.draft.slots[model.slotList[slot]!]!.length === 0) gain -= turnaround(model.slotList[slot]!);
    if (from < 0) return gain;
    const left = model.slotList[from]!;
    gain -= charges.points[from]!;
    return this.draft.slots[left]!.length === 1 ? gain + turnaround(left) : gain;
  }

  private exchange(slot: number, from: number, out: readonly Removable[]): boolean {
    if (!this.hasRoom(slot, out)) return false;
    const { draft, world } = this;
    const away = from >= 0 ? [from, ...out.map((each) => each.slot)] : out.map((each) => each.slot);
    for (const each of away) draft.remove(each);
    if (draft.tryAdd(slot)) {
      if (draft.kept >= world.model.keepAtLeast) return this.changed(slot, from);
      draft.remove(slot);
    }
    for (const each of away.reverse()) draft.put(each);
    return false;
  }

  private changed(slot: number, from: number): true {
    const { slotList } = this.world.model;
    this.removable[slotList[slot]!] = null;
    if (from >= 0) this.removable[slotList[from]!] = null;
    return true;
  }

  private hasRoom(slot: number, out: readonly Removable[]): boolean {
    const { model } = this.world;
    const list = model.slotList[slot]!;
    const held = this.draft.slots[list]!;
    let mean = model.mean[model.slotCase[slot]!]!;
    let variance = model.variance[model.slotCase[slot]!]!;
    for (const each of held) {
      mean += model.mean[model.slotCase[each]!]!;
      variance += model.variance[model.slotCase[each]!]!;
    }
    for (const each of out) {
      mean -= each.mean;
      variance -= each.variance;
    }
    return this.room[list]!.fits(held.length + 1 - out.length, mean, variance);
  }

  private removableOf(list: number): Removable[] {
    const known = this.removable[list];
    if (known) return known;
    const { model, charges } = this.world;
    const free = this.draft.slots[list]!.filter((slot) => !this.pinned.has(slot));
    const made = free.map((slot) => {
      const c = model.slotCase[slot]!;
      return { slot, points: charges.points[slot]!, mean: model.mean[c]!, variance: model.variance[c]! };
    });
    made.sort((a, b) => a.points - b.points || a.slot - b.slot);
    return (this.removable[list] = made);
  }
}
