import type { ListStates } from "./list-states";
import type { Model } from "./model";
import type { Pricing } from "./pricing";
import type { Relaxation } from "./relaxation";
import type { Slab } from "./slabs";

/** Most slots of a list that the search considers. */
const MOST = 80;
/** Most kits of a list that the search charges and counts; others are left to the plan's own check. */
const MOST_KITS = 30;

/** What the search may put into one list: the slots that lose least at the prices. */
export interface Candidates {
  slots: Int32Array;
  /** Kits that take capacity in this list, by bit, and the bits that each slot needs. */
  kits: number[];
  kitBits: Int32Array;
  slab: Slab | null;
  /** Points that a choice of this list reaches at the prices, and those of a unit of weight at its edge. */
  worth: number;
  lambda: number;
  /** Points that a case is charged where the number of cases binds. */
  charge: number;
}

/**
 * Prices a list once more and writes down which slots the search is to consider: those that lose least, and earlier ones
 * where moves count. Slots of pins are left out: they are always there.
 */
export function consider(model: Model, relaxation: Relaxation, pricing: Pricing, list: number): void {
  const { states } = pricing;
  pricing.price(list);
  const slab = relaxation.slabs[list]![states.slabAt[list]!] ?? null;
  const best = leastLosing(model, list, lossesOf(model, pricing, list, slab));
  states.considered.set(best, model.listStart[list]!);
  states.consideredCount[list] = best.length;
}

/** What may be put into a list: what was considered last, and `more`. */
export function candidatesAt(
  model: Model,
  relaxation: Relaxation,
  states: ListStates,
  list: number,
  more: readonly number[],
): Candidates {
  const first = model.listStart[list]!;
  const considered = states.considered.subarray(first, first + states.consideredCount[list]!);
  const slots = Int32Array.from([...considered, ...more]).sort();
  const kits = kitsOf(model, list).slice(0, MOST_KITS);
  return {
    slots,
    kits,
    kitBits: slots.map((slot) => bitsOf(model, slot, kits)),
    slab: relaxation.slabs[list]![states.slabAt[list]!] ?? null,
    worth: states.worth[list]!,
    lambda: states.lambda[list]!,
    charge: states.charge[list]!,
  };
}

/** The `MOST` slots of a list that lose least, the first of equals, and earlier ones where those count; in their order. */
function leastLosing(model: Model, list: number, losses: Float64Array): Int32Array {
  const first = model.listStart[list]!;
  const { start, items } = model.pinnedOf;
  const pinned = items.subarray(start[list], start[list + 1]);
  const may = (slot: number) => !pinned.includes(slot) && !model.closed?.[slot];
  const known = losses.filter((_, at) => may(first + at)).sort();
  const limit = known[MOST - 1] ?? Infinity;
  let equals = MOST - known.findLastIndex((loss, at) => at < MOST && loss < limit) - 1;
  const earlierCount = model.movePrice > 0 || model.keepAtLeast > 0;
  const best: number[] = [];
  losses.forEach((loss, at) => {
    const slot = first + at;
    if (!may(slot)) return;
    const least = loss < limit || (loss === limit && equals-- > 0);
    if (least || (earlierCount && model.wasTaken[slot])) best.push(slot);
  });
  return Int32Array.from(best);
}

/** By slot of a list: points that its best relaxed choice loses when the slot is forced into it. */
export function lossesOf(model: Model, pricing: Pricing, list: number, slab: Slab | null): Float64Array {
  const { loader } = pricing;
  const losses = new Float64Array(model.listStart[list + 1]! - model.listStart[list]!);
  const sets = slab === null ? [] : pricing.relaxedSets(list, slab);
  const top = Math.max(0, ...sets.map((set) => set.relaxed));
  for (let i = 0; i < losses.length; i++) {
    const slot = model.listStart[list]! + i;
    const c = model.slotCase[slot]!;
    const gain = loader.gainOf(slot);
    if (slab === null) {
      losses[i] = -gain;
      continue;
    }
    const kits = loader.bitsOf(c);
    const weight = model.mean[c]! * slab.perMean + slab.perCase + model.variance[c]! * slab.perVariance;
    let loss = top + Math.max(0, -gain);
    for (const set of sets)
      if ((kits & ~set.kits) === 0)
        loss = Math.min(loss, top - set.relaxed + Math.max(0, set.lambda * weight - gain));
    losses[i] = loss;
  }
  return losses;
}

function kitsOf(model: Model, list: number): number[] {
  const { start } = model.kitUsage;
  const row = list * model.kits;
  return Array.from({ length: model.kits }, (_, kit) => kit).filter(
    (kit) => start[row + kit + 1]! > start[row + kit]!,
  );
}

function bitsOf(model: Model, slot: number, kits: readonly number[]): number {
  const { start, items } = model.caseKits;
  const c = model.slotCase[slot]!;
  let bits = 0;
  for (let i = start[c]!; i < start[c + 1]!; i++)
    if (kits.includes(items[i]!)) bits |= 1 << kits.indexOf(items[i]!);
  return bits;
}
