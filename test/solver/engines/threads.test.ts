import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EngineName, Engines } from "~solver/engines/engine";
import { chosenColumns, columnsOf, type Program } from "~solver/engines/program";
import type { EngineWork } from "~solver/engines/serve";
import { engineThreads } from "~solver/engines/threads";
import { spawn } from "~solver/spawn";
import { SOLVER_WORKER } from "../../setup/programs";

const NEVER = () => false;
const entry = SOLVER_WORKER.href;
const open: Engines[] = [];
afterAll(() => open.forEach((engines) => engines.end()));

/** Two lists of two columns each; the best column of both asks for the same case, so 9 + 6 is the most. */
const program: Program = {
  ...columnsOf([
    {
      points: 9,
      entries: [
        [0, 1],
        [2, 1],
      ],
    },
    {
      points: 5,
      entries: [
        [0, 1],
        [3, 1],
      ],
    },
    {
      points: 8,
      entries: [
        [1, 1],
        [2, 1],
      ],
    },
    {
      points: 6,
      entries: [
        [1, 1],
        [4, 1],
      ],
    },
  ]),
  least: new Float64Array(5).fill(-Infinity),
  most: new Float64Array(5).fill(1),
};
const choose = { kind: "choose", program, mostNodes: 100 } as const;

function engines(start: (work: EngineWork) => Worker, hung?: number): Engines {
  const made = engineThreads(start, hung);
  open.push(made);
  return made;
}

/** An engine's thread that runs this program instead; `work` is what the real one would be given. */
const impostor = (code: string) => (work: EngineWork) =>
  new Worker(`const { workerData: work } = require("node:worker_threads"); ${code}`, {
    eval: true,
    workerData: work,
    transferList: [work.port],
  });

/** Never answers, and leaves the processor to the thread that waits. */
const SLEEPS = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)";

const SAYS = (answer: string) => `
  const count = new Int32Array(work.signal);
  work.port.on("message", () => { work.port.postMessage(${answer}); Atomics.add(count, 0, 1); Atomics.notify(count, 0); });`;

describe("an engine in its thread", () => {
  const real = engines((work) => spawn(entry, work));
  const names: EngineName[] = ["HiGHS", "javascript-lp-solver"];

  it.each(names)("%s chooses the best columns", (name) => {
    const answer = real.ask(name, choose, NEVER);
    expect(answer?.closed).toBe(true);
    expect(chosenColumns(program, answer!.values)).toEqual([0, 3]);
  });

  it("keeps a relaxed program for more columns and rows", () => {
    const points = (request: Parameters<Engines["ask"]>[1]) => {
      const { values, duals } = real.ask("HiGHS", request, NEVER)!;
      expect(duals!.every((dual) => dual >= -1e-9)).toBe(true);
      return [...values].map((value) => Math.round(value * 1000) / 1000 + 0);
    };
    expect(points({ kind: "relax", begin: program })).toEqual([1, 0, 0, 1]);
    const more = columnsOf([
      {
        points: 7,
        entries: [
          [1, 1],
          [3, 1],
        ],
      },
    ]);
    expect(points({ kind: "relax", columns: more })).toEqual([1, 0, 0, 0, 1]);
    const row = { columns: [0, 4], amounts: [1, 1], most: 1 };
    expect(points({ kind: "relax", rows: [row] })).toEqual([1, 0, 0, 1, 0]);
    expect(points({ kind: "relax", upper: Float64Array.of(0, 1, 1, 1, 1) })).toEqual([0, 1, 1, 0, 0]);
  });

  it("is given up when it answers nonsense to a question that it does not know", () => {
    expect(real.ask("javascript-lp-solver", { kind: "relax", columns: columnsOf([]) }, NEVER)).toBeNull();
    expect(real.ask("javascript-lp-solver", choose, NEVER)).toBeNull();
  });
});

describe("an engine that does not work", () => {
  it("is killed when it hangs, and not asked again", () => {
    const hung = engines(impostor(SLEEPS), 2000);
    let looks = 0;
    const counted = () => ++looks < 0;
    expect(hung.ask("HiGHS", choose, counted)).toBeNull();
    // A look every 20 ms: 2,000 ms have room for 101 with the first, and on a busy machine for fewer.
    expect(looks).toBeLessThanOrEqual(105);
    expect(looks).toBeGreaterThanOrEqual(10);
    looks = 0;
    expect(hung.ask("HiGHS", choose, counted)).toBeNull();
    expect(looks).toBe(1);
  });

  it("is killed when time is out or a person stops the run", () => {
    const hung = engines(impostor("for (;;) {}"));
    let looks = 0;
    expect(hung.ask("HiGHS", choose, () => ++looks === 5)).toBeNull();
    expect(looks).toBe(5);
  });

  it("is done without when its thread dies", () => {
    const dead = engines(impostor("process.exit(1)"), 300);
    expect(dead.ask("HiGHS", choose, NEVER)).toBeNull();
  });

  it("is not believed where its answer is fractional, breaks a row or is of the wrong size", () => {
    const said = (values: string) =>
      engines(impostor(SAYS(`{ values: Float64Array.of(${values}), duals: null, closed: true }`))).ask(
        "HiGHS",
        choose,
        NEVER,
      )!.values;
    expect(chosenColumns(program, said("0.5, 0.5, 0.5, 0.5"))).toBeNull();
    expect(chosenColumns(program, said("1, 0, 1, 0"))).toBeNull();
    expect(chosenColumns(program, said("1, 0, 0, NaN"))).toBeNull();
    expect(chosenColumns(program, said("1, 0, 0"))).toBeNull();
    expect(chosenColumns(program, said("1, 0, 0, 0.9999999"))).toEqual([0, 3]);
  });
});

describe("an engine whose package is missing", () => {
  const folder = mkdtempSync(join(tmpdir(), "hublist-engines-"));
  beforeAll(() =>
    build({
      entryPoints: [join(process.cwd(), "solver/worker.ts")],
      outdir: folder,
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      packages: "external",
      outExtension: { ".js": ".mjs" },
      logLevel: "silent",
    }),
  );
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(["HiGHS", "javascript-lp-solver"] as const)("is done without: %s", (name) => {
    const absent = engines((work) => spawn(pathToFileURL(join(folder, "worker.mjs")).href, work));
    const began = Date.now();
    expect(absent.ask(name, choose, NEVER)).toBeNull();
    // Not as one that hangs, which takes two minutes.
    expect(Date.now() - began).toBeLessThan(60_000);
  });
});
