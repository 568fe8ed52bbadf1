import { describe, expect, it } from "vitest";
import { errorOf, type Estimated } from "~/cli/bench/estimates";
import { LIFTABLE_RULES, type Liftable, type Lifted } from "~/domain/plan-reasons";
import { buildProblem } from "~/services/build-problem.server";
import { explainPlan } from "~/services/explain-plan.server";
import { planContext } from "~/services/planning/plan-context.server";
import { WarmWeek } from "~/services/warm/warm-week.server";
import { NO_ENGINES } from "~solver/engines/engine";
import { solve } from "~solver/solve";
import { makeInstance, readInput } from "../../setup/instance";
import { SHARED } from "../../setup/shared";

const isLifted = (what: { kind: string }): what is Lifted => LIFTABLE_RULES.includes(what.kind as Liftable);

/** What every rule lifted for somebody would bring, as told with a plan and as planning again finds. */
function compared(seed: number): Estimated[] {
  const input = readInput(makeInstance({ providers: "RKE", seed, scale: 1, hard: 1 }));
  const context = planContext(input);
  const built = buildProblem(context);
  if (built.kind !== "built") throw new Error(JSON.stringify(built.faults));
  const solution = solve(built.problem, { seed: 1, steps: null, timeLimit: null, workers: 1 });
  if (solution.kind !== "solved") throw new Error(JSON.stringify(solution));
  const woken = WarmWeek.wake(input, solution, NO_ENGINES);
  if (woken.kind !== "ready") throw new Error(woken.sentence);
  return [...explainPlan(context, built, solution).changes].flatMap(([entry, changes]) =>
    changes.flatMap(({ what, points }) => {
      if (!isLifted(what)) return [];
      const { pathwayId, issuer } = entry;
      const { kind: rule, sessionId } = what;
      const answer = woken.week.ask({ kind: "lift", rule, entry: { pathwayId, issuer }, sessionId });
      if (answer.kind !== "answered") throw new Error(JSON.stringify(answer));
      expect(answer.moved).toContainEqual({ entry: { pathwayId, issuer }, from: null, to: sessionId });
      expect(answer.bound).toBeGreaterThanOrEqual(answer.score);
      return [{ estimate: points, exchange: points, truth: answer.change }];
    }),
  );
}

describe.runIf(SHARED)("what a rule lifted for one patient is worth, estimated and by re-solve", () => {
  const all = SHARED ? [31, 32, 33].flatMap(compared) : [];

  it("is never less than was said", () => {
    expect(all.length).toBeGreaterThan(5);
    for (const { estimate, truth } of all) expect(truth).toBeGreaterThanOrEqual(estimate);
  });

  it("is off by less than a tenth of the truth on average", () => {
    const { truth, mean, correlation } = errorOf(all);
    expect(mean / truth).toBeLessThan(0.1);
    expect(correlation).toBeGreaterThan(0.95);
  });
});
