import { blocksOf } from "./blocks";
import { boundAt } from "./bound";
import { Builder } from "./builder";
import { candidatesOf } from "./candidates";
import { check, clashes, scoreOf } from "./check";
import { ALONE } from "./control";
import type { Control } from "./control";
import { Descent } from "./descent";
import { Draft } from "./draft";
import { firstFit } from "./first-fit";
import { Neighbours } from "./neighbours";
import { moves } from "./rules/moves";
import { placementOf } from "./rules/rule";
import { prepare } from "./prepare";
import type { Model } from "./prepare";
import { Pricing } from "./pricing";
import type { Problem } from "./problem";
import { randomOf } from "./random";
import { relax } from "./relaxation";
import { Search } from "./search";
import type { Solution, SolveOptions } from "./solution";
import { startPrices } from "./start-prices";
import { Sweep } from "./sweep";

const SWEEPS = 200;
const STEPS_PER_LIST = 600;
const HEAT = 10;

export function solve(problem: Problem, options: SolveOptions, control: Control = ALONE): Solution {
  const pinClashes = clashes(problem, problem.pins);
  if (pinClashes.length > 0) return { kind: "refused", clashes: pinClashes };
  const model = prepare(problem);
  const relaxation = relax(model);
  const handSlots = firstFit(model, relaxation.tolerantRooms).taken();
  const blocks = blocksOf(model);
  const pricing = new Pricing(model, relaxation, model.slotPoints);
  const descent = new Descent(model, blocks, new Sweep(model, pricing), startPrices(model, blocks));
  const late = () => control.late() || control.stopped();
  for (let i = 0; i < SWEEPS && descent.step(late); i++)
    control.report({ phase: "prices", steps: 0, stepsPlanned: 0, score: null, bound: null });
  const { bound } = boundAt(model, relaxation, pricing, descent.best, late);
  const candidates = candidatesOf(model, relaxation, pricing, descent.best);
  const draft = new Draft(model, relaxation.rooms);
  for (const slot of model.pinned) draft.put(slot);
  const builder = new Builder(model, relaxation, candidates, descent.best, draft, pricing.loader);
  if (model.keepAtLeast > 0) keepEarlier(model, draft);
  else candidates.forEach((_, list) => builder.fill(list, 0.95));
  if (draft.kept < model.keepAtLeast)
    return tooManyMoves(problem, optionsOf(model.slotOption, draft.taken()));
  const neighbours = new Neighbours(model, blocks, candidates, descent.best);
  const search = new Search(model, draft, builder, neighbours, randomOf(options.seed));
  const steps = options.steps ?? STEPS_PER_LIST * neighbours.count;
  const lambda = candidates.reduce((sum, one) => sum + one.lambda, 0) / Math.max(1, candidates.length);
  let step = 0;
  for (; step < steps && neighbours.count > 0 && search.best < bound && !late(); step++) {
    search.step(HEAT * lambda * (1 - step / steps));
    if (step % 64 === 0)
      control.report({ phase: "search", steps: step, stepsPlanned: steps, score: search.best, bound });
  }
  const handRule = { options: optionsOf(model.slotOption, handSlots) };
  const found = optionsOf(model.slotOption, search.bestPlan);
  const hand = { ...handRule, ...scoreOf(problem, handRule.options) };
  // The plan by hand heeds no limit on moves, so it cannot stand in where there is one.
  const isBest = model.keepAtLeast > 0 || scoreOf(problem, found).score >= hand.score;
  const best = isBest ? found : hand.options;
  const { violations, score, measures } = check(problem, best);
  if (violations.length > 0) throw new Error(`the plan breaks rules: ${JSON.stringify(violations[0])}`);
  return {
    kind: "solved",
    options: best,
    score,
    bound: Math.max(bound, score),
    measures,
    steps: step,
    handRule: hand,
    engine: "prices, ruin and recreate",
    endedBy: score >= bound ? "proof" : control.stopped() ? "stop" : control.late() ? "time" : "steps",
  };
}

function optionsOf(slotOption: Int32Array, slots: readonly number[]): number[] {
  return slots.map((slot) => slotOption[slot] as number).sort((a, b) => a - b);
}

/** Starts from the earlier plan, so that a limit on moves holds from the first step on. */
function keepEarlier(model: Model, draft: Draft): void {
  for (let slot = 0; slot < model.wasTaken.length; slot++) if (model.wasTaken[slot]) draft.tryAdd(slot);
}

/** The earlier places no longer stand together: more cases would move than may. */
function tooManyMoves(problem: Problem, options: readonly number[]): Solution {
  return { kind: "refused", clashes: moves(problem, placementOf(problem, options)) };
}
