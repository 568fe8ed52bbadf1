import type { Model } from "./prepare";
import type { Pricing } from "./pricing";
import type { Prices } from "./prices";
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
 * Candidates of every list at the prices, earlier slots always among them where moves count. Slots of pins are left out:
 * they are always there.
 */
export function candidatesOf(
  model: Model,
  relaxation: Relaxation,
  pricing: Pricing,
  prices: Prices,
): Candidates[] {
  pricing.setPrices(prices);
  const pinned = new Set(model.pinned);
  return relaxation.slabs.map((_, list) => candidatesAt(model, relaxation, pricing, list, pinned));
}

/** Candidates of one list at the prices that `pricing` has. */
export function candidatesAt(
  model: Model,
  relaxation: Relaxation,
  pricing: Pricing,
  list: number,
  pinned: ReadonlySet<number>,
): Candidates {
  const worth = pricing.price(list);
  const slab = relaxation.slabs[list]![pricing.states.slabAt[list]!] ?? null;
  const first = model.listStart[list]!;
  const open = Array.from({ length: model.listStart[list + 1]! - first }, (_, i) => first + i);
  const losses = lossesOf(model, pricing, list, slab);
  const slots = open.filter((slot) => !pinned.has(slot) && !model.closed?.[slot]);
  slots.sort((a, b) => losses[a - first]! - losses[b - first]! || a - b);
  const asBefore =
    model.movePrice > 0 || model.keepAtLeast > 0
      ? slots.slice(MOST).filter((slot) => model.wasTaken[slot])
      : [];
  const best = Int32Array.from([...slots.slice(0, MOST), ...asBefore]).sort();
  const kits = kitsOf(model, list).slice(0, MOST_KITS);
  const kitBits = best.map((slot) => bitsOf(model, slot, kits));
  return {
    slots: best,
    kits,
    kitBits,
    slab,
    worth,
    lambda: pricing.states.lambda[list]!,
    charge: pricing.states.charge[list]!,
  };
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
    const kits = loader.bitsOf(c);
    if (slab === null) losses[i] = -gain;
    else {
      const weight = model.mean[c]! * slab.perMean + slab.perCase + model.variance[c]! * slab.perVariance;
      losses[i] = Math.min(
        ...sets
          .filter((set) => (kits & ~set.kits) === 0)
          .map((set) => top - set.relaxed + Math.max(0, set.lambda * weight - gain)),
        top + Math.max(0, -gain),
      );
    }
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
