import { describe, expect, it } from "vitest";
import { randomWeek } from "~/cli/bench/random/random-week";
import { rowsOf } from "~/cli/bench/random/week-rows";

const NUMBERS = Array.from({ length: 60 }, (_, at) => at + 1);

describe("a random week", () => {
  it("follows from its number, with its rows", () => {
    expect(randomWeek(6)).toEqual(randomWeek(6));
    expect(rowsOf(randomWeek(6))).toEqual(rowsOf(randomWeek(6)));
    expect(new Set(NUMBERS.map((number) => randomWeek(number).provider)).size).toBeGreaterThan(20);
  });

  it("is hard every other time, and planned late or early in either kind", () => {
    const kinds = NUMBERS.map(randomWeek).map(({ hard, ahead }) => `${hard} ${ahead < 14}`);
    for (const kind of ["true true", "true false", "false true", "false false"])
      expect(kinds.filter((each) => each === kind)).toHaveLength(15);
  });

  it("has somebody waiting, and sessions", () => {
    for (const number of NUMBERS.slice(0, 12)) {
      const { entries, sessions } = rowsOf(randomWeek(number));
      expect(entries.length).toBeGreaterThan(50);
      expect(sessions.length).toBeGreaterThan(0);
    }
  });

  it("has rare cases when it is hard, and only then", () => {
    const all = NUMBERS.filter((number) => number % 2 === 0).map((number) => rowsOf(randomWeek(number)));
    const entries = all.flatMap((rows) => rows.entries);
    const sessions = all.flatMap((rows) => rows.sessions);
    expect(sessions.some(({ maxCases }) => maxCases !== null)).toBe(true);
    expect(sessions.some(({ treatmentFunctions }) => treatmentFunctions.length > 1)).toBe(true);
    expect(entries.some(({ priority }) => priority === "P1b")).toBe(true);
    expect(entries.some(({ fitUntil }) => fitUntil !== null)).toBe(true);
    expect(new Set(entries.map(({ patientId }) => patientId)).size).toBeLessThan(entries.length);
    expect(rowsOf(randomWeek(1)).sessions.every(({ maxCases }) => maxCases === null)).toBe(true);
  });
});
