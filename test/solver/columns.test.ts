import { describe, expect, it } from "vitest";
import { blocksOf } from "~solver/blocks";
import { clashes } from "~solver/check";
import { Columns } from "~solver/columns";
import { ALONE } from "~solver/control";
import { alone } from "~solver/crew";
import { prepare } from "~solver/prepare";
import { pricePhase } from "~solver/price-phase";
import type { Problem } from "~solver/problem";
import { relax } from "~solver/relaxation";
import { FEW, randomProblem } from "./random-problem";

/** The same problem without pins, so that a choice of one list can be judged alone. */
const unpinned = (seed: number): Problem => ({ ...randomProblem(seed, FEW), pins: [] });

/** Every choice of one list that keeps the rules alone, by nothing but `solver/check`. */
function allowedOf(problem: Problem, list: number): string[] {
  const options = problem.options.list.flatMap((l, option) => (l === list ? [option] : []));
  const found: string[] = [];
  for (let bits = 1; bits < 1 << options.length; bits++) {
    const chosen = options.filter((_, at) => (bits >> at) & 1);
    if (clashes(problem, chosen).length === 0) found.push(chosen.join());
  }
  return found.sort();
}

function columnsOf(problem: Problem, list: number): string[] {
  const model = prepare(problem);
  const relaxation = relax(model);
  const { pricing, rounded, ceilings } = pricePhase(model, blocksOf(model), alone(model, relaxation), ALONE);
  pricing.setPrices(rounded);
  const finder = new Columns(model, relaxation, pricing.loader);
  const found = finder.of(list, ceilings[list]!, 1e9, 10_000)!;
  const named = found.map(({ slots }) =>
    slots
      .map((slot) => model.slotOption[slot]!)
      .sort((a, b) => a - b)
      .join(),
  );
  return [...new Set(named)].sort();
}

describe("the choices of one list", () => {
  const problems = Array.from({ length: 120 }, (_, seed) => unpinned(seed));

  it("are all that its rules allow, and beside them only what breaks the capacity of a kit", () => {
    let [choices, withLimits] = [0, 0];
    for (const problem of problems)
      problem.lists.forEach(({ maxCases }, list) => {
        if (maxCases === 0) return;
        const [allowed, found] = [allowedOf(problem, list), columnsOf(problem, list)];
        expect(allowed.filter((each) => !found.includes(each))).toEqual([]);
        const needsKit = (each: string) =>
          each
            .split(",")
            .some((option) => problem.cases[problem.options.case[Number(option)]!]!.kits.length > 0);
        expect(found.filter((each) => !allowed.includes(each) && !needsKit(each))).toEqual([]);
        choices += found.length;
        if (problem.capacities.length > 0 && found.length > 0) withLimits++;
      });
    expect(choices).toBeGreaterThan(500);
    expect(withLimits).toBeGreaterThan(20);
  });
});
