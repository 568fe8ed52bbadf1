import { describe, expect, it } from "vitest";
import { decodePlan } from "~/services/decode-plan.server";
import type { Problem } from "~solver/problem";
import { solve } from "~solver/solve";
import { demoProblem } from "./demo-problem";
import { MANY, randomProblem, withPrevious } from "./random-problem";
import { written } from "./written-formula";

const RUN = { seed: 1, steps: null, timeLimit: null, workers: 1 };
const seeds = Array.from({ length: 80 }, (_, at) => at);

/** Compares what solve says of its plan with the written formula; whether there was a plan. */
function agrees(problem: Problem, about: string): boolean {
  const solution = solve(problem, RUN);
  if (solution.kind !== "solved") return false;
  const { score, measures, options, handRule } = solution;
  expect(written(problem, options), about).toEqual({ score, measures, broken: [] });
  const byHand = { score: handRule.score, measures: handRule.measures };
  expect(written(problem, handRule.options), about).toMatchObject(byHand);
  return options.length > 0;
}

describe("the formula as MODEL.md writes it", () => {
  it("gives score and measures of plans of random problems, which keep the rules written there", () => {
    const sizes = seeds.filter((seed) =>
      agrees(randomProblem(seed + 900, seed % 2 ? MANY : undefined), `${seed}`),
    );
    expect(sizes.length).toBeGreaterThan(40);
  });

  it("counts moves in the rules, never in the score", () => {
    const compared = seeds.filter((seed) => {
      const problem = randomProblem(seed);
      const before = solve(problem, { ...RUN, seed: 2, steps: 0 });
      if (before.kind !== "solved" || before.options.length === 0) return false;
      return agrees(withPrevious(problem, before.options, seed), `${seed}`);
    });
    expect(compared.length).toBeGreaterThan(25);
  });

  it("tells a plan that breaks a rule from one that keeps it", () => {
    const names = new Set(
      seeds.flatMap((seed) => {
        const problem = randomProblem(seed);
        return written(
          problem,
          problem.options.case.map((_, option) => option),
        ).broken;
      }),
    );
    expect([...names].sort()).toEqual(
      [
        "capacity",
        "max-cases",
        "minutes-fit",
        "once",
        "operator-overlap",
        "overrun",
        "person-a-day",
        "reserve",
      ].sort(),
    );
  });

  it("gives score and measures of a hub's decoded plan", () => {
    const { context, built } = demoProblem({ provider: "RQM", scale: 0.2 });
    const solution = solve(built.problem, { ...RUN, steps: 100 });
    if (solution.kind !== "solved") throw new Error(solution.kind);
    const plan = decodePlan(context, built, solution, { seed: 1, seconds: 0 });
    const { options } = built.problem;
    const taken = plan.sessions.flatMap(({ sessionId, cases }) =>
      cases.map(({ pathwayId }) => {
        const list = built.sessions.findIndex((session) => session.sessionId === sessionId);
        const c = built.entries.findIndex((entry) => entry.pathwayId === pathwayId);
        return options.case.findIndex((each, o) => each === c && options.list[o] === list);
      }),
    );
    expect(taken.length).toBeGreaterThan(20);
    expect(taken).not.toContain(-1);
    const { score, measures } = plan;
    expect(written(built.problem, taken)).toEqual({ score, measures, broken: [] });
    expect(plan.bound).toBeGreaterThanOrEqual(score);
  });
});
