import { describe, expect, it } from "vitest";
import { surgeryWords } from "~/components/preparation/surgery-words";
import { planDate, whenOf } from "~/domain/perioperative/preparation/plan-date";

const TODAY = "2026-12-01";

describe("the date of a plan", () => {
  it.each([
    [null, null, { date: null, changed: false }],
    [null, "2026-12-10", { date: "2026-12-10", changed: false }],
    ["2026-12-10", "2026-12-10", { date: "2026-12-10", changed: false }],
    ["2026-12-10", "2026-12-11", { date: "2026-12-11", changed: true }],
    ["2026-12-10", null, { date: null, changed: true }],
    [TODAY, null, { date: null, changed: true }],
    ["2026-11-30", null, { date: "2026-11-30", changed: false }],
    ["2026-11-30", "2026-12-11", { date: "2026-12-11", changed: true }],
  ])("made for %s, now %s", (madeFor, now, expected) => {
    expect(planDate(madeFor, now, TODAY)).toEqual(expected);
  });

  it("is never told as theirs once it was taken back", () => {
    const words = surgeryWords(planDate("2026-12-10", null, TODAY));
    expect(words).toContain("You do not have a date any more");
    expect(words).not.toContain("10 December");
  });
});

describe("an action beside the date of surgery", () => {
  it.each([
    ["before", "2026-12-09", "2026-12-10", "before"],
    ["before", "2026-12-10", "2026-12-10", "late"],
    ["before", "2026-12-11", "2026-12-10", "late"],
    ["before", "2026-12-11", null, "before"],
    ["before", null, "2026-12-10", "before"],
    ["after", "2026-12-09", "2026-12-10", "after"],
    ["after", null, null, "after"],
  ] as const)("of the phase %s, due %s, with surgery on %s, stands %s", (phase, due, surgery, when) => {
    expect(whenOf({ phase, due }, surgery)).toBe(when);
  });
});
