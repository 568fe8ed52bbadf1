import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanInput } from "~/domain/plan-input";
import { buildProblem } from "~/services/build-problem.server";
import { decodePlan } from "~/services/decode-plan.server";
import { explainPlan } from "~/services/explain-plan.server";
import { judgePlan } from "~/services/judge-plan.server";
import { planContext } from "~/services/planning/plan-context.server";
import { solve } from "~solver/solve";
import { randomRows } from "./random-rows";
import { rowsBroken } from "./rows-broken";

const WEEKS = 120;
const STEPS = 30;

/** What the command does with rows, without its thread: a plan and what is wrong with it, or null where it is refused. */
function judged(input: PlanInput) {
  const context = planContext(input);
  const built = buildProblem(context);
  if (built.kind === "refused") return null;
  const run = { seed: 1, steps: STEPS, timeLimit: null, workers: 1 };
  const solved = solve(built.problem, run);
  if (solved.kind === "malformed") throw new Error(solved.faults.join());
  if (solved.kind === "refused") return null;
  const reasons = explainPlan(context, built, solved);
  const plan = decodePlan(context, built, solved, { seed: 1, seconds: 0 }, reasons);
  const again = solve(built.problem, { ...run, seed: 2, steps: 2 * STEPS });
  const scores = [plan.score, solved.handRule.score, again.kind === "solved" ? again.score : Infinity];
  return { plan, faults: [...judgePlan(context, plan), ...rowsBroken(input, plan)], scores };
}

describe("plans of random rows", () => {
  it("keep every rule of the rows, and no plan is above their bound", () => {
    let [planned, placed] = [0, 0];
    fc.assert(
      fc.property(randomRows, (input) => {
        const found = judged(input);
        if (found === null) return input.entries.some(({ tciSession }) => tciSession !== null);
        expect(found.faults).toEqual([]);
        expect(found.plan.bound).toBeGreaterThanOrEqual(Math.max(...found.scores));
        planned++;
        placed += found.plan.sessions.flatMap(({ cases }) => cases).length;
        return true;
      }),
      { numRuns: WEEKS },
    );
    expect(planned).toBeGreaterThan(100);
    expect(placed).toBeGreaterThan(planned);
  });
});
