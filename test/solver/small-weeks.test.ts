import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { generateInstance } from "~/cli/bench/generated";
import { instanceProblem } from "~/cli/bench/instance-problem";
import { ALONE } from "~solver/control";
import { alone } from "~solver/crew";
import { engineThreads } from "~solver/engines/threads";
import { spawn } from "~solver/spawn";
import { solve } from "~solver/solve";

const entry = pathToFileURL(join(process.cwd(), "solver/worker.ts")).href;
const engines = engineThreads((work) => spawn(entry, work));
const folder = mkdtempSync(join(tmpdir(), "hublist-small-weeks-"));
afterAll(() => {
  engines.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Weeks of about 600 entries and 20 sessions, by seed, and their best scores, found and proven by longer runs of the same planner. */
const BEST = [
  [6, 231_970],
  [9, 196_380],
] as const;

describe("small weeks", () => {
  it.each(BEST)("of seed %i have the best plan of all, proven", async (seed, best) => {
    const { problem } = await instanceProblem(generateInstance("E", seed, folder));
    const run = { seed, steps: null, timeLimit: null, workers: 1 };
    const solved = solve(problem, run, ALONE, alone, engines);
    if (solved.kind !== "solved") throw new Error("the week has a plan");
    expect([solved.score, solved.bound]).toEqual([best, best]);
  });
});
