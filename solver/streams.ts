import { Builder } from "./builder";
import { Draft } from "./draft";
import { Neighbours } from "./neighbours";
import { withhold } from "./parts";
import type { Part } from "./parts";
import { randomOf } from "./random";
import { Search } from "./search";
import type { World } from "./world";

/** What one stream does in one round: steps on its part of the plan, while the other parts stand still. */
export interface Task {
  /** Slots of the whole plan. */
  plan: readonly number[];
  parts: readonly Part[];
  part: number;
  seed: number;
  steps: number;
  /** Points that a worse plan may lose (mean), at the first step and after the last. */
  heat: [from: number, to: number];
  /** Earlier slots that the part may give up. */
  mayMove: number;
}

/** What came of a task: the slots of its lists, and the steps done. */
export interface Found {
  slots: number[];
  steps: number;
}

/** Asked before every step whether time is out, and told the points of the best plan by then. */
export type Watched = (points: number) => boolean;

/** Carries a task out; `watched` ends it early. */
export function carryOut(world: World, task: Task, watched: Watched): Found {
  const { model, blocks, candidates } = world;
  const lists = task.parts[task.part]!.lists;
  const draft = draftOf(world, task.plan);
  const keepAtLeast = draft.kept - task.mayMove;
  withhold(model, blocks, draft, task.parts, task.part);
  const builder = new Builder(model, world.relaxation, candidates, world.prices, world.charges, draft);
  const neighbours = new Neighbours(lists, blocks, candidates, world.scarce);
  const search = new Search(model, draft, builder, neighbours, randomOf(task.seed), keepAtLeast);
  let step = 0;
  for (; step < task.steps && neighbours.count > 0 && !watched(search.best); step++) {
    const share = step / task.steps;
    search.step(task.heat[0] * (1 - share) + task.heat[1] * share);
  }
  const mine = new Uint8Array(model.length.length);
  for (const list of lists) mine[list] = 1;
  // A hot search is worth what it leads to: only at its end does the best plan count instead of the last.
  const slots = task.heat[1] > 0 && step === task.steps ? draft.taken() : search.bestPlan;
  return { slots: slots.filter((slot) => mine[model.slotList[slot]!]), steps: step };
}

/** A draft with these slots, which keep the rules together. */
export function draftOf({ model, relaxation }: World, plan: readonly number[]): Draft {
  const draft = new Draft(model, relaxation.rooms);
  for (const slot of plan) draft.put(slot);
  return draft;
}
