import type { Model } from "./model";
import type { Relaxation } from "./relaxation";

/**
 * What is known of every list from the last time it was priced, in memory that threads can share: whoever prices a list
 * next goes on from there. By list, unless said otherwise.
 */
export interface ListStates {
  /** Slab of the last choice, and points of a unit of its weight at the edge of what fits. */
  slabAt: Int32Array;
  lambda: Float64Array;
  /** Points that a case is charged where the list's number of cases binds. */
  charge: Float64Array;
  /** How far items may lose at the edge and still be looked at first. */
  margin: Float64Array;
  /** 1 where a list is priced with fine weights. */
  fine: Uint8Array;
  /** Slots of the last choice, from the list's first slot on; their number; and by slot, 1 for each of them. */
  last: Int32Array;
  lastCount: Int32Array;
  inLast: Uint8Array;
  /** Number of slots of `last` that the list takes: all, or none where it is worth nothing. */
  taken: Int32Array;
  /** Slots that the search considers for a list (candidates.ts), from the list's first slot on, and their number. */
  considered: Int32Array;
  consideredCount: Int32Array;
  /** Points of the choice; the estimate and the ceiling at the prices of the last bound. */
  worth: Float64Array;
  estimates: Float64Array;
  ceilings: Float64Array;
}

/** States of lists that were never priced. */
export function listStates(model: Model, relaxation: Relaxation): ListStates {
  const lists = model.length.length;
  const slots = model.slotCase.length;
  const states: ListStates = {
    slabAt: wholes(lists),
    lambda: reals(lists),
    charge: reals(lists),
    margin: reals(lists).fill(Infinity),
    fine: new Uint8Array(new SharedArrayBuffer(lists)),
    last: wholes(slots),
    lastCount: wholes(lists),
    inLast: new Uint8Array(new SharedArrayBuffer(slots)),
    taken: wholes(lists),
    considered: wholes(slots),
    consideredCount: wholes(lists),
    worth: reals(lists),
    estimates: reals(lists),
    ceilings: reals(lists),
  };
  relaxation.slabs.forEach((slabs, list) => (states.slabAt[list] = slabs.length >> 1));
  return states;
}

/** The same states in memory of this thread alone. */
export function copyStates(states: ListStates): ListStates {
  const copied = Object.entries(states).map(([name, values]) => [name, (values as Float64Array).slice()]);
  return Object.fromEntries(copied) as ListStates;
}

/** Whole numbers that threads can share. */
export function wholes(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * count));
}

/** Numbers that threads can share. */
export function reals(count: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * count));
}
