import { Builder } from "./builder";
import { seldom } from "./control";
import type { Control } from "./control";
import type { Crew } from "./crew";
import { Draft } from "./draft";
import { dealParts } from "./parts";
import type { Part } from "./parts";
import { pointsOf } from "./plan-points";
import { randomOf } from "./random";
import { draftOf } from "./streams";
import type { Task } from "./streams";
import type { World } from "./world";

/** Steps for each list when a run does not say how many. */
const STEPS_PER_LIST = 600;
/** Share of the prices at which the first plan is built. */
const FIRST_SHARE = 0.95;
/** Minutes, at a list's mean points a minute, that a worse plan may lose at the first step. */
const HEAT = 10;
/** Logical streams by number of lists; they do not depend on the number of workers. */
const STREAMS: [lists: number, streams: number][] = [
  [300, 4],
  [80, 2],
  [0, 1],
];
/** Rounds after which parts are dealt anew. */
const ROUNDS = 24;
/** Steps between two looks at the clock. */
const LOOK = 16;

/** The best plan of the search, its score less the price of its moves, and the steps done. */
export interface Searched {
  plan: number[];
  objective: number;
  steps: number;
}

/** Number of steps that a run of these lists makes when it does not say. */
export function stepsFor(world: World): number {
  return STEPS_PER_LIST * world.candidates.filter(({ slots }) => slots.length > 0).length;
}

/** A first plan: pins, then earlier places where those count, then every list at a share of the prices. */
export function firstPlan(world: World): number[] {
  const { model, relaxation } = world;
  const draft = new Draft(model, relaxation.rooms);
  for (const slot of model.pinned) draft.put(slot);
  if (model.movePrice > 0 || model.keepAtLeast > 0)
    model.wasTaken.forEach((was, slot) => was === 1 && draft.tryAdd(slot));
  return filled(world, draft);
}

/** The plan of a draft with every list filled at a share of the prices. */
export function filled(world: World, draft: Draft): number[] {
  const { model, relaxation, candidates, prices, charges } = world;
  const builder = new Builder(model, relaxation, candidates, prices, charges, draft);
  candidates.forEach((_, list) => builder.fill(list, FIRST_SHARE));
  return draft.taken();
}

/**
 * Searches in rounds: lists are dealt to a fixed number of streams, each changes its part alone, and the parts are put
 * together again. Ends early once `enough` points are reached.
 */
export function searchPhase(
  world: World,
  crew: Crew,
  first: number[],
  run: { seed: number; steps: number; enough: number; bound: number },
  control: Control,
): Searched {
  const { model, blocks } = world;
  const streams = Math.min(blocks.count, STREAMS.find(([lists]) => model.length.length >= lists)![1]);
  const rounds = streams > 1 ? ROUNDS : 1;
  let plan = first;
  let best = { plan, points: pointsOf(model, plan, world.charges.points) };
  let steps = 0;
  let [taken, top] = [0, best.points];
  // Points count what every earlier place kept is worth; less the worth of all of them they are score less price of moves.
  const keeping = model.movePrice * model.wasTaken.reduce((sum, was) => sum + was, 0);
  const late = seldom(LOOK, () => {
    const score = top - keeping;
    control.report({ phase: "search", steps: taken, stepsPlanned: run.steps, score, bound: run.bound });
    return control.late() || control.stopped();
  });
  const watched = (points: number) => {
    taken++;
    top = Math.max(top, points);
    return late();
  };
  for (let round = 0; round < rounds && steps < run.steps && best.points < run.enough; round++) {
    const parts = dealParts(blocks, streams, randomOf(run.seed * 1000 + round));
    const found = crew.search(world, tasksOf(world, plan, parts, run, { round, rounds }), watched);
    steps += found.reduce((sum, one) => sum + one.steps, 0);
    taken = steps;
    plan = together(
      world,
      found.map(({ slots }) => slots),
    );
    const points = pointsOf(model, plan, world.charges.points);
    if (points > best.points) best = { plan, points };
    if (control.late() || control.stopped()) break;
  }
  return { plan: best.plan, objective: best.points - keeping, steps };
}

/** The tasks of one round, one a part. The search cools from round to round and within each. */
function tasksOf(
  world: World,
  plan: readonly number[],
  parts: readonly Part[],
  run: { seed: number; steps: number },
  { round, rounds }: { round: number; rounds: number },
): Task[] {
  const heat = HEAT * meanLambda(world);
  const planned = Math.floor((run.steps * (round + 1)) / rounds) - Math.floor((run.steps * round) / rounds);
  const mayMove = Math.max(0, draftOf(world, plan).kept - world.model.keepAtLeast);
  return parts.map((_, part) => ({
    plan,
    parts,
    part,
    seed: run.seed + 7919 * (round * parts.length + part + 1),
    steps: share(planned, parts, part),
    heat: [heat * (1 - round / rounds), heat * (1 - (round + 1) / rounds)],
    mayMove: Math.floor(mayMove / parts.length),
  }));
}

/** Steps of a part: by its share of the lists; the last part takes what is left. */
function share(steps: number, parts: readonly Part[], part: number): number {
  const all = parts.reduce((sum, { lists }) => sum + lists.length, 0);
  const upTo = (end: number) => parts.slice(0, end).reduce((sum, { lists }) => sum + lists.length, 0);
  return Math.floor((steps * upTo(part + 1)) / all) - Math.floor((steps * upTo(part)) / all);
}

/** One plan of all parts. Where two of them do not go together after all, the later one gives way. */
function together({ model, relaxation }: World, parts: readonly number[][]): number[] {
  const draft = new Draft(model, relaxation.rooms);
  for (const slot of model.pinned) draft.put(slot);
  for (const slots of parts) for (const slot of slots) draft.tryAdd(slot);
  return draft.taken();
}

function meanLambda({ candidates }: World): number {
  return candidates.reduce((sum, { lambda }) => sum + lambda, 0) / Math.max(1, candidates.length);
}
