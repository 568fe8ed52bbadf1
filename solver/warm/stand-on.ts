import { blocksOf } from "../blocks";
import { boundAt } from "../bound";
import { check } from "../check";
import { ALONE, type Control } from "../control";
import { alone } from "../crew";
import { faultsOf } from "../door";
import { pricesFrom } from "../plain-prices";
import { prepare } from "../prepare";
import type { Problem } from "../problem";
import { relax } from "../relaxation";
import type { Malformed, Refused } from "../solution";
import { solve } from "../solve";
import { worldOf } from "../world";
import { carriedTo } from "./carry";
import { partCrew } from "./part-crew";
import type { Known, Standing } from "./standing";

/** Seed of the solve of a problem of which nothing is known. */
const SEED = 1;

/**
 * Gets ready from a known plan and its prices, without a price phase. Where nothing is known, or what is known does not
 * belong to the problem, the problem is solved first. `before`: a standing on a problem much like this one, of which all
 * is taken over that is the same; what comes of it is the same too, only sooner.
 */
export function standOn(
  problem: Problem,
  known: Known | null,
  control: Control = ALONE,
  before: Standing | null = null,
): Standing | Refused | Malformed {
  const faults = faultsOf(problem);
  if (faults.length > 0) return { kind: "malformed", faults };
  const stands = known === null ? null : standing(problem, known, before);
  if (stands !== null) return stands;
  const solution = solve(problem, { seed: SEED, steps: null, timeLimit: null, workers: 1 }, control);
  if (solution.kind !== "solved") return solution;
  const stood = standing(problem, solution, null);
  if (stood === null) throw new Error("a solution's own prices do not belong to its problem");
  return stood;
}

function standing(
  problem: Problem,
  { options, prices: plain }: Known,
  before: Standing | null,
): Standing | null {
  if (options.some((option) => !(option >= 0 && option < problem.options.case.length))) return null;
  const { violations, score } = check(problem, options);
  if (violations.length > 0) return null;
  const model = prepare(problem);
  const known = pricesFrom(model, plain);
  if (known === null) return null;
  const carried = before && carriedTo(model, known, before);
  const relaxation = carried?.relaxation ?? relax(model);
  const crew = carried
    ? partCrew(model, relaxation, carried.states, carried.lists)
    : alone(model, relaxation);
  const bounded = boundAt(model, crew, known, () => false);
  if (bounded.bound < score)
    throw new Error(`the bound ${bounded.bound} is below ${score}, the score of a plan`);
  const prices = bounded.rounded;
  crew.all("consider", prices, () => false);
  const world = worldOf(model, relaxation, blocksOf(model), { prices, pricing: crew.pricing });
  return { problem, options: [...options], score, bounded, states: crew.states, world };
}
