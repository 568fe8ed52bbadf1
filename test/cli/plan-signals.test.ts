import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { generateInstance } from "~/cli/bench/generated";
import { writeWhole } from "~/cli/plan-out";
import type { Plan } from "~/domain/plan";
import { SOLVER_WORKER } from "../setup/programs";

const PROGRAM = fileURLToPath(new URL("plan.js", SOLVER_WORKER));
/** Says on standard error that the program listens to signals, once it has begun to listen to all. */
const TELLS = `data:text/javascript,${encodeURIComponent(`
  const listening = () => process.stderr.write("listening");
  process.on("newListener", (of) => of === "SIGTERM" && setImmediate(listening));
`)}`;
const EARLIER = '{ "an": "earlier plan" }';
/** More steps than anybody waits for. */
const WITHOUT_END = "1000000000";

let folder: string;
let out: string;
let files: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hublist-signals-"));
  const { folder: rows, planDate } = generateInstance("M", 1, folder);
  files = ["waiting-list", "sessions", "resources"].flatMap((name) => [
    `--${name}`,
    join(rows, `${name}.csv`),
  ]);
  files.push("--plan-date", planDate, "--steps", WITHOUT_END);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  out = mkdtempSync(join(folder, "out-"));
  writeFileSync(join(out, "plan.json"), EARLIER);
});

/** The program at its search, writing over an earlier plan. */
async function planning() {
  const words = ["--import", TELLS, PROGRAM, ...files, "--out", join(out, "plan.json")];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  while (!said.includes("listening")) await once(child.stderr, "data");
  return { child, ended: once(child, "exit"), said: () => said };
}

const plan = () => readFileSync(join(out, "plan.json"), "utf8");

const hidden = () =>
  readdirSync(out)
    .filter((name) => name.startsWith("."))
    .sort();

/** How a process ended that was killed with half a file written. */
async function killedWriting(name: string) {
  const module = JSON.stringify(join(import.meta.dirname, "../../app/cli/plan-out.ts"));
  const writes = `import { writeWhole } from ${module};
    function* pieces() { yield "{ half"; yield "x".repeat(1e6); process.kill(process.pid, "SIGKILL"); yield " }"; }
    await writeWhole(${JSON.stringify(join(out, name))}, pieces());`;
  const words = ["--import", "tsx", "--input-type=module", "--eval", writes];
  return once(spawn(process.execPath, words, { stdio: "ignore" }), "exit");
}

describe("the plan program", () => {
  it("keeps its best plan at a real Ctrl-C", async () => {
    const { child, ended, said } = await planning();
    setTimeout(() => child.kill("SIGINT"), 1000);
    expect(await ended).toEqual([0, null]);
    expect(said()).toContain("Stopping, and keeping the best plan so far.");
    const { sessions, score, bound } = JSON.parse(plan()) as Plan;
    expect(sessions.flatMap(({ cases }) => cases).length).toBeGreaterThan(100);
    expect(bound).toBeGreaterThanOrEqual(score);
    expect(readdirSync(out)).toEqual(["plan.json"]);
  });

  it.each([
    ["a second Ctrl-C", ["SIGINT", "SIGINT"], [130, null]],
    ["SIGTERM", ["SIGTERM"], [143, null]],
    ["kill -9", ["SIGKILL"], [null, "SIGKILL"]],
  ] as const)("leaves what stood there at %s", async (_, signals, left) => {
    const { child, ended, said } = await planning();
    for (const [at, signal] of signals.entries()) {
      child.kill(signal);
      while (at < signals.length - 1 && !said().includes("Stopping")) await once(child.stderr, "data");
    }
    expect(await ended).toEqual(left);
    expect(plan()).toBe(EARLIER);
    expect(readdirSync(out)).toEqual(["plan.json"]);
  });

  it("leaves what stood there when it is killed in the middle of writing", async () => {
    expect(await killedWriting("plan.json")).toEqual([null, "SIGKILL"]);
    expect(plan()).toBe(EARLIER);
    // What was half written lies beside it, hidden and under another name.
    expect(hidden()).toEqual([expect.stringMatching(/^\.plan\.json\..*\.tmp$/)]);
  });
});

describe("what a killed process left half written", () => {
  it("goes when the next file is written to its place", async () => {
    await killedWriting("plan.json");
    expect(hidden()).toHaveLength(1);
    await writeWhole(join(out, "plan.json"), "{}");
    expect(hidden()).toEqual([]);
  });

  it("stays where it was another file, another machine, or is still being written", async () => {
    await killedWriting("other.json");
    await killedWriting("plan.json");
    const [, left = ""] = hidden();
    const [pid = ""] = /\d+(?=\.[0-9a-f]{8}\.tmp$)/.exec(left) ?? [];
    const elsewhere = left.replace(`.${hostname()}.`, ".another-machine.");
    const alive = left.replace(`.${pid}.`, `.${process.ppid}.`);
    for (const name of [elsewhere, alive]) writeFileSync(join(out, name), "{ half");
    const others = hidden().filter((name) => name !== left);
    expect(others).toHaveLength(3);
    await writeWhole(join(out, "plan.json"), "{}");
    expect(hidden()).toEqual(others);
  });
});
