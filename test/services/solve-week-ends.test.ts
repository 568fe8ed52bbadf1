import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endAbandonedRuns } from "~/services/solve-week-abandoned.server";
import { endSolve } from "~/services/solve-week-end.server";
import { INTERRUPTED } from "~/services/solve-week-words.server";
import { theQueue } from "~/services/solve-queue.server";
import { findPlan } from "~db/plans";
import { askRun, claimRun, findRun } from "~db/solve-runs";
import {
  ENDLESS,
  endedRun,
  heldHub,
  PLAN_DATE,
  SCHEDULER,
  settingsOf,
  startedRun,
  until,
  WEEK,
} from "./solve-week-hub";
import type { HeldHub } from "./solve-week-hub";

let held: HeldHub;
beforeEach(async () => void (held = await heldHub()));
afterEach(async () => {
  await theQueue().close();
  await held.close();
});

const end = (run: string, how: "stop" | "cancel", scope = held.scope) =>
  endSolve(scope, held.store, SCHEDULER, run, how);
const planOf = (run: string) => findPlan(held.scope, held.store.db, run);
const isRunning = (run: string) =>
  until(run, ({ state, progress }) => state === "running" && typeof progress?.score === "number");

describe("a solve that a person ends", () => {
  it("keeps its best plan when it is stopped", async () => {
    const run = await startedRun(held, { wishes: ENDLESS });
    await isRunning(run);
    expect(await end(run, "stop")).toBe(true);
    expect(theQueue().look(run)?.stopAsked).toBe(true);
    const ended = await endedRun(held, run);
    expect(ended).toMatchObject({ state: "stopped", stopAsked: true });
    expect(ended.message).toMatch(/^Stopped before its last step\. This plan is at most /);
    expect((await planOf(run))!.score).toBeGreaterThan(0);
  });

  it("leaves no plan when it is cancelled", async () => {
    const run = await startedRun(held, { wishes: ENDLESS });
    await isRunning(run);
    expect(await end(run, "cancel")).toBe(true);
    expect(await endedRun(held, run)).toMatchObject({
      ...{ state: "killed", message: "Cancelled. Nothing was changed." },
    });
    expect(await planOf(run)).toBeNull();
  });

  it("is gone from the queue when it still waited, whichever was asked", async () => {
    const first = await startedRun(held, { wishes: ENDLESS });
    const waiting = await startedRun(held, { week: "2026-12-21" });
    expect(theQueue().look(waiting)).toMatchObject({ state: "queued", before: 1 });
    expect(await end(waiting, "stop")).toBe(true);
    expect(await endedRun(held, waiting)).toMatchObject({
      ...{ state: "stopped", message: "Cancelled before it began." },
    });
    expect(theQueue().look(first)).not.toBeNull();
  });

  it("cannot be ended by whom it is hidden from, nor after its end", async () => {
    const run = await startedRun(held);
    expect(await end(run, "cancel", { ...held.scope, sites: ["RQM01"] })).toBe(false);
    expect(await end("no-such-run", "stop")).toBe(false);
    await endedRun(held, run);
    expect(await end(run, "cancel")).toBe(true);
    expect(await end(run, "stop")).toBe(true);
    expect(await findRun(held.scope, held.store.db, run)).toMatchObject({ state: "done", stopAsked: false });
    expect(await planOf(run)).not.toBeNull();
  });
});

describe("a solve that ends otherwise", () => {
  it("says so in a word when its worker dies, and the next solve runs", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const run = await startedRun(held, { settings: settingsOf("/dev/null/nowhere") });
    const ended = await endedRun(held, run);
    expect(ended.state).toBe("failed");
    expect(ended.message).toMatch(/^The solve ended because of a fault in Hublist/);
    expect(ended.message).not.toMatch(/ENOTDIR|nowhere/);
    expect(log.mock.calls).toHaveLength(1);
    log.mockRestore();
    expect(await endedRun(held, await startedRun(held))).toMatchObject({ state: "done" });
  });

  it("is closed with a word when the process that carried it out is gone", async () => {
    const { store, scope } = held;
    const options = { planDate: PLAN_DATE, steps: null, timeLimit: null, workers: 1, movePrice: 0 };
    const asked = { organisation: "RQM", week: WEEK, sites: scope.sites, options, seed: 1, policyNumber: 0 };
    const run = await askRun(store, SCHEDULER, asked);
    await claimRun(store, SCHEDULER, run);
    expect(await endAbandonedRuns(store)).toBe(1);
    expect(await findRun(scope, store.db, run)).toMatchObject({ state: "failed", message: INTERRUPTED });
    expect(await endedRun(held, await startedRun(held))).toMatchObject({ state: "done" });
  });

  it("is not closed while it runs here", async () => {
    const run = await startedRun(held, { wishes: ENDLESS });
    expect(await endAbandonedRuns(held.store)).toBe(0);
    expect(await findRun(held.scope, held.store.db, run)).not.toMatchObject({ state: "failed" });
  });

  it("is ended with the server, whatever waits behind it", async () => {
    const first = await startedRun(held, { wishes: ENDLESS });
    const second = await startedRun(held, { week: "2026-12-21" });
    await theQueue().close();
    expect(await findRun(held.scope, held.store.db, first)).toMatchObject({ state: "killed" });
    expect(await findRun(held.scope, held.store.db, second)).toMatchObject({ state: "stopped" });
  });
});
