import { describe, expect, it } from "vitest";
import { readDecisionForm } from "~/services/triage/decision-form.server";
import { readMeasuresForm } from "~/services/triage/measures-form.server";
import { readScreeningForm } from "~/services/triage/screening-form.server";

const TODAY = "2026-12-01";

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return form;
}

describe("the form of a decision", () => {
  const SOUND = { screening: "fit", seen: "phone", base: "0", assessment: "1", hub: ["RQM02", "ELSE"] };
  const read = (fields: Record<string, string | string[]>) =>
    readDecisionForm(formOf({ ...SOUND, ...fields }), ["RQM02"], { today: TODAY, validDays: 90 });
  const fields = (given: Record<string, string | string[]>) =>
    read(given).problems?.map(({ field }) => field);

  it("holds for the site's days unless it says less, and knows its own hubs alone", () => {
    expect(read({}).given).toMatchObject({ fitUntil: "2027-03-01", hubs: ["RQM02"], fitFrom: null });
    expect(read({ fitUntil: "2026-12-31" }).given).toMatchObject({ fitUntil: "2026-12-31" });
    expect(read({ screening: "unfit", reason: "Heart first" }).given).toMatchObject({
      fitUntil: null,
      hubs: [],
    });
  });

  it.each([
    ["no outcome", { screening: "" }, ["screening"]],
    ["an outcome that there is not", { screening: "awaiting" }, ["screening"]],
    ["no way of seeing", { seen: "x" }, ["seen"]],
    ["one day more than the site's", { fitUntil: "2027-03-02" }, ["fitUntil"]],
    ["fit until before today", { fitUntil: "2026-11-30" }, ["fitUntil"]],
    ["no real date", { fitUntil: "2027-02-30" }, ["fitUntil"]],
    ["optimising without a day", { screening: "optimising", reason: "Weight" }, ["fitFrom"]],
    [
      "optimising until a day that is not ahead",
      { screening: "optimising", reason: "Weight", fitFrom: "2026-12-01" },
      ["fitFrom"],
    ],
    ["unfit without a reason", { screening: "unfit" }, ["reason"]],
    ["a base that is no number", { base: "-1" }, [""]],
    ["a reason that is too long", { reason: "x".repeat(501) }, ["reason"]],
  ])("refuses %s", (_, given, expected) => {
    expect(fields(given)).toEqual(expected);
  });
});

describe("the form of measures", () => {
  const read = (fields: Record<string, string>) =>
    readMeasuresForm(formOf({ takenOn: TODAY, ...fields }), TODAY);
  const fields = (given: Record<string, string>) => read(given).problems?.map(({ field }) => field);

  it("takes what was filled in", () => {
    expect(read({ hb: "118", weight_kg: "73,5" }).taken).toEqual([
      { measure: "hb", value: 118, takenOn: TODAY },
      { measure: "weight_kg", value: 73.5, takenOn: TODAY },
    ]);
  });

  it.each([
    ["nothing at all", {}, ["bp_sys_clinic"]],
    ["a haemoglobin in g/dL", { hb: "11.8" }, ["hb"]],
    ["a weight in stones and pounds", { weight_kg: "11st" }, ["weight_kg"]],
    ["an HbA1c in percent", { hba1c: "8.5" }, ["hba1c"]],
    ["a frailty of 10", { cfs: "10" }, ["cfs"]],
    ["a frailty of 0", { cfs: "0" }, ["cfs"]],
    ["half an ASA class", { asa: "2.5" }, ["asa"]],
    ["one number of a blood pressure", { bp_sys_clinic: "140" }, ["bp_dia_clinic"]],
    ["a blood pressure upside down", { bp_sys_clinic: "80", bp_dia_clinic: "140" }, ["bp_dia_clinic"]],
    ["a day to come", { hb: "118", takenOn: "2026-12-02" }, ["takenOn"]],
    ["no day", { hb: "118", takenOn: "" }, ["takenOn"]],
  ])("refuses %s", (_, given, expected) => {
    expect(fields(given)).toEqual(expected);
  });
});

describe("the form of screening's settings", () => {
  const read = (fields: Record<string, string>, isHub = false) =>
    readScreeningForm(formOf({ base: "0", reason: "Agreed", ...fields }), isHub);
  const fields = (given: Record<string, string>, isHub = false) =>
    read(given, isHub).problems?.map(({ field }) => field);

  it("keeps what was chosen, and nothing that is as it comes", () => {
    expect(read({ "rule-C14": "off", "rule-C15": "", hb_threshold: "120", cfs_frail: "" }).given).toEqual({
      base: 0,
      choices: { rules: { C14: false }, thresholds: { hb_threshold: 120 } },
      hub: null,
      reason: "Agreed",
    });
  });

  it("keeps of a hub what differs from the default", () => {
    const hub = {
      model: "integrated",
      maxBmi: "40",
      minAge: "18",
      maxAge: "",
      overnightBeds: "yes",
      accepts: "r06",
    };
    expect(read(hub, true).given?.hub).toEqual({ model: "integrated", accepts: ["R06"] });
    expect(read({ ...hub, procedures: "W40, c71.2" }, true).given?.hub).toMatchObject({
      procedures: ["W40", "C712"],
    });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ["a border below its limit", { hb_threshold: "79" }, ["hb_threshold"]],
    ["half a point of frailty", { cfs_frail: "5.5" }, ["cfs_frail"]],
    ["no reason", { reason: "" }, ["reason"]],
    ["a rule that there is not", { accepts: "X99" }, ["accepts"]],
    ["a code that is none", { procedures: "knee" }, ["procedures"]],
    ["a BMI of a hub in words", { maxBmi: "forty" }, ["maxBmi"]],
  ])("refuses %s", (_, given, expected) => {
    expect(fields(given, true)).toEqual(expected);
  });

  it("names the limit that it refuses", () => {
    const messages = read({ maxBmi: "-5" }, true).problems?.map(({ message }) => message);
    expect(messages).toEqual(["Highest BMI: enter a number from 20 to 80, or nothing for no limit"]);
  });

  it("takes a border at its limit", () => {
    expect(read({ hb_threshold: "80", bmi_low: "18.5" }).problems).toBeNull();
  });
});

describe("the severity of operations in the form of screening", () => {
  const read = (fields: Record<string, string>) =>
    readScreeningForm(formOf({ base: "0", reason: "Agreed", ...fields }), false).given?.choices.severity;

  it("keeps what differs from the estimate, of operations and severities that there are", () => {
    expect(read({ "severity-T202": "major", "severity-C712": "" })).toEqual({ T202: "major" });
    expect(read({ "severity-T202": "enormous", "severity-X999": "minor" })).toBeUndefined();
  });
});
