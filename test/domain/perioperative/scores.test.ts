import { describe, expect, it } from "vitest";
import type { Fact, FactName } from "~/domain/perioperative/fact";
import { factsGiven, OLDER_ANSWERS, type Given } from "./fit-patient";

const scoreOf = (name: FactName, given: Given): Fact | null | undefined => factsGiven(given).facts[name];
const all = (answer: string) =>
  Object.fromEntries(
    Object.keys(OLDER_ANSWERS)
      .filter((id) => id.startsWith("act_"))
      .map((id) => [id, answer]),
  );

describe("scores", () => {
  it("sums the activities of which a patient says yes", () => {
    expect(scoreOf("score.activity_score", { age: 70 })).toBeCloseTo(58.2);
    expect(scoreOf("score.activity_score", { age: 70, answers: all("no") })).toBe(0);
    expect(scoreOf("score.activity_score", { age: 70, answers: { ...all("no"), act_flat: "yes" } })).toBe(
      2.75,
    );
    expect(scoreOf("score.activity_score", { age: 34 })).toBeNull();
  });

  it("turns the activity score into METs, 2.7 at least", () => {
    expect(scoreOf("score.mets", { age: 70, answers: all("no") })).toBeCloseTo(2.743, 3);
    expect(scoreOf("score.mets", { age: 70 })).toBeCloseTo(9.893, 3);
  });

  it("leaves the score open by what was not answered", () => {
    const given = { age: 70, answers: { act_run: null } };
    const range = scoreOf("score.activity_score", given) as {
      least: number;
      most: number;
      without: string[];
    };
    expect(range.least).toBeCloseTo(50.2);
    expect(range.most).toBeCloseTo(58.2);
    expect(range.without).toEqual(["q.act_run"]);
  });

  it.each([
    ["never drinks", { audit1: "0" }, 0],
    ["each as it is", { audit1: "4", audit2: "3", audit3: "2" }, 9],
    ["how much is not known", { audit1: "4", audit3: "2" }, { least: 6, most: 10, without: ["q.audit2"] }],
  ])("adds up AUDIT-C: %s", (_, answers, score) => {
    expect(scoreOf("score.audit_c", { answers })).toEqual(score);
  });

  it.each([
    ["a man who never smoked", {}, 1],
    ["a woman who stopped smoking", { sex_birth: "female", smoke: "ex" }, 2],
    ["sick when travelling", { travel_sick: "yes" }, 2],
    [
      "sick after an anaesthetic, once for both",
      { travel_sick: "yes", anaes_before: "yes", anaes_problem: ["sick"] },
      2,
    ],
    ["a man who smokes", { smoke: "daily" }, 0],
  ])("counts the Apfel criteria of %s", (_, answers, score) => {
    expect(scoreOf("score.apfel_patient", { answers })).toBe(score);
  });

  it("counts each cardiac risk criterion once, and creatinine above 177 µmol/L", () => {
    const creatinine = (value: number) => ({ "m.creatinine": value });
    const all6 = {
      heart_conditions: ["mi", "angina", "hf"],
      ...{
        heart_event_when: "gt12",
        stroke: "gt12",
        diabetes: "t1",
        diabetes_treatment: ["insulin"],
        hypos: "no",
      },
    };
    const risky = { highCardiacRisk: true };
    expect(scoreOf("score.rcri", { answers: all6, procedure: risky, measures: creatinine(178) })).toBe(6);
    expect(scoreOf("score.rcri", { answers: all6, measures: creatinine(177) })).toBe(4);
    expect(scoreOf("score.rcri", { measures: creatinine(90) })).toBe(0);
    expect(scoreOf("score.rcri", {})).toEqual({ least: 0, most: 1, without: ["m.creatinine"] });
  });

  it("counts ticked features of sleep apnoea, and leaves the rest open where the patient does not know", () => {
    expect(scoreOf("score.sleep_feature_count", { answers: { sleep_features: ["none"] } })).toBe(0);
    expect(scoreOf("score.sleep_feature_count", { answers: { sleep_features: ["snore", "stops"] } })).toBe(2);
    expect(
      scoreOf("score.sleep_feature_count", { answers: { sleep_features: ["snore", "dk"] } }),
    ).toMatchObject({ least: 1, most: 8 });
    expect(
      scoreOf("score.sleep_feature_count", { answers: { osa_known: "cpap_ok", sleep_features: null } }),
    ).toBeNull();
  });
});
