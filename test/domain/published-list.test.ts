import { describe, expect, it } from "vitest";
import { publishedChanges } from "~/domain/published-changes";
import {
  patientName,
  readPublishedList,
  type PublishedCase,
  type PublishedList,
} from "~/domain/published-list";

function aCase(facts: Partial<PublishedCase> = {}): PublishedCase {
  return {
    ...{ entry: "E1", order: 1, admission: "07:00", start: "08:30", minutes: 60 },
    ...{ familyName: "Barrow", givenName: "Ann", birthDate: "1980-02-01", age: 46, sex: "Female" },
    ...{ nhsNumber: "9991234567", hospitalNumber: "L1", procedure: "Hernia repair, left" },
    ...{ anaesthetic: "General anaesthetic", asa: 2, flags: [], equipment: [], nights: 0 },
    ...{ criticalCare: false, interpreter: "", adjustments: "", standBy: false, golden: false },
    ...{ address: "1 Test Street", postcode: "ZZ99 9ZZ" },
    ...facts,
  };
}

function aList(facts: Partial<PublishedList> = {}): PublishedList {
  return {
    ...{ format: 1, organisation: "RQM", site: "RQM02", siteName: "Hub", session: "s", sessionId: "S1" },
    ...{ theatre: "Theatre 1", date: "2026-12-15", start: "08:30", end: "12:30", specialties: ["Surgery"] },
    ...{ surgeons: ["C1"], anaesthetist: "A1", cases: [aCase()], kept: [], orderBreaks: [] },
    ...facts,
  };
}

const second = aCase({
  entry: "E2",
  order: 2,
  start: "09:45",
  familyName: "Cole",
  givenName: "Bo",
  hospitalNumber: "L2",
});
const third = aCase({
  entry: "E3",
  order: 3,
  start: "11:00",
  familyName: "Dean",
  givenName: "Cy",
  hospitalNumber: "L3",
});
const changes = (before: Partial<PublishedList>, after: Partial<PublishedList>) =>
  publishedChanges(aList(before), aList(after));

describe("what changed between two versions", () => {
  it("is nothing where nothing did", () => {
    expect(changes({}, {})).toEqual([]);
  });

  it("names who is new and who is gone, and says no order where the others stand as before", () => {
    expect(changes({ cases: [aCase(), second] }, { cases: [{ ...second, order: 1 }, third] })).toEqual([
      "BARROW, Ann (L1) is no longer on this list.",
      "DEAN, Cy (L3) is new on this list, at place 3: Hernia repair, left.",
    ]);
  });

  it("says the order where those who stay change places", () => {
    expect(
      changes({ cases: [aCase(), second] }, { cases: [{ ...second, order: 1 }, aCase({ order: 2 })] }),
    ).toEqual(["The order is now: COLE, Bo; BARROW, Ann."]);
  });

  it.each<[Partial<PublishedCase>, string]>([
    [
      { procedure: "Hernia repair, right" },
      "the procedure is Hernia repair, right; it was Hernia repair, left.",
    ],
    [{ flags: ["Latex allergy"] }, "the alerts is Latex allergy; it was not given."],
    [{ asa: null }, "the ASA grade is no longer given; it was 2."],
    [{ criticalCare: true }, "the critical care is yes; it was no."],
    [{ nhsNumber: "" }, "the NHS number is no longer given; it was 9991234567."],
  ])("says what changed of a patient: %o", (facts, sentence) => {
    expect(changes({}, { cases: [aCase(facts)] })).toEqual([`BARROW, Ann (L1): ${sentence}`]);
  });

  it.each<[Partial<PublishedCase>, string]>([
    [{ admission: "07:15" }, "arrives at 07:15 and starts at 08:30; it was 07:00 and 08:30."],
    [{ start: "08:45" }, "arrives at 07:00 and starts at 08:45; it was 07:00 and 08:30."],
  ])("says when a patient comes otherwise: %o", (facts, sentence) => {
    expect(changes({}, { cases: [aCase(facts)] })).toEqual([`BARROW, Ann (L1) ${sentence}`]);
  });

  it.each<[Partial<PublishedList>, string]>([
    [{ theatre: "Theatre 2" }, "The theatre is Theatre 2; it was Theatre 1."],
    [{ start: "09:00" }, "The session is 09:00 to 12:30; it was 08:30 to 12:30."],
    [{ surgeons: [] }, "The surgeon is no longer given; it was C1."],
    [{ anaesthetist: "A2" }, "The anaesthetist is A2; it was A1."],
    [{ date: "2026-12-16" }, "The date is 16 December; it was 15 December."],
    [
      { kept: [{ start: "11:00", minutes: 30 }] },
      "Places kept for patients whose fitness is not confirmed: 1; they were 0.",
    ],
  ])("says what changed of the session: %o", (facts, sentence) => {
    expect(changes({}, facts)).toEqual([sentence]);
  });
});

describe("a stored version", () => {
  it("reads as it was written", () => {
    const list = aList({ kept: [{ start: "11:00", minutes: 30 }] });
    expect(readPublishedList(JSON.parse(JSON.stringify(list)))).toEqual(list);
  });

  it.each([
    ["null", null],
    ["another format", { ...aList(), format: 2 }],
    ["no cases", { ...aList(), cases: undefined }],
    ["a case without its procedure", { ...aList(), cases: [{ ...aCase(), procedure: undefined }] }],
    ["a case whose minutes are no number", { ...aList(), cases: [{ ...aCase(), minutes: "60" }] }],
    ["a date that is none", { ...aList(), date: "15/12/2026" }],
  ])("of %s is not taken for a list", (_what, content) => {
    expect(() => readPublishedList(content)).toThrow("A stored list version cannot be read");
  });

  it("names a patient by what is known", () => {
    expect(patientName(aCase())).toBe("BARROW, Ann");
    expect(patientName(aCase({ familyName: "", givenName: "" }))).toBe("L1");
  });
});
