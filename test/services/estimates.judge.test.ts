import { describe, expect, it } from "vitest";
import { errorOf, estimatesBesideTruth, type Estimated } from "~/cli/bench/estimates";
import { buildProblem } from "~/services/build-problem.server";
import { planContext } from "~/services/planning/plan-context.server";
import { solve } from "~solver/solve";
import { Warm } from "~solver/warm/warm";
import { makeInstance, readInput } from "../setup/instance";
import { SHARED } from "../setup/shared";

/** Units of an instance that are asked about, those of the dearest estimates. */
const ASKED = 12;

/** Estimates of an instance beside what re-solving finds, in points. */
function compared(seed: number): Estimated[] {
  const context = planContext(readInput(makeInstance({ providers: "RKE", seed, scale: 0.25 })));
  const built = buildProblem(context);
  if (built.kind !== "built") throw new Error(JSON.stringify(built.faults));
  const { problem } = built;
  const solution = solve(problem, { seed: 1, steps: null, timeLimit: null, workers: 1 });
  if (solution.kind !== "solved") throw new Error(JSON.stringify(solution));
  const warm = Warm.from(problem, solution);
  if (!(warm instanceof Warm)) throw new Error(warm.kind);
  return estimatesBesideTruth({ context, built, solved: solution, warm }, ASKED);
}

describe.runIf(SHARED)("what one unit more is worth, estimated and by re-solve", () => {
  const all = SHARED ? [1, 2, 3].flatMap(compared) : [];

  it("is off by less than a quarter of the truth on average, by less than the dearest at worst", () => {
    expect(all.length).toBeGreaterThan(20);
    const { truth, mean, worst, correlation } = errorOf(all);
    expect(truth).toBeGreaterThan(0);
    expect(mean / truth).toBeLessThan(0.25);
    expect(worst).toBeLessThan(Math.max(...all.map((one) => one.truth)));
    expect(correlation).toBeGreaterThan(0.95);
  });

  it("is never less than the exchange that was found by the rules", () => {
    for (const { truth, exchange } of all) expect(truth).toBeGreaterThanOrEqual(exchange);
  });
});
