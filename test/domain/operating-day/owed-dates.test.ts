import { describe, expect, it } from "vitest";
import { daysLeft, owedOrder, owedState, type OwedState } from "~/domain/operating-day/owed-dates";

const BY = "2027-01-11";

describe("who is owed a date", () => {
  it.each([
    [null, "2027-01-11", "noDate"],
    [null, "2027-01-12", "late"],
    ["2027-01-11", "2027-01-05", "inTime"],
    ["2027-01-11", "2027-01-12", "inTime"],
    ["2027-01-12", "2027-01-11", "dateTooLate"],
    ["2027-01-12", "2027-01-12", "late"],
  ] as const)("with a date on %s, seen on %s, is %s", (placedOn, today, state) => {
    expect(owedState(BY, placedOn, today)).toBe(state);
  });

  it("has so many days left, none on the last, and fewer than none after it", () => {
    expect([daysLeft(BY, "2026-12-14"), daysLeft(BY, BY), daysLeft(BY, "2027-01-12")]).toEqual([28, 0, -1]);
  });

  it("is seen to late ones first, then by the day, kept promises last", () => {
    const of = (state: OwedState, promisedBy: string) => ({ state, promisedBy });
    const rows = [
      of("inTime", "2026-12-01"),
      of("noDate", "2027-01-02"),
      of("dateTooLate", "2027-01-01"),
      of("late", "2026-12-31"),
    ];
    expect(rows.sort(owedOrder).map(({ state }) => state)).toEqual([
      "late",
      "dateTooLate",
      "noDate",
      "inTime",
    ]);
  });
});
