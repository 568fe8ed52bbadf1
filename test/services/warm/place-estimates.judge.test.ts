import { describe, expect, it } from "vitest";
import { errorOf, placesBesideTruth, type Estimated } from "~/cli/bench/estimates";
import { buildProblem } from "~/services/build-problem.server";
import { planContext } from "~/services/planning/plan-context.server";
import { solve } from "~solver/solve";
import { Warm } from "~solver/warm/warm";
import { makeInstance, readInput } from "../../setup/instance";
import { SHARED } from "../../setup/shared";

/** Entries without a place of each instance that are asked about. */
const ASKED = 25;

/** What placing somebody changes, as told with the plan of an instance and as planning again finds. */
function compared(seed: number): Estimated[] {
  const context = planContext(readInput(makeInstance({ providers: "RKE", seed, scale: 0.5 })));
  const built = buildProblem(context);
  if (built.kind !== "built") throw new Error(JSON.stringify(built.faults));
  const solution = solve(built.problem, { seed: 1, steps: null, timeLimit: null, workers: 1 });
  if (solution.kind !== "solved") throw new Error(JSON.stringify(solution));
  const warm = Warm.from(built.problem, solution);
  if (!(warm instanceof Warm)) throw new Error(warm.kind);
  return placesBesideTruth({ context, built, solved: solution, warm }, ASKED);
}

describe.runIf(SHARED)("what it costs to place a patient, estimated and by re-solve", () => {
  const all = SHARED ? [41, 42, 43].flatMap(compared) : [];

  it("is never more than was said", () => {
    expect(all.length).toBeGreaterThan(50);
    for (const { estimate, truth } of all) expect(truth).toBeGreaterThanOrEqual(estimate);
  });

  it("is off by less than two fifths of the truth on average", () => {
    const { truth, mean, correlation } = errorOf(all);
    expect(truth).toBeLessThan(0);
    expect(mean / -truth).toBeLessThan(0.4);
    expect(correlation).toBeGreaterThan(0.8);
  });
});
