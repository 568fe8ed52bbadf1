import { describe, expect, it } from "vitest";
import { ageOn, isChild } from "~/domain/age";
import { DEFAULT_POLICY } from "~/domain/policy";
import { breachBand, breachDate, weeksWaited } from "~/domain/rtt-clock";
import { earliestTarget, targets } from "~/domain/targets";
import { horizonOf, urgencyOf, urgentClassOn, type UrgentClass } from "~/domain/urgency";
import { waitingPoints } from "~/domain/waiting-points";
import { dayCaseHubPoints } from "~/domain/day-case-hub";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { aTheatreSession, aWaitingListEntry } from "../factories";

describe("RTT clock", () => {
  it.each([
    ["2026-06-07", 0],
    ["2026-06-08", 1],
    ["2027-05-30", 51],
    ["2027-05-31", 52],
  ])("from 1 June 2026 to %s is %i weeks", (on, weeks) => {
    expect(weeksWaited("2026-06-01", on)).toBe(weeks);
  });

  it.each([
    [17, null],
    [18, 18],
    [25, 18],
    [26, 26],
    [39, 26],
    [40, 40],
    [51, 40],
    [52, 52],
    [64, 52],
    [65, 65],
    [77, 65],
    [78, 78],
    [103, 78],
    [104, 104],
    [300, 104],
  ])("%i weeks are in the band of %s", (weeks, band) => {
    expect(breachBand(weeks)).toBe(band);
  });

  it("reaches a milestone on the day that the weeks are full", () => {
    const date = breachDate("2026-06-01", 52);
    expect(date).toBe("2027-05-31");
    expect(weeksWaited("2026-06-01", date)).toBe(52);
  });
});

describe("waiting points", () => {
  it.each([
    [17, 0],
    [18, 1],
    [26, 2],
    [40, 4],
    [51, 4],
    [52, 12],
    [65, 24],
    [78, 48],
    [103, 48],
    [104, 96],
  ])("%i weeks bring %i", (weeks, points) => {
    expect(waitingPoints(weeks, DEFAULT_POLICY.waitingBands)).toBe(points);
  });

  it("brings nothing without bands", () => {
    expect(waitingPoints(200, [])).toBe(0);
  });
});

describe("age", () => {
  it.each([
    ["2008-12-14", "2026-12-13", 17],
    ["2008-12-14", "2026-12-14", 18],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2008-02-29", "2028-02-28", 19],
    ["2008-02-29", "2028-02-29", 20],
  ])("born %s is on %s %i years old", (birth, on, age) => {
    expect(ageOn(birth, on)).toBe(age);
    expect(isChild(birth, on)).toBe(age < 18);
  });
});

describe("targets", () => {
  const of = (facts: Partial<WaitingListEntry>) =>
    targets(aWaitingListEntry({ decisionToAdmit: "2026-11-01", ...facts }), DEFAULT_POLICY);

  it.each<[Partial<WaitingListEntry>, string]>([
    [{ priority: "P1a" }, "P1a 2026-11-02"],
    [{ priority: "P1b" }, "P1b 2026-11-04"],
    [{ priority: "P2" }, "P2 2026-11-29"],
    [{ priority: "P3" }, "P3 2027-01-30"],
    [{ priority: "P2", lastPriorityReview: "2026-11-10" }, "P2 2026-12-08"],
    [{ priority: "P4", cancer: true, lastPriorityReview: "2026-11-10" }, "cancer 2026-12-02"],
    [{ priority: "P4", offerBy: "2026-12-16" }, "offer 2026-12-16"],
    [
      { priority: "P2", cancer: true, offerBy: "2026-11-15" },
      "offer 2026-11-15, P2 2026-11-29, cancer 2026-12-02",
    ],
  ])("%o", (facts, expected) => {
    const words = of(facts).map(({ kind, date }) => `${kind} ${date}`);
    expect(words.join(", ")).toBe(expected);
  });

  it("has none for P4", () => {
    expect(earliestTarget(aWaitingListEntry({ priority: "P4" }), DEFAULT_POLICY)).toBeNull();
  });
});

describe("urgent class", () => {
  const horizon = horizonOf([
    aTheatreSession({ date: "2026-12-18", status: "closed" }),
    aTheatreSession({ date: "2026-12-14" }),
  ]);
  const on = (facts: Partial<WaitingListEntry>, date: string): UrgentClass | null =>
    urgentClassOn(urgencyOf(aWaitingListEntry(facts), DEFAULT_POLICY, horizon), date);

  it("takes the horizon from all sessions, open or not", () => {
    expect(horizon).toEqual({ first: "2026-12-14", last: "2026-12-18" });
    expect(horizonOf([])).toEqual({ first: "", last: "" });
  });

  it.each<[string, Partial<WaitingListEntry>, string, UrgentClass | null]>([
    ["P1a whenever", { priority: "P1a" }, "2026-12-18", "P1"],
    ["P1b whenever", { priority: "P1b" }, "2026-12-14", "P1"],
    ["offer after the last session", { offerBy: "2026-12-19" }, "2026-12-14", "notYetDue"],
    ["offer on the last session, in time", { offerBy: "2026-12-18" }, "2026-12-18", "dueInTime"],
    ["offer within, placed on it", { offerBy: "2026-12-16" }, "2026-12-16", "dueInTime"],
    ["offer within, placed a day after", { offerBy: "2026-12-16" }, "2026-12-17", "dueLate"],
    ["offer on the first session, placed after", { offerBy: "2026-12-14" }, "2026-12-15", "dueLate"],
    ["offer before the first session", { offerBy: "2026-12-13" }, "2026-12-18", "dueInTime"],
    ["P2 due within", { priority: "P2", decisionToAdmit: "2026-11-18" }, "2026-12-16", "dueInTime"],
    ["P2 due within, late", { priority: "P2", decisionToAdmit: "2026-11-18" }, "2026-12-17", "dueLate"],
    ["P3 due on the last day", { priority: "P3", decisionToAdmit: "2026-09-19" }, "2026-12-18", "P3due"],
    ["P3 due a day later", { priority: "P3", decisionToAdmit: "2026-09-20" }, "2026-12-18", null],
    ["P3 on the cancer list counts as cancer", { priority: "P3", cancer: true }, "2026-12-18", "dueInTime"],
    ["P4", { priority: "P4" }, "2026-12-14", null],
  ])("%s", (_name, facts, date, expected) => {
    expect(on(facts, date)).toBe(expected);
  });
});

describe("day-case and hub points", () => {
  it.each([
    [{ bads: true, hvlc: true }, 0, "hub", 2],
    [{ bads: true, hvlc: true }, 1, "hub", 1],
    [{ bads: true, hvlc: true }, 0, "main", 1],
    [{ bads: true, hvlc: false }, 0, "hub", 1],
    [{ bads: false, hvlc: true }, 0, "main", 0],
    [{ bads: false, hvlc: false }, 0, "hub", 0],
  ] as const)("%o with %i nights in a %s brings %i", (procedure, nights, siteType, points) => {
    expect(dayCaseHubPoints(procedure, nights, siteType)).toBe(points);
  });
});
