import { expect, it } from "vitest";
import {
  freeIdentifier,
  generateSessions,
  madeKey,
  sessionIdentifier,
  type GenerationInput,
} from "~/domain/schedule/generation";
import { bankHoliday } from "~/facts/bank-holidays";
import { aTemplate } from "./a-template";

/** Monday 4 January 2027 to Sunday 17 January. */
const SPAN = { from: "2027-01-04", to: "2027-01-17" };

const generated = (input: Partial<GenerationInput> = {}) =>
  generateSessions({
    ...{ templates: [aTemplate()], span: SPAN, standing: [], holiday: () => null },
    ...{ made: new Set<string>(), taken: new Set<string>(), ...input },
  });
const outcomes = (input: Partial<GenerationInput> = {}) =>
  generated(input).map(({ date, sessionId, skip }) => [date, sessionId ?? skip!.kind]);

const standing = (facts: object = {}) => ({
  ...{ sessionId: "S1", site: "RQM02", theatre: "Theatre 3", date: "2027-01-04" },
  ...{ start: "08:30", end: "12:30", status: "open" as const, ...facts },
});

it("makes a session on each of its days, both ends of the span included", () => {
  const monday = [
    ["2027-01-04", "RQM02-Theatre3-20270104-0830"],
    ["2027-01-11", "RQM02-Theatre3-20270111-0830"],
  ];
  expect(outcomes()).toEqual(monday);
  expect(outcomes({ span: { from: "2027-01-04", to: "2027-01-11" } })).toEqual(monday);
  expect(outcomes({ span: { from: "2027-01-05", to: "2027-01-10" } })).toEqual([]);
});

it("never makes a day twice, whatever became of its session", () => {
  const made = new Set([madeKey("T1", "2027-01-04")]);
  expect(outcomes({ made })[0]).toEqual(["2027-01-04", "madeBefore"]);
  expect(outcomes({ made: new Set([madeKey("T2", "2027-01-04")]) })[0]![1]).toContain("RQM02");
});

it("makes none on a bank holiday, and says which", () => {
  const span = { from: "2026-12-28", to: "2027-01-04" };
  const [first, second] = generated({ span, holiday: bankHoliday });
  expect(first!.skip).toEqual({ kind: "bankHoliday", name: "Boxing Day (substitute day)" });
  expect(second!.sessionId).toBe("RQM02-Theatre3-20270104-0830");
});

it("makes none before its first day and after its last, where they lie in the span", () => {
  const from = aTemplate({ validFrom: "2027-01-05" });
  expect(outcomes({ templates: [from] })).toEqual([
    ["2027-01-04", "notYet"],
    ["2027-01-11", "RQM02-Theatre3-20270111-0830"],
  ]);
  const until = aTemplate({ validUntil: "2027-01-10" });
  expect(outcomes({ templates: [until] })[1]).toEqual(["2027-01-11", "ended"]);
  expect(outcomes({ templates: [aTemplate({ validUntil: "2027-01-11" })] })[1]![1]).toContain("RQM02");
  expect(outcomes({ templates: [aTemplate({ validUntil: "2027-01-03" })] })).toEqual([]);
  expect(outcomes({ templates: [aTemplate({ validFrom: "2027-01-18" })] })).toEqual([]);
});

it("makes none where another session has the theatre, and names it", () => {
  const skipOf = (facts: object) => generated({ standing: [standing(facts)] })[0]!.skip;
  expect(skipOf({})).toEqual({ kind: "overlap", sessionId: "S1" });
  expect(skipOf({ start: "16:59", end: "18:00" })).toMatchObject({ kind: "overlap" });
  expect(skipOf({ start: "17:00", end: "18:00" })).toBeNull();
  expect(skipOf({ start: "07:00", end: "08:30" })).toBeNull();
  expect(skipOf({ theatre: "Theatre 4" })).toBeNull();
  expect(skipOf({ site: "RQM01" })).toBeNull();
  expect(skipOf({ status: "locked" })).toMatchObject({ kind: "overlap" });
  expect(skipOf({ status: "closed" })).toBeNull();
  expect(skipOf({ status: "unstaffed" })).toBeNull();
});

it("keeps two templates from one theatre at one time", () => {
  const templates = [aTemplate(), aTemplate({ id: "T2", start: "12:00", end: "18:00" })];
  expect(outcomes({ templates }).map(([, made]) => made)).toEqual([
    "RQM02-Theatre3-20270104-0830",
    "overlap",
    "RQM02-Theatre3-20270111-0830",
    "overlap",
  ]);
});

it("gives the same identifiers whatever the order of the templates, and none twice", () => {
  const templates = [aTemplate({ id: "T2", theatre: "Theatre 1" }), aTemplate()];
  expect(generated({ templates })).toEqual(generated({ templates: [...templates].reverse() }));
  const at = { site: "RQM02", theatre: "Day surgery, room B", start: "13:30" };
  expect(sessionIdentifier(at, "2027-01-04")).toBe("RQM02-DaysurgeryroomB-20270104-1330");
  const taken = new Set([sessionIdentifier(at, "2027-01-04")]);
  expect(freeIdentifier(at, "2027-01-04", taken)).toBe("RQM02-DaysurgeryroomB-20270104-1330-2");
});

it("keeps the clock on the wall where clocks change", () => {
  const sunday = aTemplate({ weekday: 7 });
  const days = generated({ templates: [sunday], span: { from: "2027-03-22", to: "2027-04-04" } });
  expect(days.map(({ date }) => date)).toEqual(["2027-03-28", "2027-04-04"]);
});
