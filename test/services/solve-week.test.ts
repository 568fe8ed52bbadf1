import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Plan } from "~/domain/plan";
import { theQueue } from "~/services/solve-queue.server";
import { readUnplaced, readWeekRecord } from "~/services/week-record.server";
import { findPlan, listPlanFiles, readPlanText } from "~db/plans";
import { openRuns } from "~db/solve-runs";
import { ENDLESS, endedRun, heldHub, start, startedRun, type HeldHub } from "./solve-week-hub";

let held: HeldHub;
beforeEach(async () => void (held = await heldHub()));
afterEach(async () => {
  await theQueue().close();
  await held.close();
});

describe("planning a week", () => {
  it("keeps the plan with the files it was made from", async () => {
    const run = await startedRun(held);
    const seen: string[] = [];
    theQueue().watch(run, () => seen.push(theQueue().look(run)?.state ?? "gone"));
    expect(await endedRun(held, run)).toMatchObject({
      ...{ state: "done", askedBy: "user:scheduler", policyNumber: 0 },
    });
    expect(seen).toContain("running");
    expect(seen.at(-1)).toBe("gone");
    const plan = (await findPlan(held.scope, held.store.db, run))!;
    expect(plan.score).toBeGreaterThanOrEqual(plan.handRule.score);
    expect(plan.bound).toBeGreaterThanOrEqual(plan.score);
    expect(await listPlanFiles(held.scope, held.store.db, run)).toEqual(
      expect.arrayContaining([
        ...["history.json", "pins.csv", "policy.json", "prices.json", "waiting-list.csv", "week-record.json"],
      ]),
    );
  });

  it("names sites and lists to people, and keeps to codes in the planner's own file", async () => {
    const { store, scope } = held;
    const run = await startedRun(held);
    await endedRun(held, run);
    const record = (await readWeekRecord(scope, store.db, run))!;
    const said: string[] = [];
    for await (const chunk of readUnplaced(scope, store.db, run, record.unplaced.chunks))
      said.push(...chunk.map(({ detail }) => detail));
    const plan = JSON.parse((await readPlanText(scope, store.db, run))!) as Plan;
    expect(said.filter((detail) => /\bRQM\w\w\b|session S\d/i.test(detail))).toEqual([]);
    expect(said).toContainEqual(expect.stringMatching(/is at the hub [A-Z][a-z]/));
    expect(plan.unplaced.map(({ detail }) => detail)).toContainEqual(
      expect.stringMatching(/session S\d+ on .* is at the hub RQM/),
    );
  });

  it("starts once, however often it is asked for, and again when that has ended", async () => {
    const first = await startedRun(held, { wishes: ENDLESS });
    const others = await Promise.all([start(held), start(held)]);
    for (const other of others) expect(other).toEqual({ kind: "alreadyRunning", run: first });
    expect(await openRuns(held.scope, held.store.db)).toHaveLength(1);
    theQueue().cancel(first);
    await endedRun(held, first);
    expect(await startedRun(held)).not.toBe(first);
  });

  it("starts once when two people ask at the very same time", async () => {
    const outcomes = await Promise.all([start(held), start(held), start(held)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["alreadyRunning", "alreadyRunning", "started"]);
    expect(new Set(outcomes.map((outcome) => "run" in outcome && outcome.run)).size).toBe(1);
  });

  it("refuses an organisation out of reach, a week without sessions, and another's sites", async () => {
    expect(await start(held, { organisation: "RZZ" })).toEqual({ kind: "noSessions" });
    expect(await start(held, { week: "2027-06-07" })).toEqual({ kind: "noSessions" });
    const oneSite = { ...held, scope: { ...held.scope, sites: ["RQM01"] } };
    const { name } = held.hub.sites.find(({ code }) => code === "RQM02")!;
    expect(await start(oneSite)).toEqual({ kind: "otherSites", names: [name] });
    expect(await openRuns(held.scope, held.store.db)).toEqual([]);
  });
});
