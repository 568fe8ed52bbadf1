import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "~/domain/policy";
import { pinsCsv } from "~/export/pins";
import { policyJson } from "~/export/policy";
import { resourcesCsv } from "~/export/resources";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import { readPlanFiles, type PlanFiles } from "~/import/plan-files";
import { aTheatreSession, aWaitingListEntry } from "../factories";

const moves = { movePrice: 0, maxMoves: null };
const file = (name: string, text: string) => ({ file: name, bytes: new TextEncoder().encode(text) });

function filesOf(changed: Partial<PlanFiles> = {}): PlanFiles {
  return {
    waitingList: file("waiting-list.csv", waitingListCsv([aWaitingListEntry()])),
    sessions: file("sessions.csv", sessionsCsv([aTheatreSession()])),
    ...{ resources: null, policy: null, pins: null, previous: null },
    ...changed,
  };
}

describe("the planner's files", () => {
  it("become one input; what is not given has its default", () => {
    const read = readPlanFiles(filesOf(), "2026-11-20", moves);
    expect(read.kind === "read" && read.input).toMatchObject({
      planDate: "2026-11-20",
      entries: [{ pathwayId: "PP1" }],
      sessions: [{ sessionId: "S1" }],
      ...{ resources: [], pins: [], previous: null, policy: DEFAULT_POLICY, rejected: [], warnings: [] },
    });
  });

  it("are all read, with their names", () => {
    const bed = {
      row: 0,
      site: "RQM01",
      date: "2026-12-14",
      period: "night",
      resource: "bed",
      quantity: 2,
    } as const;
    const pin = { row: 0, pathwayId: "PP1", sessionId: "S1", override: [] };
    const stood = JSON.stringify({ sessions: [{ sessionId: "S1", cases: [{ pathwayId: "PP1" }] }] });
    const files = filesOf({
      resources: file("resources.csv", resourcesCsv([bed])),
      policy: file("policy.json", policyJson({ ...DEFAULT_POLICY, noticeDays: 14 })),
      pins: file("pins.csv", pinsCsv([pin])),
      previous: file("accepted.json", stood),
    });
    const read = readPlanFiles(files, "2026-11-20", { movePrice: 100, maxMoves: 3 });
    expect(read.kind === "read" && read.input).toMatchObject({
      resources: [{ resource: "bed", quantity: 2 }],
      policy: { noticeDays: 14 },
      pins: [{ pathwayId: "PP1" }],
      previous: { placements: [{ pathwayId: "PP1", sessionId: "S1" }], movePrice: 100, maxMoves: 3 },
      files: { previous: "accepted.json" },
    });
  });

  it("are refused together, with the faults of each", () => {
    const files = filesOf({ policy: file("p.json", "{"), pins: file("pins.csv", "pathway_id\nPP1\n") });
    const read = readPlanFiles(files, "2026-11-20", moves);
    expect(read.kind).toBe("refused");
    const named = read.kind === "refused" ? read.faults.map((fault) => fault.file) : [];
    expect(new Set(named)).toEqual(new Set(["p.json", "pins.csv"]));
  });

  it("keep the rows that stand and report those that do not", () => {
    const broken = waitingListCsv([
      aWaitingListEntry(),
      aWaitingListEntry({ pathwayId: "PP2", birthDate: "" }),
    ]);
    const read = readPlanFiles(filesOf({ waitingList: file("wl.csv", broken) }), "2026-11-20", moves);
    expect(read.kind === "read" && read.input.entries).toHaveLength(1);
    expect(read.kind === "read" && read.input.rejected).toMatchObject([{ file: "wl.csv", row: 3 }]);
  });
});
