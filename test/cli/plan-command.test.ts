import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { planCommand } from "~/cli/plan-command";
import type { Terminal } from "~/cli/terminal";
import type { Plan } from "~/domain/plan";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { pinsCsv } from "~/export/pins";
import { resourcesCsv } from "~/export/resources";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import { aTheatreSession, aWaitingListEntry } from "../factories";
import { SOLVER_WORKER } from "../setup/programs";

let folder: string;
let out: string[];
let err: string[];

/** A waiting list of one specialty, two sessions and one bed. */
const ENTRIES: Partial<WaitingListEntry>[] = Array.from({ length: 12 }, (_, at) => ({
  pathwayId: `PP${at + 1}`,
  patientId: `L${at + 1}`,
  minutes: 30 + 5 * at,
  clockStart: `2025-0${1 + (at % 9)}-01`,
  priority: at === 0 ? ("P2" as const) : ("P4" as const),
  nights: at % 4 === 0 ? 1 : 0,
}));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hublist-plan-"));
  [out, err] = [[], []];
  write("waiting-list.csv", waitingListCsv(ENTRIES.map(aWaitingListEntry)));
  write(
    "sessions.csv",
    sessionsCsv([aTheatreSession(), aTheatreSession({ sessionId: "S2", date: "2026-12-15" })]),
  );
  const bed = {
    row: 2,
    site: "RQM01",
    date: "2026-12-14",
    period: "night" as const,
    resource: "bed",
    quantity: 1,
  };
  write("resources.csv", resourcesCsv([bed]));
});

const at = (name: string) => join(folder, name);
function write(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}
const plan = () => JSON.parse(readFileSync(at("plan.json"), "utf8")) as Plan;

async function run(
  change: Record<string, string | null> = {},
  signals: Partial<Terminal> = {},
): Promise<number> {
  const options: Record<string, string | null> = {
    "waiting-list": at("waiting-list.csv"),
    sessions: at("sessions.csv"),
    resources: at("resources.csv"),
    "plan-date": "2026-11-20",
    out: at("plan.json"),
    steps: "50",
    ...change,
  };
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === null ? [] : [`--${name}`, ...(value ? [value] : [])],
  );
  return planCommand(words, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    progress: null,
    seconds: () => 0,
    worker: SOLVER_WORKER,
    stop: new AbortController().signal,
    kill: new AbortController().signal,
    ...signals,
  });
}

describe("a plan", () => {
  it("is written whole, with a summary, and leaves nothing else", async () => {
    expect(await run()).toBe(0);
    expect(err).toEqual([]);
    const { sessions, unplaced, score, bound, status } = plan();
    expect(sessions.map(({ sessionId }) => sessionId)).toEqual(["S1", "S2"]);
    expect(sessions.flatMap(({ cases }) => cases).length + unplaced.length).toBe(12);
    expect(bound).toBeGreaterThanOrEqual(score);
    expect(["optimal", "feasible"]).toContain(status);
    const said = out.join("\n");
    for (const words of [
      "Lists",
      "Cases",
      "touch time",
      "Urgent and due",
      "Waited 52 weeks",
      "Score",
      "Gap",
      "by hand",
    ])
      expect(said).toContain(words);
    expect(said).toMatch(/(at most [\d.]+% below any possible plan|as good as any possible plan)/);
    expect(readdirSync(folder).sort()).toEqual([
      "plan.json",
      "resources.csv",
      "sessions.csv",
      "waiting-list.csv",
    ]);
  });

  it("is the same twice, seconds aside", async () => {
    const texts = [];
    for (let times = 0; times < 2; times++) {
      await run({ seed: "7" });
      texts.push(readFileSync(at("plan.json"), "utf8").replace(/"seconds": [\d.]+/, ""));
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it("replaces an earlier one that it starts from, and may follow a link", async () => {
    await run();
    const first = plan();
    mkdirSync(at("elsewhere"));
    symlinkSync(at("plan.json"), at("elsewhere/link.json"));
    expect(await run({ previous: at("plan.json"), out: at("elsewhere/link.json"), "max-moves": "0" })).toBe(
      0,
    );
    expect(plan().sessions).toEqual(first.sessions);
  });

  it("reports rows that could not be read and goes on", async () => {
    const text = readFileSync(at("waiting-list.csv"), "utf8").replace("PP3,", "PP2,");
    write("waiting-list.csv", text);
    expect(await run()).toBe(0);
    expect(plan().rejected).toMatchObject([{ file: "waiting-list.csv", row: 4, value: "PP2" }]);
    expect(out.join("\n")).toMatch(/1 row that could not be read/);
  });

  it("shows where the search stands on a terminal, in one line", async () => {
    const shown: string[] = [];
    await run({}, { progress: { write: (text) => shown.push(text), columns: 60 } });
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.at(-1)).toBe("\r\u001b[K");
    expect(
      shown.filter((text) => !text.startsWith("\r\u001b[K") || text.includes("\n") || text.length > 64),
    ).toEqual([]);
  });
});

describe("what is refused with exit code 2, and nothing written", () => {
  const PINS = (...rows: [pathwayId: string, sessionId: string][]) =>
    pinsCsv(rows.map(([pathwayId, sessionId]) => ({ row: 2, pathwayId, sessionId, override: [] })));

  it.each<[string, () => Record<string, string | null>, RegExp]>([
    ["a missing option", () => ({ "plan-date": null }), /^--plan-date: this option is needed/m],
    ["no such file", () => ({ sessions: at("none.csv") }), /^none.csv .*no such file/m],
    ["a folder", () => ({ resources: folder }), /folder/],
    ["a binary file", () => ({ sessions: write("x.csv", "\u0000\u0001PK\u0003\u0004\u0000") }), /^x.csv /m],
    ["an empty file", () => ({ "waiting-list": write("w.csv", "") }), /^w.csv .*empty/m],
    [
      "a missing column",
      () => ({ sessions: write("s.csv", "session_id,theatre\r\nS1,T1\r\n") }),
      /^s.csv.*site_code/m,
    ],
    [
      "a faulty resource",
      () => ({ resources: write("r.csv", "site_code,date,period,resource,quantity\nA,x,night,bed,1\n") }),
      /^r.csv:2 date "x"/m,
    ],
    ["a policy that is no JSON", () => ({ policy: write("p.json", "{ noticeDays: 3") }), /^p.json/m],
    [
      "an unknown key of the policy",
      () => ({ policy: write("p.json", '{ "noticeDay": 3 }') }),
      /^p.json:1 noticeDay/m,
    ],
    [
      "a pin on an unknown entry",
      () => ({ pins: write("pins.csv", PINS(["PP99", "S1"])) }),
      /^pins.csv:2 pathway_id "PP99" No such entry/m,
    ],
    [
      "a pin on an unknown session",
      () => ({ pins: write("pins.csv", PINS(["PP1", "S9"])) }),
      /^pins.csv:2 session_id "S9" No such session/m,
    ],
    [
      "pins that clash",
      () => ({ pins: write("pins.csv", PINS(["PP1", "S1"], ["PP5", "S1"])) }),
      /cannot all be kept: PP1, PP5 .*They need 2 beds at RQM01 on the night of \d+ \w+ \d{4}; there is 1\./,
    ],
    [
      "an earlier plan that is none",
      () => ({ previous: write("old.json", '{"sessions": 4}') }),
      /^old.json:1 sessions/m,
    ],
    ["out is a folder", () => ({ out: folder }), /^--out .*this is a folder/m],
    ["out in no folder", () => ({ out: at("none/plan.json") }), /^--out .*its folder does not exist/m],
    ["out is an input", () => ({ out: at("sessions.csv") }), /^--out .*read as input/m],
    [
      "out is no ordinary file",
      () => ({ out: "/dev/null" }),
      /^--out \/dev\/null: this is no ordinary file/m,
    ],
  ])("%s", async (_name, change, says) => {
    const changed = change();
    const before = readdirSync(folder).map((name) => [
      name,
      existsSync(at(name)) && name.includes(".") ? readFileSync(at(name), "utf8") : "",
    ]);
    expect(await run(changed)).toBe(2);
    expect(err.join("\n")).toMatch(says);
    expect(err.join("\n")).not.toMatch(/\n\s+at /);
    expect(out).toEqual([]);
    const after = readdirSync(folder).map((name) => [
      name,
      existsSync(at(name)) && name.includes(".") ? readFileSync(at(name), "utf8") : "",
    ]);
    expect(after).toEqual(before);
  });

  it("gives every fault of every file at once, a line each", async () => {
    const changed = { sessions: at("none.csv"), resources: at("nil.csv"), out: folder };
    expect(await run(changed)).toBe(2);
    expect(err.length).toBe(3);
    expect(err.filter((line) => line.includes("\n"))).toEqual([]);
  });

  it("too few moves for what must move", async () => {
    await run();
    const placed = plan().sessions.flatMap(({ cases }) => cases)[0]!.pathwayId;
    const unfit = ENTRIES.map((entry) =>
      entry.pathwayId === placed ? { ...entry, screening: "unfit" as const } : entry,
    );
    write("waiting-list.csv", waitingListCsv(unfit.map(aWaitingListEntry)));
    expect(await run({ previous: at("plan.json"), out: at("new.json"), "max-moves": "0" })).toBe(2);
    expect(err.join()).toMatch(/1 case of the earlier plan can no longer stand .*Allow at least 1 move\./);
    expect(existsSync(at("new.json"))).toBe(false);
  });
});

describe("stopping", () => {
  it("keeps the best plan at the first signal", async () => {
    expect(await run({ steps: "1000000" }, { stop: AbortSignal.abort() })).toBe(0);
    expect(plan().sessions.length).toBe(2);
  });

  it("leaves without a plan at the second", async () => {
    expect(await run({}, { kill: AbortSignal.abort() })).toBe(130);
    expect(existsSync(at("plan.json"))).toBe(false);
  });
});

describe("curves", () => {
  it("are written beside the plan, unless a person stops before", async () => {
    const stop = new AbortController();
    expect(await run({ frontier: "" }, { stop: stop.signal, out: () => stop.abort() })).toBe(0);
    expect(err).toEqual(["--frontier: stopped before the curve was begun, so it was not drawn."]);
    expect(await run({ previous: at("plan.json"), "moves-curve": "" })).toBe(0);
    expect(out.at(-1)).toMatch(/plan\.moves-curve\.csv and .*plan\.moves-curve\.svg[^]*this plan/);
    const { score, bound } = plan();
    expect(readFileSync(at("plan.moves-curve.csv"), "utf8")).toContain(`,${score},${bound},`);
    expect(readFileSync(at("plan.moves-curve.svg"), "utf8")).toMatch(/^<svg [^]*<\/svg>\n$/);
  });

  it("are refused at the door where they make no sense or cannot be written", async () => {
    write("policy.json", '{"weights": {"urgent": 0, "waiting": 0}}');
    mkdirSync(at("plan.overrun-curve.svg"));
    const asked = { frontier: "", "overrun-curve": "", policy: at("policy.json") };
    expect(await run(asked)).toBe(2);
    expect(err).toEqual([
      expect.stringMatching(/^a curve beside --out, .*plan\.overrun-curve\.svg: this is a folder/),
      expect.stringMatching(/^--frontier: the policy's weights of urgent and waiting are both 0/),
    ]);
    expect(existsSync(at("plan.json"))).toBe(false);
  });
});

describe("the program", () => {
  it("leaves with the command's exit code and says nothing of stacks", () => {
    const words = ["--import", "tsx", "app/cli/plan.ts", "--plan-date", "never"];
    const program = () => execFileSync(process.execPath, words, { encoding: "utf8", stdio: "pipe" });
    let failed: { status?: number; stderr?: string } = {};
    try {
      program();
    } catch (error) {
      failed = error as typeof failed;
    }
    expect(failed.status).toBe(2);
    expect(failed.stderr).toMatch(/^--waiting-list: this option is needed/);
  });
});
