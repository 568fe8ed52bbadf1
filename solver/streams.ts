import { Builder } from "./builder";
import { Draft } from "./draft";
import { Neighbours } from "./neighbours";
import { withhold } from "./parts";
import type { Part } from "./parts";
import { randomOf } from "./random";
import { Search } from "./search";
import { shortfalls } from "./shortfalls";
import type { World } from "./world";

/** Share of its groups that a stream begins with a list in proportion to its shortfall; the others with any list. */
const BY_SHORTFALL = 2 / 3;

/** What one stream does in one round: steps on its part of the plan, while the other parts stand still. */
export interface Task {
  /** Slots of the whole plan. */
  plan: readonly number[];
  parts: readonly Part[];
  part: number;
  seed: number;
  /** Seed by which unplaced cases are dealt: the same for all parts of the round. */
  deal: number;
  /** Most steps, and the effort (of the builder) after which no more are begun. */
  steps: number;
  effort: number;
  /** Points that a worse plan may lose (mean), at the first step and after the last. */
  heat: [from: number, to: number];
  /** Earlier slots that the part may give up. */
  mayMove: number;
}

/** What came of a task: the slots of its lists, the steps done and the effort that they took. */
export interface Found {
  slots: number[];
  steps: number;
  effort: number;
}

/** Asked before every step whether time is out, and told the points of the best plan by then. */
export type Watched = (points: number) => boolean;

/** Carries a task out; `watched` ends it early. */
export function carryOut(world: World, task: Task, watched: Watched): Found {
  const { model, blocks, candidates } = world;
  const lists = task.parts[task.part]!.lists;
  const draft = draftOf(world, task.plan);
  const keepAtLeast = draft.kept - task.mayMove;
  // A run of one part has one round, for which the shortfalls of its first plan would soon be out of date.
  const weights = task.parts.length > 1 ? weightsOf(world, draft, lists) : null;
  withhold(model, draft, task.parts, { part: task.part, seed: task.deal });
  const builder = new Builder(model, world.relaxation, candidates, world.prices, world.charges, draft);
  const neighbours = new Neighbours(lists, blocks, candidates, world.scarce, lists, weights);
  const search = new Search(model, draft, builder, neighbours, randomOf(task.seed), keepAtLeast);
  let step = 0;
  let stopped = false;
  while (step < task.steps && builder.effort < task.effort && neighbours.count > 0) {
    stopped = watched(search.best);
    if (stopped) break;
    const share = Math.max(step / task.steps, builder.effort / task.effort);
    search.step(task.heat[0] * (1 - share) + task.heat[1] * share);
    step++;
  }
  const mine = new Uint8Array(model.length.length);
  for (const list of lists) mine[list] = 1;
  // A hot search is worth what it leads to: only at its end does the best plan count instead of the last.
  const slots = task.heat[1] > 0 && !stopped ? draft.taken() : search.bestPlan;
  return { slots: slots.filter((slot) => mine[model.slotList[slot]!]), steps: step, effort: builder.effort };
}

/** How often groups begin with each list of a part: the gap is closed where lists fall short of their share of the bound. */
function weightsOf(world: World, draft: Draft, lists: Int32Array): Float64Array {
  const short = shortfalls(world, draft, lists);
  const mean = lists.reduce((sum, list) => sum + short[list]!, 0) / lists.length;
  return short.map((points) => 1 - BY_SHORTFALL + (mean > 0 ? (BY_SHORTFALL * points) / mean : 0));
}

/** A draft with these slots, which keep the rules together. */
export function draftOf({ model, relaxation }: World, plan: readonly number[]): Draft {
  const draft = new Draft(model, relaxation.rooms);
  for (const slot of plan) draft.put(slot);
  return draft;
}
