import { describe, expect, it } from "vitest";
import {
  firstClash,
  runsOn,
  templateLength,
  weekOfMonth,
  weekdayDates,
  weekdayOf,
} from "~/domain/schedule/template";
import { aTemplate } from "./a-template";

describe("the week of the month", () => {
  it.each([
    ["2027-01-01", 1],
    ["2027-01-07", 1],
    ["2027-01-08", 2],
    ["2027-01-28", 4],
    ["2027-01-29", 5],
    ["2027-01-31", 5],
    ["2027-02-28", 4],
    ["2028-02-29", 5],
  ])("of %s is %i", (date, week) => expect(weekOfMonth(date)).toBe(week));

  it("is the fifth only where the month has five such days", () => {
    const fifth = aTemplate({ weekday: 5, weeksOfMonth: [5] });
    const days = weekdayDates({ from: "2027-01-01", to: "2027-04-30" }, 5).filter((day) =>
      runsOn(fifth, day),
    );
    expect(days).toEqual(["2027-01-29", "2027-04-30"]);
  });
});

it("counts weekdays from Monday", () => {
  expect(["2027-01-04", "2027-01-09", "2027-01-10", "1969-12-29"].map(weekdayOf)).toEqual([1, 6, 7, 1]);
});

it("runs from its first day to its last, both included", () => {
  const template = aTemplate({ validFrom: "2027-01-04", validUntil: "2027-01-18" });
  const days = ["2026-12-28", "2027-01-04", "2027-01-05", "2027-01-18", "2027-01-25"];
  expect(days.map((day) => runsOn(template, day))).toEqual([false, true, false, true, false]);
});

describe("two templates", () => {
  const other = (facts: Parameters<typeof aTemplate>[0] = {}) =>
    aTemplate({ id: "T2", validFrom: "2027-01-01", ...facts });

  it("clash from the first day that both have", () => {
    expect(firstClash(aTemplate(), other())).toBe("2027-01-04");
    expect(firstClash(other(), aTemplate())).toBe("2027-01-04");
  });

  it("clash only in one theatre of one site on one weekday", () => {
    for (const facts of [{ theatre: "Theatre 4" }, { site: "RQM01" }, { weekday: 2 }])
      expect(firstClash(aTemplate(), other(facts))).toBeNull();
  });

  it("may follow each other without a minute between", () => {
    expect(firstClash(aTemplate(), other({ start: "17:00", end: "20:00" }))).toBeNull();
    expect(firstClash(aTemplate(), other({ start: "16:59", end: "20:00" }))).toBe("2027-01-04");
  });

  it("may share a theatre in different weeks of the month", () => {
    const odd = aTemplate({ weeksOfMonth: [1, 3, 5] });
    expect(firstClash(odd, other({ weeksOfMonth: [2, 4] }))).toBeNull();
    expect(firstClash(odd, other({ weeksOfMonth: [4, 5] }))).toBe("2027-03-29");
    expect(firstClash(odd, other())).toBe("2027-01-04");
  });

  it("may follow each other in time", () => {
    const ended = aTemplate({ validUntil: "2027-01-10" });
    expect(firstClash(ended, other({ validFrom: "2027-01-11" }))).toBeNull();
    expect(firstClash(ended, other({ validFrom: "2027-01-04" }))).toBe("2027-01-04");
  });
});

it("has its minutes without those held", () => {
  expect(templateLength(aTemplate({ heldMinutes: 30 }))).toBe(480);
});
