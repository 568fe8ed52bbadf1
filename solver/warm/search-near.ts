import { Builder } from "../builder";
import { chainCases } from "../chains";
import { seldom, type Control } from "../control";
import { Draft } from "../draft";
import { exchangeCases } from "../exchanges";
import { Neighbours } from "../neighbours";
import type { Model } from "../model";
import { pointsOf } from "../plan-points";
import { randomOf } from "../random";
import type { Relaxation } from "../relaxation";
import { Search } from "../search";
import { meanLambda } from "../search-phase";
import { draftOf } from "../streams";
import type { World } from "../world";
import type { Reach } from "./reach";
import { turnBack } from "./turn-back";

/** Steps of the search for any change and for each list touched, and most of them by number of lists. */
const STEPS = 300;
const STEPS_PER_LIST = 60;
const MOST_STEPS: [lists: number, steps: number][] = [
  [80, 900],
  [0, 1500],
];
/** Minutes, at a list's mean points a minute, that a worse plan may lose at the first step. */
const HEAT = 1;
/** Minutes, likewise, that a case is worth more in the list in which it stands. */
const STAY = 1;
/** Minutes, likewise, by which a plan with cases gone elsewhere must be better to be searched from. */
const ELSEWHERE = 120;
const SEED = 1;
/** Steps between two looks at the clock. */
const LOOK = 16;

/** What is left of a plan once pins are in and closed slots out: those of most points stay where not all can. */
export function keepable(model: Model, relaxation: Relaxation, plan: readonly number[]): number[] {
  return kept(model, relaxation, plan, () => []);
}

/**
 * Where to search from: what is left of a plan, or, if that has clearly more points, what is left once cases that cannot
 * stay have gone elsewhere before those of fewer points were put back. Who holds what such a case needs makes way, on
 * whatever list.
 */
export function startOf(world: World, plan: readonly number[], left: number[]): number[] {
  const { model, relaxation } = world;
  const { slotPoints, slotCase, caseSlots } = model;
  const stays = new Set(left);
  const elsewhere = (slot: number) => {
    if (stays.has(slot)) return [];
    const c = slotCase[slot]!;
    const slots = caseSlots.items.slice(caseSlots.start[c], caseSlots.start[c + 1]);
    return Array.from(slots).sort((a, b) => slotPoints[b]! - slotPoints[a]! || a - b);
  };
  const moved = kept(model, relaxation, plan, elsewhere);
  return pointsOf(model, moved, slotPoints) >
    pointsOf(model, left, slotPoints) + ELSEWHERE * meanLambda(world)
    ? moved
    : left;
}

function kept(
  model: Model,
  relaxation: Relaxation,
  plan: readonly number[],
  elsewhere: (slot: number) => readonly number[],
): number[] {
  const draft = new Draft(model, relaxation.rooms);
  for (const slot of model.pinned) draft.put(slot);
  const { slotPoints } = model;
  const byPoints = [...plan].sort((a, b) => slotPoints[b]! - slotPoints[a]! || a - b);
  for (const slot of byPoints) if (!draft.tryAdd(slot)) elsewhere(slot).some((other) => draft.tryAdd(other));
  return draft.taken();
}

/**
 * Rebuilds what a change touches, near the plan given; what brings next to nothing is left as it was. The number of steps
 * follows from the change.
 */
export function searchNear(world: World, plan: readonly number[], reach: Reach, control: Control): number[] {
  if (reach.touched.size === 0) return [...plan];
  const { model } = world;
  const lambda = meanLambda(world);
  const calm = staying(world, plan, STAY * lambda);
  const searched = turnBack(calm, plan, search(calm, plan, reach, lambda, control));
  const found = chainCases(calm, searched, control, reach.touched);
  const lists = new Set([...reach.touched, ...changedLists(model, plan, found)]);
  return turnBack(world, plan, exchangeCases(world, found, control, lists));
}

/** The same world, in which each slot of a plan is worth so many points more. */
function staying(world: World, plan: readonly number[], worth: number): World {
  const points = world.charges.points.slice();
  for (const slot of plan) points[slot]! += worth;
  return { ...world, charges: { ...world.charges, points } };
}

function search(
  world: World,
  plan: readonly number[],
  { touched, near }: Reach,
  lambda: number,
  control: Control,
): number[] {
  const { model, relaxation, candidates, prices, charges, blocks, scarce } = world;
  const draft = draftOf(world, plan);
  const builder = new Builder(model, relaxation, candidates, prices, charges, draft);
  const neighbours = new Neighbours(near, blocks, candidates, scarce, touched);
  const searching = new Search(model, draft, builder, neighbours, randomOf(SEED), model.keepAtLeast);
  const late = seldom(LOOK, () => control.late() || control.stopped());
  const most = MOST_STEPS.find(([lists]) => candidates.length >= lists)![1];
  const planned = Math.min(most, STEPS + STEPS_PER_LIST * touched.size);
  const steps = neighbours.count === 0 ? 0 : planned;
  for (let step = 0; step < steps && !late(); step++)
    searching.step(HEAT * lambda * (1 - (step + 1) / steps));
  return searching.bestPlan;
}

/** Lists that do not hold in both plans what they hold in one. */
function changedLists({ slotList }: Model, before: readonly number[], now: readonly number[]): number[] {
  const [was, is] = [new Set(before), new Set(now)];
  const changed = [...before.filter((slot) => !is.has(slot)), ...now.filter((slot) => !was.has(slot))];
  return changed.map((slot) => slotList[slot]!);
}
