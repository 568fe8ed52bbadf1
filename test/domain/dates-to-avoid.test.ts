import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/calendar";
import {
  joined,
  rangeAgainst,
  rangesSpoken,
  stillAhead,
  withoutRange,
  withRange,
} from "~/domain/dates-to-avoid";

const TODAY = "2026-11-30";
const limits = { mostRanges: 2, mostDaysAhead: 366 };
const range = (from: string, to = from) => ({ from, to });

describe("dates that a patient cannot come on", () => {
  it.each([
    ["past", range("2026-11-28", "2026-11-29"), range("2026-11-29", "2026-11-30")],
    ["order", range("2026-12-02", "2026-12-01"), range("2026-12-02")],
    ["far", range("2027-12-02"), range("2027-12-01")],
  ])("%s: refused on one side of the border and taken on the other", (fault, refused, taken) => {
    expect(withRange([], refused, TODAY, limits)).toEqual({ fault });
    expect(withRange([], taken, TODAY, limits)).toEqual({ ranges: [taken] });
  });

  it("are as many ranges as the limit says, those that meet counting as one", () => {
    const held = [range("2026-12-10"), range("2026-12-20")];
    expect(withRange(held, range("2026-12-12"), TODAY, limits)).toEqual({ fault: "many" });
    expect(withRange(held, range("2026-12-11"), TODAY, limits)).toEqual({
      ranges: [range("2026-12-10", "2026-12-11"), range("2026-12-20")],
    });
  });

  it("go when they are over or taken back", () => {
    const held = [range("2026-11-20", "2026-11-29"), range("2026-11-20", "2026-11-30"), range("2026-12-10")];
    expect(stillAhead(held, TODAY)).toEqual(held.slice(1));
    expect(withoutRange(held, range("2026-12-10"), TODAY)).toEqual(held.slice(1, 2));
    expect(withoutRange(held, range("2026-12-11"), TODAY)).toEqual(held.slice(1));
  });

  it("hold the same days when joined, apart and in order", () => {
    const day = fc.integer({ min: 0, max: 60 });
    const any = fc
      .tuple(day, fc.integer({ min: 0, max: 9 }))
      .map(([from, more]) => range(addDays(TODAY, from), addDays(TODAY, from + more)));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (ranges) => {
        const found = joined(ranges);
        const days = Array.from({ length: 75 }, (_, at) => addDays(TODAY, at));
        const within = (all: typeof ranges) =>
          days.filter((one) => all.some(({ from, to }) => one >= from && one <= to));
        expect(within(found)).toEqual(within(ranges));
        found.slice(1).forEach(({ from }, at) => expect(from > addDays(found[at]!.to, 1)).toBe(true));
      }),
    );
  });

  it.each([
    ["2026-12-09", null],
    ["2026-12-10", range("2026-12-10", "2026-12-14")],
    ["2026-12-14", range("2026-12-10", "2026-12-14")],
    ["2026-12-15", null],
  ])("speak against a date within them, ends included: %s", (date, found) => {
    expect(
      rangeAgainst([range("2026-12-12", "2026-12-14"), range("2026-12-10", "2026-12-11")], date),
    ).toEqual(found);
    expect(rangeAgainst([], date)).toBeNull();
  });

  it("are said in words", () => {
    expect(rangesSpoken([range("2026-12-10"), range("2026-12-30", "2027-01-03")], TODAY)).toBe(
      "10 December; 30 December to 3 January 2027",
    );
  });
});
