import { expect, it } from "vitest";
import { readPreviousPlan } from "~/import/previous-plan";
import { bytesOf } from "./example-rows";

const read = (value: unknown) =>
  readPreviousPlan(bytesOf(JSON.stringify(value, null, 1)), { file: "plan.json" });
const session = (sessionId: string, ...ids: string[]) => ({
  sessionId,
  plannedMinutes: 0,
  cases: ids.map((pathwayId) => ({ pathwayId, order: 1 })),
});

it("reads where cases stand", () => {
  expect(read({ score: 1, sessions: [session("S1", "A", "B"), session("S2"), session("S3", "C")] })).toEqual({
    placements: [
      { pathwayId: "A", sessionId: "S1" },
      { pathwayId: "B", sessionId: "S1" },
      { pathwayId: "C", sessionId: "S3" },
    ],
    refused: [],
  });
});

it.each([
  [[], 1, "", "Expected an object in braces { }."],
  [{}, 1, "", "The key “sessions” is missing."],
  [{ sessions: {} }, 2, "sessions", "Expected a list of sessions in brackets [ ]."],
  [{ sessions: [{ cases: [] }] }, 3, "sessions[0]", "The key “sessionId” is missing."],
  [
    { sessions: [{ sessionId: "S1", cases: [{ pathwayId: 7 }] }] },
    7,
    "sessions[0].cases[0].pathwayId",
    "Expected the pathway identifier of a case.",
  ],
  [
    { sessions: [session("S1", "A"), session("S2", "A")] },
    18,
    "sessions[1].cases[0].pathwayId",
    "This entry is in session S1 as well: expected once.",
  ],
])("refuses %j", (plan, row, column, message) => {
  const { placements, refused } = read(plan);
  expect(placements).toBeNull();
  expect(refused.map((fault) => [fault.row, fault.column, fault.message])).toEqual([[row, column, message]]);
});

it("refuses a plan that was cut off", () => {
  expect(
    readPreviousPlan(bytesOf('{"sessions": [\n{"sessionId": "S'), { file: "plan.json" }).refused,
  ).toMatchObject([{ row: 2, message: "This text is never closed." }]);
});
