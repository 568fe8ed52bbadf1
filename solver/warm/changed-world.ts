import { candidatesAt, consider } from "../candidates";
import { chargeSlots, searchPoints } from "../charges";
import { unconsidered } from "../coverage";
import { copyStates, type ListStates } from "../list-states";
import type { Model } from "../model";
import type { Problem } from "../problem";
import type { Prices } from "../prices";
import type { Pricing } from "../pricing";
import { relax, relaxAgain, type Relaxation } from "../relaxation";
import type { World } from "../world";
import { changedModel } from "./changed-model";
import type { Standing } from "./standing";

/** A changed problem's model and rooms, and the lists' states to go on from. */
export interface Changed {
  problem: Problem;
  model: Model;
  relaxation: Relaxation;
  states: ListStates;
}

/** The standing model with a change made; only what the change touches is worked out anew. */
export function changedFrom(
  { world, states: before }: Standing,
  problem: Problem,
  banned: readonly number[],
): Changed {
  const model = changedModel(world.model, problem, banned);
  const states = copyStates(before);
  if (model.overrunProbabilityMax !== world.model.overrunProbabilityMax) {
    const relaxation = relax(model);
    relaxation.slabs.forEach((_, list) => forget(states, relaxation, list));
    return { problem, model, relaxation, states };
  }
  const lists = otherRooms(world.model, model);
  const relaxation = relaxAgain(model, world.relaxation, lists);
  for (const list of lists) forget(states, relaxation, list);
  return { problem, model, relaxation, states };
}

/** Lists that hold more or less than before. */
export function otherRooms(before: Model, now: Model): number[] {
  const { length, maxCases, overrunProbabilityMax } = before;
  return Array.from(length.keys()).filter(
    (list) =>
      overrunProbabilityMax !== now.overrunProbabilityMax ||
      length[list] !== now.length[list] ||
      maxCases[list] !== now.maxCases[list],
  );
}

/** A list with other slabs is priced as if for the first time. */
function forget(states: ListStates, { slabs }: Relaxation, list: number): void {
  states.slabAt[list] = slabs[list]!.length >> 1;
  states.margin[list] = Infinity;
}

/** The world of a search in a changed problem: candidates and charges of the lists given are made anew. */
export function changedWorld(
  { world }: Standing,
  { model, relaxation }: Changed,
  pricing: Pricing,
  prices: Prices,
  lists: Iterable<number>,
): World {
  const candidates = world.candidates.slice();
  const charges = {
    points: searchPoints(model),
    own: world.charges.own.slice(),
    shared: world.charges.shared.slice(),
  };
  pricing.setPrices(prices);
  const { states, loader } = pricing;
  const touched = Array.from(lists);
  for (const list of touched) consider(model, relaxation, pricing, list);
  const more = unconsidered(model, relaxation, { states, loader, prices });
  for (const list of touched) {
    candidates[list] = candidatesAt(model, relaxation, states, list, more[list]!);
    chargeSlots(charges, model, candidates[list], loader, prices);
  }
  return { ...world, model, relaxation, prices, candidates, charges };
}
