import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { planCommand } from "~/cli/plan-command";
import type { Plan } from "~/domain/plan";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import { aTheatreSession, aWaitingListEntry } from "../factories";
import { SOLVER_WORKER } from "../setup/programs";

/** A week of one specialty: far more patients than its lists hold. */
const [ENTRIES, SESSIONS] = [900, 12];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hublist-limit-"));
  const entries = Array.from({ length: ENTRIES }, (_, at) =>
    aWaitingListEntry({
      pathwayId: `PP${at}`,
      patientId: `L${at}`,
      minutes: 30 + ((7 * at) % 60),
      clockStart: `2025-0${1 + (at % 9)}-01`,
      priority: at % 9 === 0 ? "P2" : "P4",
      screening: at % 10 === 0 ? "not_screened" : "fit",
    }),
  );
  const sessions = Array.from({ length: SESSIONS }, (_, at) =>
    aTheatreSession({ sessionId: `S${at}`, theatre: `T${at}`, surgeons: [] }),
  );
  writeFileSync(join(folder, "waiting-list.csv"), waitingListCsv(entries));
  writeFileSync(join(folder, "sessions.csv"), sessionsCsv(sessions));
});

/** Runs the command by a clock that stands at 100 s from the first look on. */
async function planned(limit: string) {
  const at = (name: string) => join(folder, name);
  const [out, err]: [string[], string[]] = [[], []];
  const files = [
    "--waiting-list",
    at("waiting-list.csv"),
    "--sessions",
    at("sessions.csv"),
    "--out",
    at("plan.json"),
  ];
  const bounds = ["--plan-date", "2026-11-20", "--steps", "100", "--time-limit", limit];
  const code = await planCommand([...files, ...bounds], {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    progress: null,
    seconds: () => 100,
    worker: SOLVER_WORKER,
    stop: new AbortController().signal,
    kill: new AbortController().signal,
  });
  const plan = JSON.parse(readFileSync(at("plan.json"), "utf8")) as Plan;
  return { code, plan, said: out.join("\n"), faults: err.join("\n") };
}

const full = ({ unplaced }: Plan) => unplaced.filter(({ reason }) => reason === "capacity");

describe("a plan whose time limit is gone when its files are read", () => {
  it("is whole and sound, with a bound and a reason for everybody, and says that it is told in part", async () => {
    const { code, plan, said, faults } = await planned("50");
    expect(code).toBe(0);
    const cases = plan.sessions.flatMap((session) => session.cases);
    expect(cases.length).toBeGreaterThan(SESSIONS);
    expect(cases.length + plan.unplaced.length).toBe(ENTRIES);
    expect(plan.bound).toBeGreaterThanOrEqual(plan.score);
    expect(new Set(plan.unplaced.map(({ reason }) => reason))).toEqual(new Set(["capacity", "not_screened"]));
    expect(plan.told).toMatch(/^in part: .*the nearest place of (\d+) of \1 entries/);
    expect(plan.bottlenecks).toEqual([]);
    expect(full(plan).every(({ detail }) => /no time to say/.test(detail))).toBe(true);
    expect(said).toMatch(/Told +in part/);
    expect(faults).toMatch(
      /^--time-limit 50: the plan is whole, but it took 100\.0 s.*--time-limit 120, or none\.$/,
    );
  });
});

describe("a plan with time enough", () => {
  it("is told whole, and no word is lost about time", async () => {
    const { code, plan, said, faults } = await planned("10000");
    expect(code).toBe(0);
    expect(plan).not.toHaveProperty("told");
    expect(said).not.toMatch(/Told/);
    expect(faults).toBe("");
    expect(plan.bottlenecks.length).toBeGreaterThan(0);
    expect(full(plan).length).toBeGreaterThan(0);
    expect(full(plan).every(({ detail }) => /Nearest: session/.test(detail))).toBe(true);
  });
});
