import { describe, expect, it } from "vitest";
import { check } from "~solver/check";
import { ready, run } from "~solver/run";
import type { Outcome } from "~solver/run";
import type { Progress, Solved, SolveOptions } from "~solver/solution";
import { solve } from "~solver/solve";
import { demoProblem } from "./demo-problem";
import { SOLVER_WORKER } from "../setup/programs";

/** The worker as source, as development has it. */
const SOURCE = new URL("../../solver/worker.ts", import.meta.url);
const LONG: SolveOptions = { seed: 1, steps: 10_000_000, timeLimit: null, workers: 1 };
const { problem } = demoProblem({ provider: "RQM", scale: 0.3 }).built;

/** A worker that does only this. */
const worker = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`;

/** The solution of a finished run, whose plan keeps every rule and whose bound holds. */
function sound(outcome: Outcome): Solved {
  if (outcome.kind !== "finished" || outcome.solution.kind !== "solved")
    throw new Error(JSON.stringify(outcome));
  const { solution } = outcome;
  expect(check(problem, solution.options)).toEqual({
    violations: [],
    score: solution.score,
    measures: solution.measures,
  });
  expect(solution.bound).toBeGreaterThanOrEqual(solution.score);
  expect(solution.score).toBeGreaterThanOrEqual(solution.handRule.score);
  return solution;
}

describe("a run in a worker", () => {
  it("gives what solve gives, whatever the number of workers", async () => {
    const options = { ...LONG, steps: 100 };
    const expected = JSON.stringify(solve(problem, options));
    for (const workers of [1, 3]) {
      const outcome = await run(SOURCE, problem, { ...options, workers }).outcome;
      expect(JSON.stringify(sound(outcome))).toBe(expected);
    }
  });

  it("ends with the best plan so far when asked to stop, and reports on its way", async () => {
    const reports: Progress[] = [];
    const started = run(SOLVER_WORKER, problem, LONG, (progress) => {
      reports.push(progress);
      if (reports.filter(({ phase }) => phase === "search").length === 3) started.stop();
    });
    const { endedBy, score, bound } = sound(await started.outcome);
    expect(endedBy).toBe("stop");
    expect(reports.map(({ phase }) => phase).join()).toMatch(/^(prices,)*(search,)*search$/);
    for (const [at, report] of reports.entries()) {
      const before = reports[at - 1];
      if (report.score !== null) expect(report.score).toBeLessThanOrEqual(report.bound ?? -Infinity);
      if (!before) continue;
      expect(report.seconds - before.seconds).toBeGreaterThanOrEqual(0.199);
      if (report.phase === before.phase) expect(report.steps).toBeGreaterThanOrEqual(before.steps);
      expect(report.score ?? -Infinity).toBeGreaterThanOrEqual(before.score ?? -Infinity);
      expect(report.bound ?? Infinity).toBeLessThanOrEqual(before.bound ?? Infinity);
    }
    expect(score).toBeGreaterThanOrEqual(reports.at(-1)?.score ?? Infinity);
    expect(bound).toBeLessThanOrEqual(reports.at(-1)?.bound ?? -Infinity);
  });

  it("ends with a whole plan when asked to stop at once", async () => {
    const started = run(SOLVER_WORKER, problem, LONG);
    started.stop();
    expect(sound(await started.outcome)).toMatchObject({ endedBy: "stop", steps: 0 });
  });

  it("keeps its time limit, less the time that others had its core", async () => {
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const outcome = await run(SOLVER_WORKER, problem, { ...LONG, timeLimit: 2 }).outcome;
    const elapsed = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    expect(sound(outcome).endedBy).toBe("time");
    // The worker is never idle, so time in which the process had no core is time that the machine kept from it.
    const starved = Math.max(0, elapsed - (user + system) / 1e6);
    expect(elapsed - starved).toBeLessThan(2 + 0.3);
    // A machine that others keep busy is given more time to hand over, so a run ends earlier there.
    expect(elapsed + starved).toBeGreaterThan(1.5);
  });

  it("ends at once when killed, without a plan", async () => {
    const reported = await new Promise<Outcome>((settle) => {
      const started = run(SOLVER_WORKER, problem, LONG, () => started.kill());
      void started.outcome.then(settle);
    });
    expect(reported).toEqual({ kind: "killed" });
    const atOnce = run(SOLVER_WORKER, problem, LONG);
    atOnce.kill();
    expect(await atOnce.outcome).toEqual({ kind: "killed" });
    const hangs = run(worker("for (;;);"), problem, LONG);
    setTimeout(hangs.kill, 50);
    expect(await hangs.outcome).toEqual({ kind: "killed" });
  });

  it("refuses what is no problem with its path", async () => {
    const nothing = await run(SOLVER_WORKER, null as never, { ...LONG, workers: 2 }).outcome;
    const faults = ["problem: expected an object, got null"];
    expect(nothing).toEqual({ kind: "finished", solution: { kind: "malformed", faults } });
  });

  it("keeps its outcome when killed after its end", async () => {
    const started = run(SOLVER_WORKER, problem, { ...LONG, steps: 1 });
    const outcome = await started.outcome;
    started.kill();
    expect(await started.outcome).toBe(outcome);
    sound(outcome);
  });

  it("says in a word that it crashed", async () => {
    const fails = `import("node:worker_threads").then(({ parentPort }) =>
      parentPort.on("message", () => { throw new Error("met a fault"); }))`;
    const failed = await run(worker(fails), problem, LONG).outcome;
    expect(failed).toEqual({ kind: "crashed", word: "error", message: "met a fault" });
    const left = await run(worker("process.exit(3)"), problem, LONG).outcome;
    expect(left).toEqual({ kind: "crashed", word: "error", message: "the worker left with 3" });
    const missing = await run(new URL("../../solver/none.js", import.meta.url), problem, LONG).outcome;
    expect(missing).toMatchObject({ kind: "crashed", word: "error" });
  });

  it("says so when a thread failed before there was a problem", async () => {
    const threads = ready(worker('throw new Error("early")'), 2);
    await new Promise((gone) => threads.leader.on("exit", gone));
    const { outcome } = run("none", problem, LONG, undefined, threads);
    expect(await outcome).toEqual({ kind: "crashed", word: "error", message: "early" });
  });

  it("says so when a helper leaves", async () => {
    const source = `import("node:worker_threads").then(({ parentPort }) =>
      parentPort.on("message", ({ kind }) => { if (kind === "help") process.exit(3); }))`;
    const { outcome } = run(worker(source), problem, { ...LONG, workers: 2 });
    expect(await outcome).toEqual({ kind: "crashed", word: "error", message: "the worker left with 3" });
  });

  it("says so when a helper fails, and leaves no thread behind", async () => {
    const source = `import("node:worker_threads").then(({ parentPort }) =>
      parentPort.on("message", ({ kind }) => { if (kind === "help") throw new Error("no help"); }))`;
    const threads = ready(worker(source), 3);
    const left = [threads.leader, ...threads.helpers].map(
      (thread) => new Promise((gone) => thread.on("exit", gone)),
    );
    const { outcome } = run(worker(source), problem, LONG, undefined, threads);
    expect(await outcome).toEqual({ kind: "crashed", word: "error", message: "no help" });
    await Promise.all(left);
  });
});
