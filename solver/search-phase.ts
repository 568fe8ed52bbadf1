import { Builder } from "./builder";
import { seldom } from "./control";
import type { Control } from "./control";
import type { Crew } from "./crew";
import { Draft } from "./draft";
import { dealParts } from "./parts";
import type { Part } from "./parts";
import { pointsOf } from "./plan-points";
import type { Model } from "./model";
import { randomOf } from "./random";
import type { Task } from "./streams";
import type { World } from "./world";

/** Share of the prices at which the first plan is built. */
const FIRST_SHARE = 0.95;
/** Minutes, at a list's mean points a minute, that a worse plan may lose at the first step. */
const HEAT = 10;
/**
 * By number of lists: logical streams; rounds, in each of which parts are dealt anew; steps for each list when a run does
 * not say how many. Workers make no difference.
 */
const STREAMS: [lists: number, streams: number, rounds: number, steps: number][] = [
  [300, 4, 24, 600],
  [160, 2, 36, 1500],
  [80, 2, 36, 2000],
  [0, 1, 1, 600],
];
/**
 * Length of the first of several rounds, against any other: its parts have shares of steps, not of effort, so they end
 * apart, and whoever is done waits.
 */
const FIRST_ROUND = 1 / 4;
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
  const [, , , steps] = streamsOf(world.model);
  return steps * world.candidates.filter(({ slots }) => slots.length > 0).length;
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
  const [, most, planned] = streamsOf(model);
  const streams = Math.min(blocks.count, most);
  const rounds = streams > 1 ? planned : 1;
  let plan = first;
  let best = { plan, points: pointsOf(model, plan, world.charges.points) };
  let done = { steps: 0, effort: 0 };
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
  for (let round = 0; round < rounds && done.steps < run.steps && best.points < run.enough; round++) {
    const parts = dealParts(blocks, streams, randomOf(run.seed * 1000 + round));
    const found = crew.search(world, tasksOf(world, plan, parts, run, { round, rounds, done }), watched);
    done = found.reduce(
      (sum, { steps, effort }) => ({ steps: sum.steps + steps, effort: sum.effort + effort }),
      done,
    );
    taken = done.steps;
    plan = together(
      world,
      found.map(({ slots }) => slots),
    );
    const points = pointsOf(model, plan, world.charges.points);
    if (points > best.points) best = { plan, points };
    if (control.late() || control.stopped()) break;
  }
  return { plan: best.plan, objective: best.points - keeping, steps: done.steps };
}

/** Where a search stands: the round to come, of so many, and what was done in those before. */
interface Standing {
  round: number;
  rounds: number;
  done: { steps: number; effort: number };
}

/** The tasks of one round, one a part. The search cools from round to round and within each. */
function tasksOf(
  world: World,
  plan: readonly number[],
  parts: readonly Part[],
  run: { seed: number; steps: number },
  standing: Standing,
): Task[] {
  const { round, rounds } = standing;
  const heat = HEAT * meanLambda(world);
  const { wasTaken, keepAtLeast } = world.model;
  const mayMove = Math.max(0, plan.reduce((sum, slot) => sum + wasTaken[slot]!, 0) - keepAtLeast);
  return parts.map((_, part) => ({
    plan,
    parts,
    part,
    seed: run.seed + 7919 * (round * parts.length + part + 1),
    deal: run.seed * 1000 + round,
    ...lengthOf(parts, part, run, standing),
    heat: [heat * (1 - round / rounds), heat * (1 - (round + 1) / rounds)],
    mayMove: Math.floor(mayMove / parts.length),
  }));
}

/**
 * How long a part is searched: as much effort as each other part of the round, by what a step took so far, so that all
 * end at about the same time. Where that is not known yet, and in the last round, which makes up the number of steps of
 * the run, a share of the steps by the part's lists.
 */
function lengthOf(
  parts: readonly Part[],
  part: number,
  run: { steps: number },
  { round, rounds, done }: Standing,
): Pick<Task, "steps" | "effort"> {
  const left = run.steps - done.steps;
  const planned = Math.ceil(
    round === 0 && rounds > 1 ? (left * FIRST_ROUND) / (FIRST_ROUND + rounds - 1) : left / (rounds - round),
  );
  if (done.steps === 0 || round === rounds - 1)
    return { steps: share(planned, parts, part), effort: Infinity };
  const effort = (planned * done.effort) / done.steps / parts.length;
  return { steps: Math.floor(left / parts.length), effort };
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

/** Points of a minute at the edge of what fits, the mean of all lists. */
export function meanLambda({ candidates }: World): number {
  return candidates.reduce((sum, { lambda }) => sum + lambda, 0) / Math.max(1, candidates.length);
}

function streamsOf({ length }: Model) {
  return STREAMS.find(([lists]) => length.length >= lists)!;
}
