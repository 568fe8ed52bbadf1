import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSolve } from "~/services/solve-week.server";
import { theQueue } from "~/services/solve-queue.server";
import { findPlan, listPlanFiles } from "~db/plans";
import { findRun } from "~db/solve-runs";
import { heldHub, PLAN_DATE, SCHEDULER, settingsOf, WEEK, type HeldHub } from "./solve-week-hub";

let held: HeldHub;
beforeEach(async () => void (held = await heldHub()));
afterEach(async () => {
  await theQueue().close();
  await held.close();
});

const asked = { organisation: "RQM", week: WEEK, planDate: PLAN_DATE };
const quick = { seed: 1, stepsPerSession: 20, movePrice: 100 };
type Changes = Partial<Parameters<typeof startSolve>[3]>;
const start = (changes: Changes = {}) => {
  const settings = settingsOf(held.folder);
  return startSolve(held.scope, held.store, SCHEDULER, { ...asked, wishes: quick, settings, ...changes });
};

/** Waits until the run has left the queue. */
async function ended(run: string) {
  while (theQueue().look(run)) await new Promise((resolve) => setTimeout(resolve, 50));
  return (await findRun(held.scope, held.store.db, run))!;
}

async function startedRun(changes: Changes = {}): Promise<string> {
  const outcome = await start(changes);
  if (outcome.kind !== "started") throw new Error(`not started: ${outcome.kind}`);
  return outcome.run;
}

describe("planning a week", () => {
  it("keeps the plan with the files it was made from", async () => {
    const run = await startedRun();
    const seen: string[] = [];
    theQueue().watch(run, () => seen.push(theQueue().look(run)?.state ?? "gone"));
    expect(await ended(run)).toMatchObject({ state: "done", askedBy: "user:scheduler", policyNumber: 0 });
    expect(seen).toContain("running");
    expect(seen.at(-1)).toBe("gone");
    const plan = (await findPlan(held.scope, held.store.db, run))!;
    expect(plan.score).toBeGreaterThanOrEqual(plan.handRule.score);
    expect(plan.bound).toBeGreaterThanOrEqual(plan.score);
    expect(await listPlanFiles(held.scope, held.store.db, run)).toEqual(
      expect.arrayContaining([
        "history.json",
        "pins.csv",
        "policy.json",
        "waiting-list.csv",
        "week-record.json",
      ]),
    );
  });
});
