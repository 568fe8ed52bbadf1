import { describe, expect, it } from "vitest";
import { against, askedRoute, type Decided } from "~/domain/perioperative/decision";
import { isWorse } from "~/domain/perioperative/kept-assessment";
import { countingMeasures } from "~/domain/perioperative/measures";
import { needsReason } from "~/domain/perioperative/task";
import { triageState, type TriageInput } from "~/domain/perioperative/triage-state";
import { assessed, CATARACT } from "./fit-patient";

const FIT: Decided = { screening: "fit", seen: "read", hubs: [] };
const kinds = (given: Parameters<typeof assessed>[0], decided: Partial<Decided>) =>
  against(assessed(given), { ...FIT, ...decided }).map(({ kind }) => kind);
const a = (answers: Record<string, string | string[] | null>) => ({ answers });

describe("what goes against the rules", () => {
  it.each<[string, Parameters<typeof assessed>[0], Partial<Decided>, string[]]>([
    ["low risk, read", {}, {}, []],
    ["a call is asked for, and none was made", a({ reflux: "often" }), {}, ["route"]],
    ["a call is asked for and was made", a({ reflux: "often" }), { seen: "phone" }, []],
    ["a visit is asked for, a call was made", a({ blackouts: "yes" }), { seen: "phone" }, ["route"]],
    ["a visit is asked for and was made", a({ blackouts: "yes" }), { seen: "faceToFace" }, []],
    [
      "an anaesthetist is asked for, a visit was made",
      a({ kidney: "dialysis" }),
      { seen: "faceToFace" },
      ["route"],
    ],
    ["an anaesthetist is asked for and has seen", a({ kidney: "dialysis" }), { seen: "consultant" }, []],
    ["a gate holds", a({ still_want: "unsure" }), {}, ["gate"]],
    ["not known, read", a({ stroke: "dk" }), {}, ["route", "unknown"]],
    ["not known, asked", a({ stroke: "dk" }), { seen: "phone" }, []],
    ["more careful than the rules", {}, { screening: "unfit" }, []],
    ["optimising while a gate holds", a({ still_want: "unsure" }), { screening: "optimising" }, []],
    ["a hub that does not suit", a({ kidney: "dialysis" }), { seen: "consultant", hubs: ["HUB01"] }, ["hub"]],
    [
      "every hub, though one does not suit",
      a({ kidney: "dialysis" }),
      { seen: "consultant", hubs: true },
      ["hub"],
    ],
    [
      "a hub that a clinician looks at first",
      a({ blackouts: "yes" }),
      { seen: "faceToFace", hubs: ["HUB01"] },
      [],
    ],
  ])("%s", (_, given, decided, expected) => {
    expect(kinds(given, decided)).toEqual(expected);
  });

  it("asks for a call and no visit of a low-risk patient with a local anaesthetic", () => {
    const controlled = assessed({ procedure: CATARACT, answers: { walking_aid: "frame" } });
    expect([controlled.route, controlled.lowRisk, askedRoute(controlled)]).toEqual(["f2f", true, "phone"]);
  });
});

const TODAY = "2026-12-01";
const LOW = {
  ...{ number: 1, answered: true, changed: false, answeredAt: "2026-12-01T10:00:00.000Z" },
  ...({ route: "none", risk: "low", hub: "ok", lowRisk: true, concerns: null } as const),
};
const AF = { ...LOW, number: 2, route: "f2f", risk: "moderate", hub: "review", lowRisk: false } as const;
const readiness = (screening: TriageInput["readiness"]["screening"], fitUntil: string | null = null) => ({
  ...{ screening, fitFrom: null, fitUntil, hubSuitable: [] },
});
const none = { invited: false, screenedOn: null, assessment: null, decidedOn: null };

describe("where a patient stands", () => {
  it.each<[string, TriageInput, string]>([
    ["nobody has asked", { ...none, readiness: readiness("not_screened") }, "new"],
    ["asked", { ...none, readiness: readiness("awaiting"), invited: true }, "waiting"],
    ["answered, low", { ...none, readiness: readiness("awaiting"), assessment: LOW }, "low"],
    [
      "low for a local anaesthetic, and a call is asked for",
      { ...none, readiness: readiness("awaiting"), assessment: { ...LOW, route: "phone" } },
      "phone",
    ],
    [
      "low for a local anaesthetic, no visit then",
      { ...none, readiness: readiness("awaiting"), assessment: { ...LOW, route: "f2f" } },
      "phone",
    ],
    ["answered, a visit", { ...none, readiness: readiness("awaiting"), assessment: AF }, "faceToFace"],
    [
      "answered, no route but no low risk",
      { ...none, readiness: readiness("awaiting"), assessment: { ...LOW, lowRisk: false } },
      "phone",
    ],
    [
      "measured, not answered",
      { ...none, readiness: readiness("awaiting"), assessment: { ...AF, answered: false } },
      "new",
    ],
    ["fit on its last day", { ...none, readiness: readiness("fit", TODAY) }, "fit"],
    ["fit until the day before", { ...none, readiness: readiness("fit", "2026-11-30") }, "new expired"],
    [
      "expired, decided on these answers",
      { ...none, readiness: readiness("fit", "2026-11-30"), assessment: LOW, decidedOn: LOW },
      "new expired",
    ],
    [
      "expired, answered since",
      {
        ...none,
        readiness: readiness("fit", "2026-11-30"),
        assessment: { ...LOW, number: 2 },
        decidedOn: LOW,
      },
      "low expired",
    ],
    [
      "fit, the same answers",
      { ...none, readiness: readiness("fit"), assessment: LOW, decidedOn: LOW },
      "fit",
    ],
    [
      "fit, later and as good",
      { ...none, readiness: readiness("fit"), assessment: { ...LOW, number: 2 }, decidedOn: LOW },
      "fit",
    ],
    [
      "fit, later and worse",
      { ...none, readiness: readiness("fit"), assessment: AF, decidedOn: LOW },
      "faceToFace worsened",
    ],
    [
      "fit by the file, answers say otherwise",
      { ...none, readiness: readiness("fit"), assessment: AF },
      "faceToFace worsened",
    ],
    [
      "fit by the file, screened on the day of the answers",
      { ...none, screenedOn: TODAY, readiness: readiness("fit"), assessment: AF },
      "faceToFace worsened",
    ],
    [
      "fit by the file, screened after the answers",
      { ...none, screenedOn: "2026-12-02", readiness: readiness("fit"), assessment: AF },
      "fit",
    ],
    [
      "decided here on better answers, screened after these by the file",
      {
        ...none,
        screenedOn: "2026-12-02",
        readiness: readiness("fit"),
        assessment: AF,
        decidedOn: LOW,
      },
      "faceToFace worsened",
    ],
    [
      "unfit, later and no worse",
      { ...none, readiness: readiness("unfit"), assessment: LOW, decidedOn: AF },
      "unfit",
    ],
    [
      "fit, a change of health told since",
      {
        ...none,
        readiness: readiness("fit"),
        assessment: { ...LOW, number: 2, route: "phone", lowRisk: false, changed: true },
        decidedOn: LOW,
      },
      "phone changed",
    ],
    [
      "fit after a visit, a change told since that asks for less than the visit",
      {
        ...none,
        readiness: readiness("fit"),
        assessment: { ...AF, number: 3, changed: true },
        decidedOn: AF,
      },
      "faceToFace changed",
    ],
    [
      "fit by the file, never asked, a change told",
      {
        ...none,
        readiness: readiness("fit"),
        assessment: { ...LOW, answered: false, route: "phone", changed: true },
      },
      "phone changed",
    ],
    [
      "optimising",
      { ...none, readiness: readiness("optimising"), assessment: AF, decidedOn: AF },
      "optimising",
    ],
  ])("%s", (_, input, expected) => {
    const { state, reopened } = triageState(input, TODAY);
    expect([state, reopened].filter(Boolean).join(" ")).toBe(expected);
  });

  it("is worse by route, risk, hub or the end of low risk, and not by being better", () => {
    expect([isWorse(AF, LOW), isWorse(LOW, AF), isWorse(LOW, LOW)]).toEqual([true, false, false]);
    expect(isWorse({ ...LOW, hub: "review" }, LOW)).toBe(true);
    expect(isWorse({ ...LOW, lowRisk: false }, LOW)).toBe(true);
  });

  it.each([
    ["a rule more in the way", { rules: ["Z01", "B06"] }, true],
    ["a rule less", { rules: [] }, false],
    ["a safety question more that is not known", { unknown: ["stroke"] }, true],
    ["a hub that suited and does not", { hubsOut: ["RQM02"] }, true],
    ["a hub that nobody had looked at", { hubs: ["RQM02", "RQM03"], hubsOut: ["RQM03"] }, false],
    ["something written in later answers", { written: "R2" }, true],
    ["the answers that were read", { written: "R1" }, false],
  ])("is worse on the same levels by what nobody has decided about: %s", (_, more, worse) => {
    const seen = { rules: ["Z01"], unknown: [], hubs: ["RQM02"], hubsOut: [], written: "R1" };
    const now = { ...seen, ...more };
    expect(isWorse({ ...AF, concerns: now }, { ...AF, concerns: seen })).toBe(worse);
  });
});

describe("measures that count", () => {
  const taken = (measure: "hb" | "bp_sys_primary" | "hba1c", value: number | null, takenOn: string) => ({
    measure,
    value,
    takenOn,
  });

  it("are the last of each, those taken back not, with the age of an HbA1c", () => {
    expect(
      countingMeasures(
        [taken("hb", 118, TODAY), taken("hb", 131, TODAY), taken("hba1c", 60, "2026-11-01")],
        TODAY,
      ),
    ).toEqual({ "m.hb": 131, "m.hba1c": 60, "m.hba1c_age_days": 30 });
    expect(countingMeasures([taken("hb", 118, TODAY), taken("hb", null, TODAY)], TODAY)).toEqual({});
  });

  it("are those that were taken last, whatever was entered last", () => {
    const older = [taken("hb", 105, "2026-11-28"), taken("hb", 140, "2026-03-01")];
    expect(countingMeasures(older, TODAY)).toEqual({ "m.hb": 105 });
    const again = [taken("hb", 105, TODAY), taken("hb", null, TODAY), taken("hb", 140, "2026-03-01")];
    expect(countingMeasures(again, TODAY)).toEqual({ "m.hb": 140 });
  });

  it("leave out a blood pressure of the GP after 365 days", () => {
    expect(countingMeasures([taken("bp_sys_primary", 150, "2025-12-01")], TODAY)).toEqual({
      "m.bp_sys_primary": 150,
    });
    expect(countingMeasures([taken("bp_sys_primary", 150, "2025-11-30")], TODAY)).toEqual({});
  });
});

it("asks for a reason when a task is dismissed or urgent", () => {
  expect(needsReason({ kind: "expired", urgent: false }, "done")).toBe(false);
  expect(needsReason({ kind: "expired", urgent: false }, "dismissed")).toBe(true);
  expect(needsReason({ kind: "worsened", urgent: true }, "done")).toBe(true);
});
