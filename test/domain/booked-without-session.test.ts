import { describe, expect, it } from "vitest";
import { eligibilityContext } from "~/domain/eligibility/eligibility";
import { ResourceIndex } from "~/domain/resource-index";
import { resolvePins } from "~/domain/resolve-pins";
import { fileNames } from "~/facts/sentence-names";
import { readPlanFiles } from "~/import/plan-files";
import { csv, ENTRY, SESSION } from "../import/example-rows";

const WEEK = [
  { ...SESSION, session_id: "S1", date: "2026-12-14" },
  { ...SESSION, session_id: "S2", date: "2026-12-18", status: "closed" },
];

/** Warnings of the pins of one entry, read from files. */
function warningsFor(tciDate: string, tciSession: string, sessions = WEEK) {
  const entry = { ...ENTRY, TCI_Date: tciDate, LOCAL_TCI_Session: tciSession };
  const files = {
    waitingList: { file: "list.csv", bytes: csv([entry]) },
    sessions: { file: "sessions.csv", bytes: csv(sessions) },
    ...{ resources: null, policy: null, pins: null, previous: null },
  };
  const read = readPlanFiles(files, "2026-11-20", { movePrice: 0, maxMoves: null });
  if (read.kind === "refused") throw new Error(JSON.stringify(read.faults));
  const { input } = read;
  const context = eligibilityContext(
    input.planDate,
    input.policy,
    new ResourceIndex(input.resources),
    fileNames("2026-11-20"),
  );
  return resolvePins(input, context).warnings;
}

describe("an entry with a TCI date and no session", () => {
  it.each([
    ["2026-12-13", "", 0],
    ["2026-12-14", "", 1],
    ["2026-12-18", "", 1],
    ["2026-12-19", "", 0],
    ["2026-12-14", "S1", 0],
    ["", "", 0],
  ])("booked on %j in %j gets %i warnings in a week from 14 to 18 December", (date, session, count) => {
    expect(warningsFor(date, session)).toHaveLength(count);
  });

  it("is told what that means", () => {
    expect(warningsFor("2026-12-16", "")).toEqual([
      {
        file: "list.csv",
        row: 2,
        column: "TCI_Date",
        value: "2026-12-16",
        message:
          "This date lies between the first and last session, but LOCAL_TCI_Session names none: " +
          "no theatre time is kept free for it.",
      },
    ]);
  });
});
