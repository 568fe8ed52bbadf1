import { describe, expect, it } from "vitest";
import { check } from "~solver/check";
import type { Problem } from "~solver/problem";
import { movesOf } from "~solver/rules/moves";
import { solve } from "~solver/solve";
import { bestOfAll } from "./brute-force";
import { FEW, MANY, randomProblem, withPrevious } from "./random-problem";
import { list, one, problem } from "./small-problem";

const RUN = { seed: 1, steps: null, timeLimit: null, workers: 1 };
const seeds = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

/** What is wrong with the solver's answer when every plan is tried; nothing when it is right. */
function wrong(problem: Problem): string[] {
  const best = bestOfAll(problem);
  const solution = solve(problem, RUN);
  if (solution.kind === "refused") return best === null ? [] : ["refused, though a plan keeps every rule"];
  if (solution.kind === "malformed") return solution.faults;
  if (best === null) return ["solved, though no plan keeps every rule"];
  const { violations, score, measures } = check(problem, solution.options);
  const objective = score - (problem.previous?.movePrice ?? 0) * movesOf(problem, solution.options);
  return [
    ...violations.map(({ rule }) => `breaks ${rule}`),
    ...(score === solution.score ? [] : [`says ${solution.score}, scores ${score}`]),
    ...(JSON.stringify(measures) === JSON.stringify(solution.measures) ? [] : ["measures do not add up"]),
    ...(objective === best.objective ? [] : [`reaches ${objective} of ${best.objective}`]),
    ...(solution.bound >= best.score ? [] : [`bound ${solution.bound} is below ${best.score}`]),
    ...(problem.previous?.movePrice || solution.bound === score ? [] : [`left ${solution.bound} open`]),
  ];
}

const faults = (problems: readonly [seed: number, problem: Problem][]) =>
  problems.flatMap(([seed, one]) => wrong(one).map((fault) => `${seed}: ${fault}`));

describe("beside all plans of a small problem", () => {
  it("finds and proves the best of few cases under every rule at once", () =>
    expect(faults(seeds(0, 400).map((seed) => [seed, randomProblem(seed, FEW)]))).toEqual([]));

  it("finds and proves the best of up to 30 cases and 4 lists", () =>
    expect(faults(seeds(100, 60).map((seed) => [seed, randomProblem(seed, MANY)]))).toEqual([]));

  it("finds the best where earlier places have a price or a limit", () => {
    const problems = seeds(0, 150).flatMap((seed): [number, Problem][] => {
      const before = randomProblem(seed, FEW);
      const solution = solve(before, RUN);
      if (solution.kind !== "solved") return [];
      const now = { ...before, lists: before.lists.map((l) => ({ ...l, maxCases: l.maxCases ?? 2 })) };
      return [[seed, withPrevious(now, solution.options, seed)]];
    });
    expect(problems.length).toBeGreaterThan(100);
    expect(faults(problems)).toEqual([]);
  });

  it("has problems without lists, without cases and without options among them", () => {
    const all = seeds(0, 400).map((seed) => randomProblem(seed, FEW));
    expect(all.some(({ lists }) => lists.length === 0)).toBe(true);
    expect(all.some(({ cases }) => cases.length === 0)).toBe(true);
    expect(
      all.some(({ lists, cases, options }) => lists.length * cases.length > 0 && !options.case.length),
    ).toBe(true);
    expect(all.some(({ pins }) => pins.length > 0)).toBe(true);
    expect(all.some(({ reserves }) => reserves.length > 0)).toBe(true);
  });
});

describe("beside all plans of a problem made for one difficulty", () => {
  it("takes a case without points that makes two others fit, where durations are wide", () => {
    const cases = [
      one({ mean: 100, deviation: 20 }),
      one({ mean: 100, deviation: 20 }),
      one({ mean: 3, deviation: 150 }),
    ];
    const wide = problem(
      [list({ length: 203, turnaround: 0 })],
      cases,
      [
        [0, 0, 5],
        [1, 0, 5],
        [2, 0, 0],
      ],
      { overrunProbabilityMax: 0.4 },
    );
    expect(solve(wide, RUN)).toMatchObject({ score: 10, bound: 10, options: [0, 1, 2] });
  });

  it("prices a bed that one list alone asks for too often", () => {
    const cases = [9, 8, 7, 3, 3].map(() => one({ mean: 50 }));
    const beds = problem(
      [list()],
      cases,
      [
        [0, 0, 9, 1],
        [1, 0, 8, 1],
        [2, 0, 7, 1],
        [3, 0, 3],
        [4, 0, 3],
      ],
      { usages: [[], [0]], capacities: [{ id: "bed", quantity: 1 }] },
    );
    expect(solve(beds, RUN)).toMatchObject({ score: 15, bound: 15, options: [0, 3, 4] });
  });
});
