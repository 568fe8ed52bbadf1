import { describe, expect, it } from "vitest";
import { answerLines, standsOut } from "~/views/triage/answer-lines";

describe("answers that stand out on a card", () => {
  it("are those that are not plain or not known, and what the patient wrote", () => {
    expect(standsOut("chest_pain", "rest")).toBe(true);
    expect(standsOut("chest_pain", "never")).toBe(false);
    expect(standsOut("stroke", "dk")).toBe(true);
    expect(standsOut("heart_conditions", ["none"])).toBe(false);
    expect(standsOut("heart_conditions", ["none", "af"])).toBe(true);
    expect(standsOut("anything_else", "I cough at night")).toBe(true);
    expect(standsOut("anything_else", "")).toBe(false);
  });

  it("are those that changed since the time before, plain or not; what was not answered is not", () => {
    const lines = answerLines({ stroke: "never", diabetes: "no" }, { stroke: "gt12", diabetes: "no" }, []);
    const out = lines.flatMap((group) => group.lines).filter((line) => line.standsOut);
    expect(out.map(({ id }) => id)).toEqual(["stroke"]);
    expect(standsOut("chest_pain", undefined)).toBe(false);
  });

  it("are those that another page contradicts, though plain by themselves", () => {
    const contradictions = [{ question: "stroke", by: "heart_conditions", code: "mi" }];
    const groups = answerLines({ stroke: "never", clots: "no" }, null, contradictions);
    const out = groups.flatMap(({ lines }) => lines).filter((line) => line.standsOut);
    expect(out.map(({ id }) => id)).toEqual(["stroke"]);
  });
});
