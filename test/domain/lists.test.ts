import { describe, expect, it } from "vitest";
import { listMisfit, listOverrun, type ListLimits } from "~/domain/list-fit";
import { startTimes } from "~/domain/list-order/list-timing";
import { overrunProbability } from "~/domain/overrun";
import { DEFAULT_POLICY } from "~/domain/policy";
import { reserveWeeks } from "~/domain/reserve";
import { resolvePolicy } from "~/domain/resolve-policy";
import {
  inTimeOrder,
  sessionLength,
  sessionsOverlap,
  shareSurgeon,
  turnaroundOf,
} from "~/domain/session-time";
import { horizonOf } from "~/domain/urgency";
import { listMinutes, shareOf } from "~/domain/utilisation";
import { aTheatreSession } from "../factories";

const LIMITS: ListLimits = { length: 240, turnaround: 15, maxCases: null, overrunProbabilityMax: 0.25 };
const aCase = (minutes: number, minutesDeviation = 0) => ({ minutes, minutesDeviation });

describe("overrun", () => {
  /** Tails of the lognormal law, worked out with the error function of another library. */
  it.each([
    [100, 30, 100, 0.4416527608],
    [100, 30, 120, 0.2212880842],
    [100, 30, 150, 0.0632589345],
    [400, 60, 450, 0.1937413092],
  ])("mean %i, deviation %i, room %i", (mean, deviation, room, expected) => {
    expect(overrunProbability(mean, deviation ** 2, room)).toBeCloseTo(expected, 6);
  });

  it("is certain without room and a question of minutes without spread", () => {
    expect(overrunProbability(10, 1, 0)).toBe(1);
    expect(overrunProbability(10, 0, 10)).toBe(0);
    expect(overrunProbability(10, 0, 9)).toBe(1);
  });

  it("takes the turnarounds off the room", () => {
    const two = [aCase(60, 20), aCase(60, 20)];
    expect(listOverrun(two, LIMITS)).toBe(overrunProbability(120, 800, 225));
    expect(listOverrun([], LIMITS)).toBe(0);
  });
});

describe("what a list holds", () => {
  it("holds means and turnarounds up to its length", () => {
    expect(listMisfit([aCase(112), aCase(113)], LIMITS)).toBeNull();
    expect(listMisfit([aCase(113), aCase(113)], LIMITS)).toEqual({
      rule: "minutes",
      amount: 241,
      limit: 240,
    });
  });

  it("holds as many cases as it may", () => {
    const three = [aCase(10), aCase(10), aCase(10)];
    expect(listMisfit(three, { ...LIMITS, maxCases: 3 })).toBeNull();
    expect(listMisfit(three, { ...LIMITS, maxCases: 2 })).toMatchObject({ rule: "maxCases", amount: 3 });
  });

  it("holds an overrun probability within a millionth of the limit", () => {
    const two = [aCase(90, 25), aCase(100, 30)];
    const overrun = listOverrun(two, LIMITS);
    expect(overrun).toBeGreaterThan(0.1);
    expect(listMisfit(two, { ...LIMITS, overrunProbabilityMax: overrun - 0.9e-6 })).toBeNull();
    expect(listMisfit(two, { ...LIMITS, overrunProbabilityMax: overrun - 1.1e-6 })).toMatchObject({
      rule: "overrun",
    });
  });

  it("holds one case whatever its overrun", () => {
    expect(listMisfit([aCase(240, 168)], LIMITS)).toBeNull();
  });
});

describe("minutes", () => {
  it("counts turnarounds between cases only", () => {
    expect(listMinutes([], 15)).toEqual({ touch: 0, planned: 0 });
    expect(listMinutes([30], 15)).toEqual({ touch: 30, planned: 30 });
    expect(listMinutes([30, 40, 50], 15)).toEqual({ touch: 120, planned: 150 });
  });

  it("is no share of nothing", () => {
    expect(shareOf(120, 240)).toBe(0.5);
    expect(shareOf(0, 0)).toBe(0);
    expect(shareOf(10, -30)).toBe(0);
  });
});

describe("sessions in time", () => {
  it("takes held minutes off the length", () => {
    expect(sessionLength(aTheatreSession({ start: "08:30", end: "17:00", heldMinutes: 30 }))).toBe(480);
  });

  it("takes the turnaround of the first treatment function, else the default", () => {
    expect(turnaroundOf(aTheatreSession({ treatmentFunctions: ["130", "110"] }), DEFAULT_POLICY)).toBe(5);
    expect(turnaroundOf(aTheatreSession({ treatmentFunctions: ["110", "130"] }), DEFAULT_POLICY)).toBe(15);
  });

  it("overlaps when it shares a moment", () => {
    const morning = aTheatreSession({ start: "08:30", end: "12:30" });
    expect(sessionsOverlap(morning, aTheatreSession({ start: "12:30", end: "17:00" }))).toBe(false);
    expect(sessionsOverlap(morning, aTheatreSession({ start: "12:29", end: "17:00" }))).toBe(true);
    expect(sessionsOverlap(morning, aTheatreSession({ date: "2026-12-15" }))).toBe(false);
  });

  it("shares a surgeon when one stands on both", () => {
    const two = aTheatreSession({ surgeons: ["C1", "C2"] });
    expect(shareSurgeon(two, aTheatreSession({ surgeons: ["C2"] }))).toBe(true);
    expect(shareSurgeon(two, aTheatreSession({ surgeons: ["C3"] }))).toBe(false);
    expect(shareSurgeon(aTheatreSession({ surgeons: [] }), aTheatreSession({ surgeons: [] }))).toBe(false);
  });

  it("sorts by date, then start, and keeps the file's order of equals", () => {
    const ids = inTimeOrder([
      aTheatreSession({ sessionId: "c", date: "2026-12-15", start: "08:00" }),
      aTheatreSession({ sessionId: "b", start: "13:30" }),
      aTheatreSession({ sessionId: "z", start: "08:30" }),
      aTheatreSession({ sessionId: "a", start: "08:30" }),
    ]).map(({ sessionId }) => sessionId);
    expect(ids).toEqual(["z", "a", "b", "c"]);
  });

  it("starts each case when the one before has ended and the theatre is ready", () => {
    expect(startTimes("08:30", 15, [45, 30, 60])).toEqual(["08:30", "09:30", "10:15"]);
  });
});

describe("reserve", () => {
  const policy = resolvePolicy({ reserveShare: { "110": [0, 0.1, 0.35] } });
  const sessions = [
    aTheatreSession({ sessionId: "closed", date: "2026-12-09", status: "closed" }),
    aTheatreSession({ sessionId: "week1", date: "2026-12-13" }),
    aTheatreSession({ sessionId: "week2", date: "2026-12-14" }),
    aTheatreSession({ sessionId: "week2b", date: "2026-12-20", status: "locked" }),
    aTheatreSession({ sessionId: "shut", date: "2026-12-15", status: "unstaffed" }),
    aTheatreSession({ sessionId: "other", date: "2026-12-15", treatmentFunctions: ["100", "110"] }),
    aTheatreSession({ sessionId: "week3", date: "2026-12-21", heldMinutes: 31 }),
    aTheatreSession({ sessionId: "week4", date: "2026-12-28" }),
  ];

  it("counts weeks from the Monday of the first session of the file, and leaves the share free", () => {
    const found = reserveWeeks(sessions, policy, horizonOf(sessions)).map(
      ({ week, sessions: members, maxMinutes }) => [
        week,
        members.map(({ sessionId }) => sessionId).join(" "),
        maxMinutes,
      ],
    );
    expect(found).toEqual([
      [2, "week2 week2b", 432],
      [3, "week3", 135],
    ]);
  });
});
