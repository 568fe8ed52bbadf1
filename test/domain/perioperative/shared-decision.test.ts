import { describe, expect, it } from "vitest";
import {
  decisionStanding,
  DISCUSSED,
  type StageRecord,
} from "~/domain/perioperative/shared-decision/shared-decision";

const stage = (more: Partial<StageRecord>): StageRecord => ({
  ...{ stage: "one", heldOn: "2026-11-01", discussed: DISCUSSED, choice: "moreTime" },
  ...more,
});
const ONE = stage({});
const TWO = stage({ stage: "two", heldOn: "2026-11-08", choice: "operation" });
const gaps = (records: StageRecord[], days = 0) =>
  decisionStanding(records, days).gaps.map((gap) =>
    gap.kind === "noStage" ? `no stage ${gap.stage}` : gap.kind,
  );

describe("a two-stage shared decision", () => {
  it("lacks both stages until they are recorded, and is complete with both", () => {
    expect(gaps([])).toEqual(["no stage one", "no stage two"]);
    expect(gaps([ONE])).toEqual(["no stage two"]);
    expect(gaps([TWO])).toEqual(["no stage one"]);
    expect(decisionStanding([ONE, TWO], 0)).toMatchObject({ complete: true, gaps: [], one: ONE, two: TWO });
  });

  it.each(DISCUSSED)("needs %s to have been talked about", (topic) => {
    const one = stage({ discussed: DISCUSSED.filter((other) => other !== topic) });
    expect(decisionStanding([one, TWO], 0).gaps).toEqual([{ kind: "notDiscussed", discussed: [topic] }]);
  });

  it("asks for no time to think unless a site sets one, then for each of its days", () => {
    const sameDay = stage({ stage: "two", heldOn: "2026-11-01", choice: "operation" });
    expect(gaps([ONE, sameDay])).toEqual([]);
    expect(gaps([ONE, sameDay], 1)).toEqual(["tooEarly"]);
    expect(gaps([ONE, TWO], 7)).toEqual([]);
    expect(decisionStanding([ONE, TWO], 8).gaps).toEqual([{ kind: "tooEarly", from: "2026-11-09" }]);
  });

  it("is not complete when stage two was held before stage one", () => {
    expect(gaps([ONE, stage({ stage: "two", heldOn: "2026-10-31", choice: "operation" })])).toEqual([
      "tooEarly",
    ]);
  });

  it("takes the patient's last word at stage two", () => {
    const unsure = { ...TWO, heldOn: "2026-11-20", choice: "notSure" as const };
    expect(decisionStanding([ONE, TWO, unsure], 0).gaps).toEqual([{ kind: "notChosen", choice: "notSure" }]);
    expect(gaps([ONE, unsure, TWO])).toEqual([]);
  });
});
