import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Control } from "~solver/control";
import type { Problem } from "~solver/problem";
import type { Progress } from "~solver/solution";
import { solve } from "~solver/solve";
import { watch } from "~solver/watch";
import { demoProblem } from "./demo-problem";

const OPTIONS = { seed: 1, steps: 1_000_000, timeLimit: null, workers: 1 };
/** What is kept before a time limit to finish, and by how much the limit may be exceeded, seconds. */
const [HAND_OVER, EXCESS] = [0.15, 0.3];

describe("the watch of a run", () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());
  const watched = (timeLimit: number | null, tell: (progress: Progress) => void = () => undefined) => {
    const stop = new SharedArrayBuffer(4);
    return { stop, control: watch({ options: { ...OPTIONS, timeLimit }, stop, began: 1_000_000 }, tell) };
  };

  it("calls time 150 ms before the limit", () => {
    const { control } = watched(10);
    vi.setSystemTime(1_009_849);
    expect(control.late()).toBe(false);
    expect(control.late(0.002)).toBe(true);
    vi.setSystemTime(1_009_850);
    expect(control.late()).toBe(true);
  });

  it("calls time as much earlier as the machine is slower, up to eight times", () => {
    let cpu = 0;
    vi.spyOn(process, "cpuUsage").mockImplementation(() => ({ user: cpu * 900, system: cpu * 100 }));
    const { control } = watched(10);
    const lateAt = (milliseconds: number, used: number) => {
      cpu = used;
      vi.setSystemTime(1_000_000 + milliseconds);
      return control.late();
    };
    expect(lateAt(1000, 1000)).toBe(false);
    expect(lateAt(5000, 2000)).toBe(false);
    vi.setSystemTime(1_000_000 + 5100);
    // A quarter of the processor: 150 ms of work take 600 ms.
    expect([control.late(1.07), control.late(1.08)]).toEqual([false, true]);
    expect(lateAt(8700, 2001)).toBe(false);
    expect(lateAt(8899, 2002)).toBe(true);
    vi.restoreAllMocks();
  });

  it("never calls time without a limit", () => {
    const { control } = watched(null);
    vi.setSystemTime(9e12);
    expect(control.late(1e6)).toBe(false);
  });

  it("hears a stop from another thread", () => {
    const { control, stop } = watched(null);
    expect(control.stopped()).toBe(false);
    Atomics.store(new Int32Array(stop), 0, 1);
    expect(control.stopped()).toBe(true);
  });

  it("reports every 200 ms, with the seconds since the run began", () => {
    const told: number[] = [];
    const { control } = watched(null, ({ seconds }) => told.push(seconds));
    const report = () =>
      control.report({ phase: "search", steps: 0, stepsPlanned: 1, score: null, bound: null });
    for (const at of [0, 199, 200, 399, 450]) {
      vi.setSystemTime(1_000_000 + at);
      report();
    }
    expect(told).toEqual([0, 0.2, 0.45]);
  });
});

/** Seconds of CPU by which a run exceeds a limit of so many, counted from its first look at the clock if that is later. */
function excess(problem: Problem, limit: number): { excess: number; kind: string; endedBy: string } {
  const began = process.cpuUsage();
  const now = () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  };
  let first: number | null = null;
  const control: Control = {
    stopped: () => false,
    report: () => undefined,
    left: () => limit - HAND_OVER - now(),
    late: (ahead = 0) => {
      first ??= now();
      return now() + ahead >= limit - HAND_OVER;
    },
  };
  const solution = solve(problem, OPTIONS, control);
  const endedBy = solution.kind === "solved" ? solution.endedBy : "";
  return { excess: now() - Math.max(limit, first ?? 0), kind: solution.kind, endedBy };
}

describe("a time limit, in CPU time so that a busy machine changes nothing", () => {
  it.each([
    ["a week of 42 lists, early in its prices", "RQM", 0.5],
    ["a week of 42 lists, in its search", "RQM", 2.5],
    ["a week of 110 lists, in its prices", "RTG", 1.5],
  ])("is kept within 0.3 s by %s", (_, provider, limit) => {
    const ended = excess(demoProblem({ provider }).built.problem, limit);
    expect(ended).toMatchObject({ kind: "solved", endedBy: "time" });
    expect(ended.excess).toBeLessThan(EXCESS);
    expect(ended.excess).toBeGreaterThan(-1);
  });
});
