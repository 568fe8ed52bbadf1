import { describe, expect, it } from "vitest";
import { planFigures, type FiguresInput } from "~/domain/plan-figures";
import { DEFAULT_POLICY } from "~/domain/policy";
import { aTheatreSession, aWaitingListEntry } from "../factories";

const horizon = { first: "2026-12-14", last: "2026-12-18" };

function figuresOf(input: Partial<FiguresInput>) {
  const sessions = [aTheatreSession()];
  return planFigures({ sessions, lists: new Map(), eligible: [], policy: DEFAULT_POLICY, horizon, ...input });
}

describe("the figures of a plan", () => {
  it("add up minutes over sessions that take cases, used or not", () => {
    const sessions = [
      aTheatreSession(),
      aTheatreSession({ sessionId: "S2", heldMinutes: 40 }),
      aTheatreSession({ sessionId: "S3", status: "closed" }),
    ];
    const lists = new Map([
      ["S1", [aWaitingListEntry({ minutes: 60 }), aWaitingListEntry({ minutes: 30, nights: 2 })]],
    ]);
    expect(figuresOf({ sessions, lists })).toMatchObject({
      ...{ sessions: 2, lists: 1, cases: 2, dayCases: 1 },
      ...{ lengthMinutes: 440, plannedMinutes: 105, touchMinutes: 90 },
    });
  });

  it("hold urgent patients due by the last session apart from those due later", () => {
    // P2: 28 days after the decision to admit.
    const due = aWaitingListEntry({ priority: "P2", decisionToAdmit: "2026-11-20" });
    const later = aWaitingListEntry({ priority: "P2", decisionToAdmit: "2026-11-21" });
    const lists = new Map([["S1", [due]]]);
    const figures = figuresOf({ lists, eligible: [due, later, later] });
    expect(figures.urgentDue).toEqual({ placed: 1, of: 1 });
    expect(figures.urgentNotYetDue).toEqual({ placed: 0, of: 2 });
  });

  it("count P3 that is due, and no P4", () => {
    const p3 = aWaitingListEntry({ priority: "P3", decisionToAdmit: "2026-07-01" });
    const figures = figuresOf({ eligible: [p3, aWaitingListEntry()] });
    expect(figures.p3Due).toEqual({ placed: 0, of: 1 });
    expect(figures.urgentDue.of).toBe(0);
  });

  it("count long waits on the day of the first session, each in every milestone it has reached", () => {
    const waited = (clockStart: string) => aWaitingListEntry({ clockStart });
    // 52 weeks to the day; a day short of 52; 66 weeks.
    const eligible = [waited("2025-12-15"), waited("2025-12-16"), waited("2025-09-08")];
    const figures = figuresOf({ eligible, lists: new Map([["S1", [eligible[2]!]]]) });
    expect(figures.longWaits).toEqual([
      { placed: 1, of: 2 },
      { placed: 1, of: 1 },
      { placed: 0, of: 0 },
      { placed: 0, of: 0 },
    ]);
  });

  it("count provisional cases", () => {
    const lists = new Map([["S1", [aWaitingListEntry({ screening: "optimising" })]]]);
    expect(figuresOf({ lists }).provisional).toBe(1);
  });
});
