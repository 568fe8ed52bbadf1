import { Builder } from "../builder";
import { chainCases } from "../chains";
import { seldom, type Control } from "../control";
import { Draft } from "../draft";
import { exchangeCases } from "../exchanges";
import { Neighbours } from "../neighbours";
import type { Model } from "../prepare";
import { randomOf } from "../random";
import type { Relaxation } from "../relaxation";
import { Search } from "../search";
import { draftOf } from "../streams";
import type { World } from "../world";
import type { Reach } from "./reach";

/** Steps of the search for each list touched, and most of them in all. */
const STEPS_PER_LIST = 60;
const MOST_STEPS = 1200;
/** Minutes, at a list's mean points a minute, that a worse plan may lose at the first step. */
const HEAT = 1;
const SEED = 1;
/** Steps between two looks at the clock. */
const LOOK = 16;

/** What is left of a plan once pins are in and closed slots out: those of most points stay where not all can. */
export function keepable(model: Model, relaxation: Relaxation, plan: readonly number[]): number[] {
  const draft = new Draft(model, relaxation.rooms);
  for (const slot of model.pinned) draft.put(slot);
  const { slotPoints } = model;
  const byPoints = [...plan].sort((a, b) => slotPoints[b]! - slotPoints[a]! || a - b);
  for (const slot of byPoints) draft.tryAdd(slot);
  return draft.taken();
}

/** Rebuilds what a change touches, near the plan given; keeps the best. The number of steps follows from the change. */
export function searchNear(world: World, plan: readonly number[], reach: Reach, control: Control): number[] {
  if (reach.touched.size === 0) return [...plan];
  const { model, relaxation, candidates, prices, charges, blocks, scarce } = world;
  const draft = draftOf(world, plan);
  const builder = new Builder(model, relaxation, candidates, prices, charges, draft);
  const neighbours = new Neighbours(reach.near, blocks, candidates, scarce, reach.touched);
  const random = randomOf(SEED);
  const search = new Search(model, draft, builder, neighbours, random, model.keepAtLeast);
  const late = seldom(LOOK, () => control.late() || control.stopped());
  const steps = neighbours.count === 0 ? 0 : Math.min(MOST_STEPS, STEPS_PER_LIST * reach.touched.size);
  const lambda = candidates.reduce((sum, one) => sum + one.lambda, 0) / Math.max(1, candidates.length);
  for (let step = 0; step < steps && !late(); step++) search.step(HEAT * lambda * (1 - (step + 1) / steps));
  const found = chainCases(world, search.bestPlan, control, reach.touched);
  return exchangeCases(
    world,
    found,
    control,
    new Set([...reach.touched, ...changedLists(model, plan, found)]),
  );
}

/** Lists that do not hold in both plans what they hold in one. */
function changedLists({ slotList }: Model, before: readonly number[], now: readonly number[]): number[] {
  const [was, is] = [new Set(before), new Set(now)];
  const changed = [...before.filter((slot) => !is.has(slot)), ...now.filter((slot) => !was.has(slot))];
  return changed.map((slot) => slotList[slot]!);
}
