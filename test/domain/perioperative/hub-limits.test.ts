import { describe, expect, it } from "vitest";
import type { HubLimits } from "~/domain/perioperative/hub-limits";
import { assessed, type Given } from "./fit-patient";

const levelAt = (given: Given, hub: Partial<HubLimits> = {}) => assessed(given, { hub }).hubs[0]!.level;
const bmi = (index: number): Given => ({ answers: { height_cm: 200, weight_kg: index * 4 } });

describe("whom a hub takes", () => {
  it.each<[string, Given, Partial<HubLimits>, string]>([
    ["BMI at its limit", bmi(38), { maxBmi: 38 }, "ok"],
    ["BMI above its limit", bmi(38.1), { maxBmi: 38 }, "no"],
    ["BMI of a hub without a limit", bmi(39), { maxBmi: null }, "ok"],
    ["BMI not known", { answers: { weight_kg: null } }, {}, "review"],
    ["youngest", { age: 20 }, { minAge: 20 }, "ok"],
    ["too young", { age: 19 }, { minAge: 20 }, "no"],
    ["oldest", { age: 60 }, { maxAge: 60 }, "ok"],
    ["too old", { age: 61 }, { maxAge: 60 }, "no"],
    ["a procedure of its pathways", { procedure: { hvlc: true } }, {}, "ok"],
    ["a procedure of no pathway", { procedure: { hvlc: false } }, {}, "no"],
    [
      "a procedure of its own list",
      { procedure: { code: "T202", hvlc: false } },
      { procedures: ["T20"] },
      "ok",
    ],
    ["a procedure that its list lacks", { procedure: { code: "T202" } }, { procedures: ["W"] }, "no"],
    ["one night with beds", { procedure: { nights: 1 } }, { overnightBeds: true }, "ok"],
    ["one night without beds", { procedure: { nights: 1 } }, { overnightBeds: false }, "no"],
    [
      "critical care where there is some",
      { procedure: { criticalCare: true } },
      { criticalCare: true },
      "ok",
    ],
    [
      "critical care where there is none",
      { procedure: { criticalCare: true } },
      { criticalCare: false },
      "no",
    ],
    ["heart failure, stand-alone", { answers: { heart_conditions: ["hf"] } }, { model: "standAlone" }, "no"],
    [
      "heart failure, integrated",
      { answers: { heart_conditions: ["hf"] } },
      { model: "integrated" },
      "review",
    ],
    ["dialysis, integrated", { answers: { kidney: "dialysis" } }, { model: "integrated" }, "no"],
    ["shock device without cover", { answers: { heart_conditions: ["icd"] } }, { model: "integrated" }, "no"],
    [
      "shock device with cover",
      { answers: { heart_conditions: ["icd"] } },
      { model: "integrated", icd_cover: true },
      "review",
    ],
    ["stiff neck without cover", { answers: { neck_mouth: "yes" } }, {}, "no"],
    ["stiff neck with cover", { answers: { neck_mouth: "yes" } }, { airway_cover: true }, "review"],
    ["sleep apnoea on a machine", { answers: { osa_known: "cpap_ok" } }, {}, "review"],
    ["sleep apnoea where it is accepted", { answers: { osa_known: "cpap_ok" } }, { accepts: ["R06"] }, "ok"],
    ["sleep apnoea where it is excluded", { answers: { osa_known: "cpap_ok" } }, { excludes: ["R06"] }, "no"],
    ["dialysis cannot be accepted", { answers: { kidney: "dialysis" } }, { accepts: ["K01"] }, "no"],
    ["an excluded rule that does not hold", {}, { excludes: ["R06"] }, "ok"],
  ])("%s", (_, given, hub, level) => {
    expect(levelAt(given, hub)).toBe(level);
  });
});
