import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/calendar";
import { reviewDue, type ReviewedWait } from "~/domain/perioperative/review/long-wait-review";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";

const START = "2025-11-30";
const after = (days: number) => addDays(START, days);
const due = (wait: Partial<ReviewedWait>, on: string) =>
  reviewDue({ clockStart: START, cancer: false, last: null, ...wait }, DEFAULT_SETTINGS.all, on);
const reviewed = (reviewedOn: string, nextOn: string | null = null) => ({ last: { reviewedOn, nextOn } });

describe("the review of a long wait", () => {
  it("is owed over 52 weeks from clock start, not at 52 weeks", () => {
    expect(due({}, after(364))).toBeNull();
    expect(due({}, after(365))).toEqual({ kind: "longWait", by: after(365), state: "due", late: 0 });
    expect(due({}, after(366))).toMatchObject({ state: "overdue", late: 1 });
  });

  it("is owed again 91 days after the last, on each side of that day", () => {
    const last = reviewed(after(370));
    expect(due(last, after(460))).toMatchObject({ state: "upcoming", by: after(461), late: 0 });
    expect(due(last, after(461))).toMatchObject({ state: "due" });
    expect(due(last, after(462))).toMatchObject({ state: "overdue", late: 1 });
  });

  it("is owed on the day that the last one named where that is earlier, and never later", () => {
    expect(due(reviewed(after(370), after(384)), after(384))).toMatchObject({ state: "due" });
    expect(due(reviewed(after(370), after(900)), after(462))).toMatchObject({ state: "overdue" });
  });

  it("on a cancer pathway is owed over 62 days, then weekly", () => {
    expect(due({ cancer: true }, after(62))).toBeNull();
    expect(due({ cancer: true }, after(63))).toMatchObject({ kind: "cancer", state: "due" });
    expect(due({ cancer: false }, after(63))).toBeNull();
    const last = { cancer: true, ...reviewed(after(70)) };
    expect(due(last, after(76))).toMatchObject({ state: "upcoming" });
    expect(due(last, after(77))).toMatchObject({ state: "due" });
    expect(due(last, after(78))).toMatchObject({ state: "overdue" });
  });

  it("of whoever comes under both is owed as often as the shorter asks", () => {
    expect(due({ cancer: true, ...reviewed(after(400)) }, after(407))).toMatchObject({
      kind: "cancer",
      state: "due",
    });
  });

  it("a review before the border does not put off the first one over it", () => {
    expect(due(reviewed(after(300)), after(365))).toMatchObject({ by: after(391), state: "upcoming" });
    expect(due(reviewed(after(200)), after(365))).toMatchObject({ by: after(365), state: "due" });
  });

  it("once owed stays owed, and is later by a day each day, until somebody reviews", () => {
    fc.assert(
      fc.property(fc.nat(1200), fc.boolean(), (days, cancer) => {
        const now = due({ cancer }, after(days));
        const next = due({ cancer }, after(days + 1));
        if (now) expect(next).toMatchObject({ by: now.by, late: now.late + 1, state: "overdue" });
      }),
    );
  });
});
