import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { planCommand } from "~/cli/plan-command";
import type { Plan } from "~/domain/plan";
import { PLANNER_FILES } from "~/domain/week-record";
import { downloadPlanFile } from "~/services/solve-week-download.server";
import { readWeekRecord } from "~/services/week-record.server";
import { solveCommand } from "~/views/week-command";
import { findRun } from "~db/solve-runs";
import { SHARED } from "../setup/shared";
import { plannedHub, SCHEDULER } from "./solve-week-hub";
import { SOLVER_WORKER } from "../setup/programs";

let held: Awaited<ReturnType<typeof plannedHub>>;
beforeEach(async () => void (held = await plannedHub()));
afterEach(() => held.close());

describe("the files of a plan", () => {
  /** The downloaded files of a new plan, in a folder. */
  async function downloaded(): Promise<{ run: string; folder: string; plan: Plan }> {
    const { run } = held;
    const folder = join(held.folder, "files");
    mkdirSync(folder);
    for (const name of PLANNER_FILES) {
      const file = await downloadPlanFile(held.scope, held.store, SCHEDULER, { run, name });
      if (file) writeFileSync(join(folder, name), file.bytes);
    }
    const text = await downloadPlanFile(held.scope, held.store, SCHEDULER, { run, name: "plan.json" });
    return { run, folder, plan: JSON.parse(Buffer.from(text!.bytes).toString("utf8")) as Plan };
  }

  it("give the same plan on the command line, seconds aside", async () => {
    const { run, folder, plan } = await downloaded();
    const found = (await findRun(held.scope, held.store.db, run))!;
    const [, typed] = solveCommand(found, PLANNER_FILES).split(" -- ");
    const words = typed!.replace("--previous previous.json --move-price 100 ", "").split(" ");
    const args = words.map((word) => (/\.(csv|json)$/.test(word) ? join(folder, word) : word));
    const faults: string[] = [];
    const terminal = {
      ...{ out: () => undefined, err: (text: string) => void faults.push(text), progress: null },
      seconds: () => 0,
      worker: SOLVER_WORKER,
      stop: new AbortController().signal,
      kill: new AbortController().signal,
    };
    expect(await planCommand(args, terminal), faults.join("\n")).toBe(0);
    const again = JSON.parse(readFileSync(join(folder, "plan-again.json"), "utf8")) as Plan;
    expect(found.options.steps).toBeGreaterThan(0);
    expect({ ...again, seconds: 0 }).toEqual({ ...plan, seconds: 0 });
  });

  it("agree with what the pages read", async () => {
    const { run, plan } = await downloaded();
    const record = (await readWeekRecord(held.scope, held.store.db, run))!;
    const { score, bound, gap, sessions, unplaced } = plan;
    expect(record).toMatchObject({ score, bound, gap });
    expect(record.lists.map(({ cases, ...list }) => ({ ...list, cases: cases.length }))).toEqual(
      sessions.map(({ cases, ...list }) => ({ ...list, cases: cases.length })),
    );
    expect(record.figures.cases).toBe(sessions.flatMap(({ cases }) => cases).length);
    expect(record.unplaced.total).toBe(unplaced.length);
    const capacity = unplaced.filter(({ reason }) => reason === "capacity").length;
    expect(record.unplaced.reasons.capacity ?? 0).toBe(capacity);
  });

  it.runIf(SHARED)("pass the judge", async () => {
    const { folder } = await downloaded();
    const judge = join(SHARED!, "tools/check-plan.mjs");
    const said = execFileSync(process.execPath, [judge, folder, join(folder, "plan.json")], {
      encoding: "utf8",
    });
    expect(JSON.parse(said)).toMatchObject({ brokenCount: 0 });
  });

  it("are nobody's who may not see every site of them, and a made-up name is none", async () => {
    const { run, store, scope } = held;
    const oneSite = { ...scope, sites: ["RQM01"] };
    expect(await downloadPlanFile(oneSite, store, SCHEDULER, { run, name: "plan.json" })).toBeNull();
    for (const name of ["week-record.json", "../plan.json", ""])
      expect(await downloadPlanFile(scope, store, SCHEDULER, { run, name })).toBeNull();
  });
});
