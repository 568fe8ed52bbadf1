import type { Blocks } from "./blocks";
import { Builder } from "./builder";
import type { Candidates } from "./candidates";
import type { Charges } from "./charges";
import { Draft } from "./draft";
import { Neighbours } from "./neighbours";
import type { Scarce } from "./neighbours";
import { withhold } from "./parts";
import type { Part } from "./parts";
import type { Model } from "./prepare";
import type { Prices } from "./prices";
import { randomOf } from "./random";
import type { Relaxation } from "./relaxation";
import { Search } from "./search";

/** All that streams share and none changes. */
export interface World {
  model: Model;
  relaxation: Relaxation;
  blocks: Blocks;
  prices: Prices;
  candidates: readonly Candidates[];
  charges: Charges;
  scarce: Scarce;
}

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

/** Carries a task out; the slots of its lists. `late`, asked now and then, ends it early. */
export function carryOut(world: World, task: Task, late: () => boolean): { slots: number[]; steps: number } {
  const { model, blocks, candidates } = world;
  const lists = task.parts[task.part]!.lists;
  const draft = draftOf(world, task.plan);
  const keepAtLeast = draft.kept - task.mayMove;
  withhold(model, blocks, draft, task.parts, task.part);
  const builder = new Builder(model, world.relaxation, candidates, world.prices, world.charges, draft);
  const neighbours = new Neighbours(lists, blocks, candidates, world.scarce);
  const search = new Search(model, draft, builder, neighbours, randomOf(task.seed), keepAtLeast);
  let step = 0;
  for (; step < task.steps && neighbours.count > 0 && !late(); step++) {
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
