import { describe, expect, it } from "vitest";
import { readSessions } from "~/import/sessions";
import { CONTEXT, csv, SESSION, words } from "./example-rows";

const read = (...changes: Record<string, string>[]) =>
  readSessions(csv(changes.map((change) => ({ ...SESSION, ...change }))), CONTEXT);
const afternoon = { session_id: "S2", start: "13:30", end: "17:30" };

describe("a session", () => {
  it("is read with every column", () => {
    const { rows, rejected, warnings } = read({
      date: "17/12/2026",
      treatment_function_codes: "100; 101",
      surgeon_code: "C1;C2",
      anaesthetics: "la;GA",
      paediatric: "y",
      status: "Locked",
      max_cases: "6",
      held_minutes: "30",
    });
    expect([...rejected, ...warnings]).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        sessionId: "S00001",
        site: "RQM02",
        siteType: "hub",
        theatre: "T1",
        date: "2026-12-17",
        start: "08:30",
        end: "17:00",
        treatmentFunctions: ["100", "101"],
        surgeons: ["C1", "C2"],
        anaesthetics: ["LA", "GA"],
        paediatric: true,
        status: "locked",
        maxCases: 6,
        heldMinutes: 30,
      },
    ]);
  });

  it("needs no paediatric, max_cases or held_minutes column, and no surgeon", () => {
    const { paediatric: _p, max_cases: _m, held_minutes: _h, ...columns } = SESSION;
    const { rows } = readSessions(csv([{ ...columns, surgeon_code: "" }]), CONTEXT);
    expect(rows[0]).toMatchObject({ paediatric: false, maxCases: null, heldMinutes: 0, surgeons: [] });
    const { surgeon_code: _s, ...without } = SESSION;
    expect(words(readSessions(csv([without]), CONTEXT).refused)).toEqual([
      "1 surgeon_code: The column is missing: expected consultant codes separated by ;, or nothing for pooled patients only.",
    ]);
  });

  it.each([
    ["session_id", "", "This is empty: expected an identifier, once in the file."],
    ["site_type", "ward", "This cannot be read: expected hub or main."],
    ["date", "12/17/2026", "There is no month 17: expected a date, YYYY-MM-DD or DD/MM/YYYY."],
    ["start", "8:30", "This is not a time of day: expected a time of day, HH:MM."],
    ["end", "24:00", "This is not a time of day: expected a time of day, HH:MM, after the start."],
    [
      "end",
      "08:30",
      "The session ends before or when it starts (08:30): expected a time of day, HH:MM, after the start.",
    ],
    [
      "treatment_function_codes",
      "100;ENT",
      "This cannot be read: expected codes of three digits separated by ;.",
    ],
    ["treatment_function_codes", ";", "This cannot be read: expected codes of three digits separated by ;."],
    ["anaesthetics", "GA;XX", "This cannot be read: expected GA, RA, LA separated by ;."],
    ["anaesthetics", ";", "This cannot be read: expected GA, RA, LA separated by ;."],
    ["paediatric", "sometimes", "This cannot be read: expected Y or N."],
    ["status", "opened", "This cannot be read: expected one of open, locked, closed, unstaffed."],
    ["max_cases", "-1", "This cannot be read: expected a whole number of cases, or nothing for no limit."],
    [
      "held_minutes",
      "510",
      "The session has only 510 minutes: expected whole minutes, fewer than the session has.",
    ],
  ])("is rejected for %s = %j", (column, value, message) => {
    const { rows, rejected } = read({ [column]: value }, { session_id: "S9", theatre: "T9" });
    expect(rejected).toEqual([{ file: "list.csv", row: 2, column, value, message }]);
    expect(rows.map((session) => session.sessionId)).toEqual(["S9"]);
  });

  it("stands with one minute that is not held", () => {
    expect(read({ held_minutes: "509" }).rows).toHaveLength(1);
  });

  it("is rejected when an earlier row has its identifier", () => {
    expect(words(read({ status: "x" }, { theatre: "T2" }).rejected).at(-1)).toBe(
      "3 session_id: Row 2 has this identifier: expected an identifier, once in the file.",
    );
  });
});

describe("two sessions in one theatre", () => {
  it("are a fault of the second when they overlap", () => {
    const { rows, rejected } = read(
      {},
      { ...afternoon, start: "16:59" },
      { ...afternoon, session_id: "S3", status: "locked" },
    );
    expect(words(rejected)).toEqual(
      [3, 4].map(
        (row) =>
          `${row} theatre: Session S00001 (row 2) has this theatre from 08:30 to 17:00: ` +
          "expected open sessions of a theatre one after the other.",
      ),
    );
    expect(rows.map((session) => session.sessionId)).toEqual(["S00001"]);
  });

  it.each<Record<string, string>>([
    { start: "17:00" },
    { status: "closed" },
    { status: "unstaffed" },
    { date: "2026-12-18" },
    { theatre: "T2" },
    { site_code: "RQM01", site_type: "main" },
  ])("may stand with %j", (change) => {
    const { rows, rejected } = read({}, { ...afternoon, ...change });
    expect(rejected).toEqual([]);
    expect(rows).toHaveLength(2);
  });
});

it("warns of a session before the plan date and of a site of two types", () => {
  const { warnings } = read({ date: "2026-11-19" }, { ...afternoon, site_type: "main" });
  expect(words(warnings)).toEqual([
    "2 date: This is before the plan date 2026-11-20.",
    "3 site_type: Row 2 says hub for the site RQM02.",
  ]);
});
