import { describe, expect, it } from "vitest";
import { earliestOffer, freeMinutes, hasRoom, type ListSeen, type OfferSeen } from "~/domain/earliest-offer";

const EMPTY: ListSeen = { cases: 0, mean: 0, variance: 0, length: 240, turnaround: 15, maxCases: null };
const session = (sessionId: string, date: string, changes: Partial<OfferSeen["sessions"][number]> = {}) => ({
  ...{ sessionId, date, start: "08:30", theatre: "T1", site: "S1", list: EMPTY },
  ...{ freeMinutes: 240, reason: "", sentence: "" },
  ...changes,
});
const seen = (sessions: OfferSeen["sessions"], changes: Partial<OfferSeen> = {}): OfferSeen => ({
  ...{ asOf: "2026-11-20", noticeDays: 21, weeks: 6, from: "2026-12-11", until: "2027-01-21" },
  ...{ minutes: 60, minutesDeviation: 20, overrunProbabilityMax: 0.25, everywhere: "" },
  sessions,
  ...changes,
});

describe("the earliest reasonable offer", () => {
  it("is the first session on the first day with the notice that is owed, and none before", () => {
    const sessions = [
      session("late", "2026-12-14"),
      session("day before", "2026-12-10"),
      session("first day", "2026-12-11", { start: "13:30" }),
      session("that morning", "2026-12-11"),
    ];
    expect(earliestOffer(seen(sessions))).toEqual({ sessionId: "that morning", date: "2026-12-11" });
    expect(earliestOffer(seen(sessions.slice(1, 2)))).toBeNull();
  });

  it("passes over a rule and a full list, and is none where nothing could be offered", () => {
    const full = { ...EMPTY, cases: 1, mean: 200, variance: 400 };
    const sessions = [
      session("rule", "2026-12-14", { reason: "anaesthetic" }),
      session("full", "2026-12-15", { list: full }),
      session("room", "2026-12-16"),
    ];
    expect(earliestOffer(seen(sessions))?.sessionId).toBe("room");
    expect(earliestOffer(seen(sessions, { everywhere: "Not yet screened." }))).toBeNull();
  });

  it("can be replayed from the evidence as it was kept", () => {
    const kept = JSON.parse(JSON.stringify(seen([session("a", "2026-12-14")]))) as OfferSeen;
    expect(earliestOffer(kept)).toEqual({ sessionId: "a", date: "2026-12-14" });
  });
});

describe("room on a list", () => {
  const case60 = { minutes: 60, minutesDeviation: 0, overrunProbabilityMax: 0.25 };

  it.each([
    [{ ...EMPTY, cases: 1, mean: 165 }, true],
    [{ ...EMPTY, cases: 1, mean: 166 }, false],
    [{ ...EMPTY, maxCases: 1 }, true],
    [{ ...EMPTY, cases: 1, mean: 10, maxCases: 1 }, false],
    [{ ...EMPTY, length: 60 }, true],
    [{ ...EMPTY, length: 59 }, false],
  ])("%j: %s", (list, room) => expect(hasRoom(list, case60)).toBe(room));

  it("asks of an only case that its mean fits, of two also that they seldom run over", () => {
    const wide = { minutes: 100, minutesDeviation: 70, overrunProbabilityMax: 0.25 };
    expect(hasRoom({ ...EMPTY, length: 100 }, wide)).toBe(true);
    expect(hasRoom({ ...EMPTY, cases: 1, mean: 100, variance: 4900, length: 220 }, wide)).toBe(false);
    expect(hasRoom({ ...EMPTY, cases: 1, mean: 100, variance: 4900, length: 320 }, wide)).toBe(true);
  });

  it("leaves a turnaround for each case that is there", () => {
    expect(freeMinutes({ ...EMPTY, cases: 2, mean: 100 })).toBe(110);
    expect(freeMinutes({ ...EMPTY, cases: 2, mean: 230 })).toBe(0);
  });
});
