import { describe, expect, it } from "vitest";
import { compactMip } from "~/cli/bench/compact-mip";
import { judgedAnswer } from "~/cli/bench/judged-answer";
import { cbc } from "~/cli/bench/peers/cbc";
import { glpk } from "~/cli/bench/peers/glpk";
import { highs } from "~/cli/bench/peers/highs";
import { javascriptLpSolver } from "~/cli/bench/peers/javascript-lp-solver";
import type { MipEngine } from "~/cli/bench/peers/peer";
import { check, clashes } from "~solver/check";
import type { Problem } from "~solver/problem";
import { bestScore } from "../../solver/brute-force";
import { randomProblem } from "../../solver/random-problem";

const SECONDS = 30;
const solvable = (seed: number): Problem | null => {
  const problem = randomProblem(seed);
  const isEmpty = problem.options.case.length === 0;
  return isEmpty || clashes(problem, problem.pins).length > 0 ? null : problem;
};
const seeds = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const problems = (from: number, count: number) => seeds(from, count).flatMap((seed) => solvable(seed) ?? []);

describe("a problem as one compact program", () => {
  it("has the score of the best plan where durations are certain, so that its overrun rule gives nothing away", async () => {
    let compared = 0;
    for (const problem of problems(1, 50)) {
      const certain = { ...problem, cases: problem.cases.map((c) => ({ ...c, deviation: 0 })) };
      const best = bestScore(certain);
      if (best === null) continue;
      const mip = compactMip(certain);
      const judged = judgedAnswer(certain, mip, await highs.solve(mip, SECONDS));
      expect(judged).toMatchObject({ kind: "plan", score: best, bound: best, optimal: true });
      compared++;
    }
    expect(compared).toBeGreaterThan(25);
  });

  it("gives a plan that keeps every rule and is never above the best one", async () => {
    let [equal, compared] = [0, 0];
    for (const problem of problems(1000, 60)) {
      const best = bestScore(problem);
      const mip = compactMip(problem);
      const judged = judgedAnswer(problem, mip, await highs.solve(mip, SECONDS));
      // Pins may keep the rule and break its safe form: then the program has no answer.
      if (judged.kind === "none" && problem.pins.length > 0) continue;
      if (judged.kind !== "plan" || best === null) throw new Error(`${judged.kind}, best ${best}`);
      expect(judged.score).toBeLessThanOrEqual(best);
      compared++;
      if (judged.score === best) equal++;
    }
    expect(compared).toBeGreaterThan(30);
    expect(equal / compared).toBeGreaterThan(0.5);
  });

  it("is the same program to javascript-lp-solver", async () => {
    let compared = 0;
    for (const problem of problems(3000, 20)) {
      const mip = compactMip(problem);
      const [mine, other] = [await javascriptLpSolver.solve(mip, SECONDS), await highs.solve(mip, SECONDS)];
      const [a, b] = [judgedAnswer(problem, mip, mine), judgedAnswer(problem, mip, other)];
      expect(a.kind).toBe(b.kind);
      if (a.kind !== "plan" || b.kind !== "plan") continue;
      expect(a.score).toBe(b.score);
      compared++;
    }
    expect(compared).toBeGreaterThan(8);
  });
});

const installed = { CBC: await cbc.version(), GLPK: await glpk.version() };

describe("programs that solve it from a file", () => {
  const isOptimumOf = async (engine: MipEngine) => {
    for (const problem of problems(5000, 12)) {
      const mip = compactMip(problem);
      const judged = judgedAnswer(problem, mip, await engine.solve(mip, SECONDS));
      expect(judged).toEqual(judgedAnswer(problem, mip, await highs.solve(mip, SECONDS)));
    }
  };
  it.runIf(installed.CBC)("CBC, where it is installed, finds the same optimum", () => isOptimumOf(cbc));
  it.runIf(installed.GLPK)("GLPK, where it is installed, finds the same optimum", () => isOptimumOf(glpk));
});

describe("an answer of an engine", () => {
  const problem = problems(1, 80).find(
    ({ options, pins, lists }) =>
      pins.length === 0 && lists.length > 1 && new Set(options.case).size < options.case.length,
  )!;
  const mip = compactMip(problem);
  const values = (taken: number[]) => mip.objective.map((_, at) => (taken.includes(at) ? 1 : 0));
  const answer = (columns: number[] | null) => ({ values: columns, bound: null, optimal: false });

  it("is scored by the rules themselves, not by what the engine says", () => {
    const alone = problem.options.case.findIndex((_, at) => check(problem, [at]).violations.length === 0);
    const judged = judgedAnswer(problem, mip, answer(values([alone])));
    expect(judged).toMatchObject({ kind: "plan", score: check(problem, [alone]).score });
  });

  it("is invalid when it has fractions", () => {
    const halves = values([0]).map((value) => value / 2);
    expect(judgedAnswer(problem, mip, answer(halves))).toMatchObject({
      kind: "invalid",
      why: "1 fractional columns",
    });
  });

  it("is invalid when a case stands twice", () => {
    const first = problem.options.case.findIndex((c, at) => problem.options.case.indexOf(c) < at);
    const twice = [problem.options.case.indexOf(problem.options.case[first]!), first];
    const judged = judgedAnswer(problem, mip, answer(values(twice)));
    expect(judged.kind === "invalid" && judged.why).toContain("once");
  });

  it("is none when the engine found none", () => {
    expect(judgedAnswer(problem, mip, answer(null))).toEqual({ kind: "none", bound: null });
  });
});
