import { beginning } from "./beginning";
import { blocksOf } from "./blocks";
import { chainCases } from "./chains";
import { clashes } from "./check";
import { ALONE, endingIn, standingAt } from "./control";
import type { Control } from "./control";
import { faultsOf } from "./door";
import { smallestClash } from "./engines/clash-finder";
import { NO_ENGINES, type Engines } from "./engines/engine";
import { exchangeCases } from "./exchanges";
import { firstFit } from "./first-fit";
import { bestOf, judge } from "./judged";
import type { Judged } from "./judged";
import { keepMost } from "./keep-most";
import { alone } from "./crew";
import type { Crews } from "./crew";
import { plainPrices } from "./plain-prices";
import { prepare } from "./prepare";
import type { Model } from "./model";
import { pricePhase } from "./price-phase";
import type { Problem } from "./problem";
import { prove } from "./prove";
import type { Proved } from "./prove";
import { relax } from "./relaxation";
import { searchPhase, stepsFor } from "./search-phase";
import type { Solution, Solved, SolveOptions } from "./solution";
import { worldOf } from "./world";

/** Seconds an option that a run out of time needs to check its plan and hand over its prices. */
const ENDING_SECONDS = 3e-7;

/**
 * Solves a problem from beginning to end; a malformed one is refused with the path of each fault. With the same problem
 * and options the answer is the same, whatever the number of workers, unless time or a person ends the run. Pins that
 * clash, or that leave more moves than allowed, are refused with every rule they break. Throws when a plan or a bound of
 * its own making does not stand: a defect.
 */
export function solve(
  problem: Problem,
  options: SolveOptions,
  watched: Control = ALONE,
  crews: Crews = alone,
  engines: Engines = NO_ENGINES,
): Solution {
  const faults = faultsOf(problem);
  if (faults.length > 0) return { kind: "malformed", faults };
  const control = endingIn(ENDING_SECONDS * problem.options.case.length, watched);
  const pinClashes = clashes(problem, problem.pins);
  if (pinClashes.length > 0) return { kind: "refused", clashes: pinClashes };
  const model = prepare(problem);
  const relaxation = relax(model);
  const plan = (slots: readonly number[]) => judge(problem, optionsOf(model, slots));
  const byHand = firstFit(model, relaxation.tolerantRooms).taken();
  const hand = plan(byHand);
  const blocks = blocksOf(model);
  const crew = crews(model, relaxation);
  const priced = pricePhase(model, blocks, crew, control);
  crew.all("consider", priced.prices, () => false);
  const world = worldOf(model, relaxation, blocks, priced);
  const first = keepMost(world, beginning(world, priced, byHand), control);
  const steps = options.steps ?? stepsFor(world);
  const enough = model.movePrice > 0 ? Infinity : priced.bound;
  const run = { seed: options.seed, steps, enough, bound: priced.bound };
  const searched = searchPhase(world, crew, first, run, control);
  const { bound } = priced;
  const done = { steps: searched.steps, stepsPlanned: searched.steps, bound };
  const mending = standingAt(control, { phase: "search", ...done, score: searched.objective });
  const found = plan(exchangeCases(world, chainCases(world, searched.plan, mending), mending));
  const best = bestOf([found, hand]);
  if (best === null) {
    const late = () => control.late() || control.stopped();
    return {
      kind: "refused",
      clashes: [...found.violations, ...(smallestClash(problem, engines, late) ?? [])],
    };
  }
  const proving = standingAt(control, { phase: "proof", ...done, score: best.score });
  const proved = prove(world, priced, best, plan, proving, engines);
  const prices = plainPrices(model, priced, world.candidates);
  return { ...answer(proved, searched.steps, hand, control), prices };
}

function answer(
  { best, bound, added }: Proved,
  steps: number,
  hand: Judged,
  control: Control,
): Omit<Solved, "prices"> {
  if (best.score > bound) throw new Error(`the bound ${bound} is below ${best.score}, the score of a plan`);
  return {
    kind: "solved",
    options: best.options,
    score: best.score,
    bound,
    measures: best.measures,
    steps,
    handRule: { options: hand.options, score: hand.score, measures: hand.measures },
    engine: ["prices", "ruin and recreate", ...added].join(", "),
    endedBy: best.score === bound ? "proof" : control.stopped() ? "stop" : control.late() ? "time" : "steps",
  };
}

function optionsOf({ slotOption }: Model, slots: readonly number[]): number[] {
  return slots.map((slot) => slotOption[slot]!).sort((a, b) => a - b);
}
