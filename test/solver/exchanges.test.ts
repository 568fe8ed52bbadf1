import { describe, expect, it } from "vitest";
import { blocksOf } from "~solver/blocks";
import { chainCases } from "~solver/chains";
import { ALONE } from "~solver/control";
import { alone } from "~solver/crew";
import { exchangeCases } from "~solver/exchanges";
import { firstFit } from "~solver/first-fit";
import { judge } from "~solver/judged";
import { prepare } from "~solver/prepare";
import { pricePhase } from "~solver/price-phase";
import type { Problem } from "~solver/problem";
import { relax } from "~solver/relaxation";
import { worldOf } from "~solver/world";
import { randomProblem } from "./random-problem";

const SEEDS = Array.from({ length: 120 }, (_, at) => at + 1);

/** The plan by hand and what exchanges or chains make of it, as options. */
function changed(problem: Problem, change: typeof exchangeCases): { before: number[]; after: number[] } {
  const model = prepare(problem);
  const relaxation = relax(model);
  const blocks = blocksOf(model);
  const crew = alone(model, relaxation);
  const priced = pricePhase(model, blocks, crew, ALONE);
  crew.all("consider", priced.prices, () => false);
  const world = worldOf(model, relaxation, blocks, priced);
  const hand = firstFit(model, relaxation.tolerantRooms).taken();
  const fits = judge(problem, optionsOf(hand)).violations.length === 0;
  function optionsOf(slots: number[]) {
    return slots.map((slot) => model.slotOption[slot]!).sort((a, b) => a - b);
  }
  if (!fits) return { before: [], after: [] };
  return { before: optionsOf(hand), after: optionsOf(change(world, hand, ALONE)) };
}

/** Every plan with one more option, from which up to two cases of its list and its own other place are taken. */
function* neighbours({ options, pins }: Problem, plan: readonly number[]): Generator<number[]> {
  for (let option = 0; option < options.case.length; option++) {
    if (plan.includes(option)) continue;
    const elsewhere = plan.filter((each) => options.case[each] !== options.case[option]);
    const beside = elsewhere.filter(
      (each) => options.list[each] === options.list[option] && !pins.includes(each),
    );
    for (const [at, one] of [-1, ...beside].entries())
      for (const two of [-1, ...beside].slice(0, at + 1))
        yield [...elsewhere.filter((each) => each !== one && each !== two), option];
  }
}

describe("exchanges of a finished plan", () => {
  it("keep every rule, never lower a plan, and leave no exchange that would raise it", () => {
    let raised = 0;
    for (const seed of SEEDS) {
      const problem = randomProblem(seed);
      if (judge(problem, problem.pins).violations.length > 0) continue;
      const { before, after } = changed(problem, exchangeCases);
      const [was, is] = [judge(problem, before), judge(problem, after)];
      expect(is.violations, `seed ${seed}`).toEqual([]);
      expect(is.score, `seed ${seed}`).toBeGreaterThanOrEqual(was.score);
      if (is.score > was.score) raised++;
      for (const other of neighbours(problem, after)) {
        const judged = judge(problem, other);
        if (judged.violations.length === 0)
          expect(judged.score, `seed ${seed}: ${other.join()}`).toBeLessThanOrEqual(is.score);
      }
    }
    expect(raised).toBeGreaterThan(5);
  });
});

describe("chains of a finished plan", () => {
  it("keep every rule, never lower a plan, and find what single exchanges do not", () => {
    let found = 0;
    for (const seed of SEEDS) {
      const problem = randomProblem(seed);
      if (judge(problem, problem.pins).violations.length > 0) continue;
      const { before, after } = changed(problem, chainCases);
      const [was, is] = [judge(problem, before), judge(problem, after)];
      expect(is.violations, `seed ${seed}`).toEqual([]);
      expect(is.score, `seed ${seed}`).toBeGreaterThanOrEqual(was.score);
      const single = judge(problem, changed(problem, exchangeCases).after);
      const both = changed(problem, (world, plan, control) =>
        exchangeCases(world, chainCases(world, exchangeCases(world, plan, control), control), control),
      );
      if (judge(problem, both.after).score > single.score) found++;
    }
    expect(found).toBeGreaterThan(0);
  });
});
