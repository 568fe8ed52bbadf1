import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptPlan } from "~/services/accept-plan.server";
import { theQueue } from "~/services/solve-queue.server";
import { closeWhatIf, makeWhatIf } from "~/services/what-if/plan-what-if.server";
import { readWhatIf, type WhatIfChoices } from "~/services/what-if/what-if-form.server";
import { readWeekRecord } from "~/services/week-record.server";
import type { ScenarioChange } from "~/domain/scenario";
import { newId } from "~db/new-id";
import { latestPlan } from "~db/plans";
import { findScenario, listScenarios, scenarioRuns } from "~db/scenarios";
import { listRuns } from "~db/solve-runs";
import { acceptedHub, nameOf, standing, tell } from "./replan-hub";
import {
  ENDLESS,
  endedRun,
  PLAN_DATE,
  QUICK,
  SCHEDULER,
  settingsOf,
  startedRun,
  WEEK,
} from "./solve-week-hub";

let held: Awaited<ReturnType<typeof acceptedHub>>;
beforeEach(async () => void (held = await acceptedHub()));
afterEach(async () => {
  await theQueue().close();
  await held.close();
});

const asked = (changes: ScenarioChange[], more: Partial<Parameters<typeof makeWhatIf>[3]> = {}) => ({
  ...{ id: newId(), organisation: "RQM", week: WEEK, name: "Without one", changes, planDate: PLAN_DATE },
  ...{ wishes: QUICK, settings: settingsOf(held.folder) },
  ...more,
});

async function made(changes: ScenarioChange[], more: Partial<Parameters<typeof makeWhatIf>[3]> = {}) {
  const outcome = await makeWhatIf(held.scope, held.store, SCHEDULER, asked(changes, more));
  if (outcome.kind !== "made") throw new Error(outcome.kind);
  return outcome;
}

describe("a what-if of a week", () => {
  it("is planned beside the live week, which stays as it is, and is never accepted", async () => {
    const before = await standing(held);
    const [first] = before;
    await tell(held, first!, "told");
    const sessionId = await nameOf(held, first!.session);
    const { scenario, run } = await made([{ kind: "closeSession", sessionId }]);
    expect(await endedRun(held, run)).toMatchObject({ state: "done", scenario });
    const record = (await readWeekRecord(held.scope, held.store.db, run))!;
    expect(record.lists.map((list) => list.sessionId)).not.toContain(sessionId);
    expect(record.maxMoves).toBe(1);
    expect(await standing(held)).toEqual(before);
    const live = await listRuns(held.scope, held.store.db, "RQM", WEEK);
    expect(live.map(({ id }) => id)).toEqual([held.run]);
    expect((await latestPlan(held.scope, held.store.db, "RQM", WEEK))?.run).toBe(held.run);
    const accepted = await acceptPlan(held.scope, held.store, SCHEDULER, {
      ...{ run, baseRevision: 1, today: PLAN_DATE },
    });
    expect(accepted).toEqual({ kind: "notFound" });
  });

  it("fills a list more", async () => {
    const like = await nameOf(held, (await standing(held))[0]!.session);
    const { run } = await made([
      { kind: "addSession", like, theatre: "Theatre 9", date: "2026-12-19", start: "08:30", end: "17:30" },
    ]);
    await endedRun(held, run);
    const record = (await readWeekRecord(held.scope, held.store.db, run))!;
    expect(record.lists.find(({ sessionId }) => sessionId === "WHAT-IF-1")!.cases.length).toBeGreaterThan(0);
  });

  it("waits its turn beside the live week, and is made once by a form that is sent twice", async () => {
    const live = await startedRun(held, { wishes: ENDLESS });
    const twice = asked([{ kind: "overrun", value: 0.1 }]);
    const [one, two] = [
      await makeWhatIf(held.scope, held.store, SCHEDULER, twice),
      await makeWhatIf(held.scope, held.store, SCHEDULER, twice),
    ];
    expect(two).toEqual(one);
    expect(await scenarioRuns(held.scope, held.store.db, twice.id)).toHaveLength(1);
    expect(one).not.toMatchObject({ run: live });
    theQueue().cancel(live);
    const run = one.kind === "made" ? one.run : "";
    expect(await endedRun(held, run)).toMatchObject({ state: "done" });
  });

  it("leaves the list when it is closed, and its solve ends", async () => {
    const { scenario, run } = await made([{ kind: "weight", measure: "minutes", value: 9 }], {
      wishes: ENDLESS,
    });
    expect(await closeWhatIf(held.scope, held.store, SCHEDULER, scenario)).toBe(true);
    expect(["killed", "stopped"]).toContain((await endedRun(held, run)).state);
    expect(await closeWhatIf(held.scope, held.store, SCHEDULER, scenario)).toBe(false);
    expect(await listScenarios(held.scope, held.store.db, "RQM", WEEK)).toEqual([]);
    expect(await findScenario(held.scope, held.store.db, scenario)).toMatchObject({ id: scenario });
    expect(await findScenario({ organisations: [], sites: [] }, held.store.db, scenario)).toBeNull();
  });

  it("that cannot be planned leaves nothing behind in the list", async () => {
    const nowhere = asked([{ kind: "overrun", value: 0.1 }], { week: "2027-06-07" });
    expect(await makeWhatIf(held.scope, held.store, SCHEDULER, nowhere)).toEqual({ kind: "noSessions" });
    expect(await listScenarios(held.scope, held.store.db, "RQM", "2027-06-07")).toEqual([]);
  });
});

describe("the form of a what-if", () => {
  const choices: WhatIfChoices = {
    days: { from: "2026-12-14", to: "2026-12-20" },
    theatres: ["RQM01|Theatre 1"],
    surgeons: ["C1"],
    resources: ["RQM01|bed"],
    sessions: ["S1"],
    sites: ["RQM01", "RQM02"],
  };
  const read = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return readWhatIf(form, choices);
  };
  const fields = (answer: ReturnType<typeof read>) =>
    answer.kind === "refused" ? answer.problems.map(({ field }) => field) : [];

  it("reads every part, and a day alone as a day", () => {
    const added = {
      like: "S1",
      addTheatre: "Theatre 3",
      addDate: "2026-12-19",
      addStart: "08:30",
      addEnd: "12:30",
    };
    const answer = read({
      ...{ name: " A Saturday ", theatre: "RQM01|Theatre 1", theatreFrom: "2026-12-15" },
      ...{ surgeon: "C1", surgeonFrom: "2026-12-14", surgeonTo: "2026-12-20" },
      ...{ resource: "RQM01|bed", resourceBy: "−2", resourceFrom: "2026-12-16" },
      ...{ close: "S1", measure: "urgent", weight: "0", overrun: "10", sitesFrom: "RQM01", sitesTo: "RQM02" },
      ...added,
    });
    expect(answer).toEqual({
      kind: "read",
      name: "A Saturday",
      changes: [
        { kind: "loseTheatre", site: "RQM01", theatre: "Theatre 1", from: "2026-12-15", to: "2026-12-15" },
        { kind: "loseSurgeon", surgeon: "C1", from: "2026-12-14", to: "2026-12-20" },
        { kind: "resource", site: "RQM01", resource: "bed", by: -2, from: "2026-12-16", to: "2026-12-16" },
        { kind: "closeSession", sessionId: "S1" },
        {
          kind: "addSession",
          like: "S1",
          theatre: "Theatre 3",
          date: "2026-12-19",
          start: "08:30",
          end: "12:30",
        },
        { kind: "weight", measure: "urgent", value: 0 },
        { kind: "overrun", value: 0.1 },
        { kind: "sites", from: "RQM01", to: "RQM02" },
      ],
    });
  });

  it.each([
    [{}, ["name", "theatre"]],
    [{ name: "x" }, ["theatre"]],
    [{ name: "x", theatre: "RQM09|T" }, ["theatre"]],
    [{ name: "x", surgeon: "C1", surgeonFrom: "2026-12-21" }, ["surgeonFrom"]],
    [{ name: "x", surgeon: "C1", surgeonFrom: "2026-12-13" }, ["surgeonFrom"]],
    [{ name: "x", surgeon: "C1", surgeonFrom: "2026-12-15", surgeonTo: "2026-12-14" }, ["surgeonTo"]],
    [{ name: "x", resource: "RQM01|bed", resourceBy: "0", resourceFrom: "2026-12-14" }, ["resourceBy"]],
    [{ name: "x", resource: "RQM01|bed", resourceBy: "201", resourceFrom: "2026-12-14" }, ["resourceBy"]],
    [{ name: "x", measure: "urgent", weight: "100001" }, ["weight"]],
    [{ name: "x", overrun: "0" }, ["overrun"]],
    [{ name: "x", overrun: "101" }, ["overrun"]],
    [{ name: "x", sitesFrom: "RQM01", sitesTo: "RQM01" }, ["sitesTo"]],
    [{ name: "x".repeat(81), overrun: "100" }, ["name"]],
  ])("refuses %j at %j", (given, at) => expect(fields(read(given))).toEqual(at));
});
