import { describe, expect, it } from "vitest";
import type { Problem } from "~solver/problem";
import { randomOf } from "~solver/random";
import type { Random } from "~solver/random";
import type { Solved } from "~solver/solution";
import { solve } from "~solver/solve";
import { demoProblem } from "./demo-problem";

/** Limits from strict to loose; how far a frequency may lie above its limit. */
const LIMITS = [0.05, 0.15, 0.25, 0.4];
const WITHIN = 0.01;
/** Draws of each list's cases; and of those lists that they found near their limit or beyond it. */
const DRAWS = 4000;
const CAREFUL_DRAWS = 100_000;
/** Standard errors of a frequency: of some hundred lists, fewer than one in ten thousand runs draws one beyond. */
const ERRORS = 5;

const { problem } = demoProblem({ provider: "RTG", scale: 1 }).built;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Share of draws in which lognormal times of these cases, each with its own mean and deviation, exceed the minutes. */
function frequency(cases: Problem["cases"], minutes: number, random: Random, draws: number): number {
  const logs = cases.map(({ mean, deviation }) => {
    const s2 = Math.log(1 + (deviation / mean) ** 2);
    return [Math.log(mean) - s2 / 2, Math.sqrt(s2)] as const;
  });
  let over = 0;
  for (let draw = 0; draw < draws; draw++)
    if (logs.reduce((sum, [mu, s]) => sum + Math.exp(mu + s * normal(random)), 0) > minutes) over++;
  return over / draws;
}

function planned(limit: number): Solved {
  const run = { seed: 1, steps: 100, timeLimit: null, workers: 1 };
  const solution = solve({ ...problem, overrunProbabilityMax: limit }, run);
  if (solution.kind !== "solved") throw new Error(solution.kind);
  return solution;
}

/** By list of two or more cases: how often it runs over, drawn with care where that is more often than `near`. */
function frequencies({ options }: Solved, random: Random, near = Infinity): number[] {
  return problem.lists.flatMap(({ length, turnaround }, at) => {
    const cases = options
      .filter((option) => problem.options.list[option] === at)
      .map((option) => problem.cases[problem.options.case[option]!]!);
    if (cases.length < 2) return [];
    const drawn = (draws: number) =>
      frequency(cases, length - turnaround * (cases.length - 1), random, draws);
    const roughly = drawn(DRAWS);
    return [roughly > near ? drawn(CAREFUL_DRAWS) : roughly];
  });
}

describe("lists of a hub's week", () => {
  const plans = LIMITS.map((limit) => ({ limit, plan: planned(limit) }));

  it.each(plans)("run over in no more than $limit of simulated weeks", ({ limit, plan }) => {
    const most = limit + WITHIN + ERRORS * Math.sqrt((limit * (1 - limit)) / CAREFUL_DRAWS);
    const found = frequencies(plan, randomOf(Math.round(limit * 100)), limit);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((share) => share > most)).toEqual([]);
    // Lists are filled up to their limit, or this would show nothing.
    expect(Math.max(...found)).toBeGreaterThan(limit - 0.05);
  });

  it("run over more often than a stricter limit allows", () => {
    for (const [at, { plan }] of plans.entries())
      for (const { limit } of plans.slice(0, at))
        expect(Math.max(...frequencies(plan, randomOf(at)))).toBeGreaterThan(limit + WITHIN);
  });

  it("score no more than the bound of their own limit and of every looser one", () => {
    for (const [at, { plan }] of plans.entries())
      for (const looser of plans.slice(at)) expect(looser.plan.bound).toBeGreaterThanOrEqual(plan.score);
  });

  it("score more where more overrun is allowed", () => {
    const scores = plans.map(({ plan }) => plan.score);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(LIMITS.length);
  });
});
