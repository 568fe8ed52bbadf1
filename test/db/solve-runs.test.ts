import { expect, it } from "vitest";
import { DEFAULT_POLICY } from "~/domain/policy";
import { ACTOR, onEachEngine } from "./engines";
import { givenHub, HUB } from "./given-hub";

const MEASURES = { urgent: 1, waiting: 2, minutes: 3, dayCaseHub: 4, weeksWaited: 5 };
const FOUND = {
  text: '{"score": 21250268123}\n',
  score: 21_250_268_123,
  bound: 21_344_714_456,
  gap: 0.0044,
  measures: MEASURES,
  handRule: { score: 12, measures: MEASURES },
};
const ASKED = {
  organisation: "RQM",
  week: "2026-12-14",
  sites: ["RQM01", "RQM02"],
  options: { planDate: "2026-11-22", steps: null, timeLimit: 30, workers: 1, movePrice: 0 },
  seed: 1,
  policyNumber: 0,
};
const PROGRESS = { phase: "search", steps: 5, stepsPlanned: 10, score: 7, bound: 9, seconds: 1.5 };

onEachEngine("solve runs", (given, load) => {
  const runs = load(() => import("~db/solve-runs"));
  const plans = load(() => import("~db/plans"));
  const policies = load(() => import("~db/policies"));

  it("go from queued over running to a plan with its files, byte for byte", async () => {
    await givenHub(given.store);
    const id = await runs().askRun(given.store, ACTOR, ASKED);
    expect((await runs().openRuns(HUB, given.store.db)).map((run) => run.id)).toEqual([id]);
    expect(await runs().claimRun(given.store, ACTOR, id)).toBe(true);
    expect(await runs().claimRun(given.store, ACTOR, id)).toBe(false);
    expect(await runs().reportProgress(given.store, ACTOR, id, PROGRESS)).toEqual({ stopAsked: false });
    expect(await runs().askToStop(HUB, given.store, ACTOR, id)).toEqual({ kind: "asked" });
    expect(await runs().reportProgress(given.store, ACTOR, id, PROGRESS)).toEqual({ stopAsked: true });
    const files = [{ name: "sessions.csv", bytes: Buffer.from([0xef, 0xbb, 0xbf, 0x00, 0xff]) }];
    const end = { state: "stopped" as const, message: "Stopped; the best so far was kept." };
    expect(await plans().savePlan(given.store, ACTOR, id, end, { ...FOUND, files })).toBe(true);
    expect(await plans().savePlan(given.store, ACTOR, id, end, { ...FOUND, files })).toBe(false);
    expect(await runs().findRun(HUB, given.store.db, id)).toMatchObject({
      ...end,
      progress: PROGRESS,
      stopAsked: true,
    });
    const { text, ...summary } = FOUND;
    expect(await plans().latestPlan(HUB, given.store.db, "RQM", ASKED.week)).toMatchObject({
      run: id,
      ...summary,
    });
    expect(await plans().readPlanText(HUB, given.store.db, id)).toBe(text);
    expect(await plans().listPlanFiles(HUB, given.store.db, id)).toEqual(["sessions.csv"]);
    expect(await plans().readPlanFile(HUB, given.store.db, id, "sessions.csv")).toEqual(files[0]!.bytes);
    expect(await plans().readPlanFile(HUB, given.store.db, id, "pins.csv")).toBeNull();
  });

  it("end once: a run that was killed takes no plan and no other end", async () => {
    await givenHub(given.store);
    const id = await runs().askRun(given.store, ACTOR, ASKED);
    await runs().claimRun(given.store, ACTOR, id);
    expect(await runs().endRun(given.store, ACTOR, id, { state: "killed", message: "Killed." })).toBe(true);
    expect(await runs().endRun(given.store, ACTOR, id, { state: "failed", message: "Late." })).toBe(false);
    expect(
      await plans().savePlan(given.store, ACTOR, id, { state: "done", message: "" }, { ...FOUND, files: [] }),
    ).toBe(false);
    expect(await plans().findPlan(HUB, given.store.db, id)).toBeNull();
    expect(await runs().reportProgress(given.store, ACTOR, id, PROGRESS)).toEqual({ stopAsked: true });
    expect(await runs().askToStop(HUB, given.store, ACTOR, id)).toEqual({ kind: "over", state: "killed" });
  });

  it("stop at once while they wait in the queue", async () => {
    await givenHub(given.store);
    const id = await runs().askRun(given.store, ACTOR, ASKED);
    expect(await runs().askToStop(HUB, given.store, ACTOR, id)).toEqual({ kind: "stopped" });
    expect(await runs().claimRun(given.store, ACTOR, id)).toBe(false);
  });

  it("are seen only by those who may see all their sites", async () => {
    await givenHub(given.store);
    const id = await runs().askRun(given.store, ACTOR, ASKED);
    const part = { organisations: ["RQM"], sites: ["RQM01"] };
    expect(await runs().findRun(part, given.store.db, id)).toBeNull();
    expect(await runs().listRuns(part, given.store.db, "RQM", ASKED.week)).toEqual([]);
    expect(await runs().listRuns(HUB, given.store.db, "RQM", ASKED.week)).toHaveLength(1);
    expect(await runs().askToStop(part, given.store, ACTOR, id)).toEqual({ kind: "notFound" });
  });

  it("use a policy that is saved version by version, never over somebody else's", async () => {
    await givenHub(given.store);
    const { currentPolicy, savePolicy, listPolicies } = policies();
    expect(await currentPolicy(HUB, given.store.db, "RQM")).toMatchObject({
      number: 0,
      policy: DEFAULT_POLICY,
    });
    const policy = { ...DEFAULT_POLICY, noticeDays: 14 };
    const saved = { organisation: "RQM", base: 0, policy, reason: "Agreed with the board" };
    expect(await savePolicy(HUB, given.store, ACTOR, saved)).toEqual({ kind: "saved", number: 1 });
    expect(await savePolicy(HUB, given.store, ACTOR, saved)).toEqual({
      kind: "changedSince",
      number: 1,
      by: "command:test",
    });
    expect(await currentPolicy(HUB, given.store.db, "RQM")).toMatchObject({ number: 1, policy });
    expect(await listPolicies(HUB, given.store.db, "RQM")).toHaveLength(1);
    const elsewhere = { organisations: ["RKE"], sites: ["RKE01"] };
    expect(await currentPolicy(elsewhere, given.store.db, "RQM")).toBeNull();
    expect(await savePolicy(elsewhere, given.store, ACTOR, saved)).toEqual({ kind: "notFound" });
  });
});
