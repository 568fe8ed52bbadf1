import { describe, expect, it } from "vitest";
import {
  caseStanding,
  countingRecords,
  nextMoment,
  timeClash,
  type MomentRecord,
} from "~/domain/operating-day/moments";
import { dayMinute, instantOf } from "~/domain/operating-day/day-minute";
import { times } from "./a-day";

const record = (of: Partial<MomentRecord>): MomentRecord => ({
  ...{ session: "s1", number: 1, entry: "e1", moment: "arrived", happenedAt: "2026-12-14T08:00:00.000Z" },
  ...{ by: "user:1", at: "2026-12-14T08:00:00.000Z", reason: "", ...of },
});

describe("which record of a moment counts", () => {
  it("is the last of the session, whatever its instant, and one taken back counts as such", () => {
    const counting = countingRecords([
      record({ number: 2, happenedAt: null }),
      record({ number: 1 }),
      record({ number: 3, moment: "sentFor" }),
    ]);
    expect(counting.get("e1")?.arrived?.happenedAt).toBeNull();
    expect(counting.get("e1")?.sentFor?.number).toBe(3);
  });

  it("of a patient who was moved to another list, is the one recorded last", () => {
    const moved = record({ session: "s2", number: 1, at: "2026-12-14T09:00:00.000Z" });
    const before = record({ session: "s1", number: 9 });
    expect(countingRecords([moved, before]).get("e1")?.arrived).toBe(moved);
    expect(countingRecords([before, moved]).get("e1")?.arrived).toBe(moved);
  });
});

describe("the moment that is offered next", () => {
  it("is the first, then the one after the last that happened, then none", () => {
    expect(nextMoment({})).toBe("arrived");
    expect(nextMoment(times({ arrived: "07:30" }))).toBe("sentFor");
    expect(nextMoment(times({ arrived: "07:30", knifeToSkin: "08:50" }))).toBe("closed");
    expect(nextMoment(times({ recovery: "10:00" }))).toBeNull();
  });
});

describe("whether a moment may have happened at a time", () => {
  const held = times({ arrived: "07:30", anaestheticStart: "08:40", out: "10:00" });
  it.each([
    ["sentFor", "07:30", "10:00", null],
    ["sentFor", "07:29", "10:00", { kind: "beforeEarlier", moment: "arrived", minute: 450 }],
    ["sentFor", "08:40", "10:00", null],
    ["sentFor", "08:41", "10:00", { kind: "afterLater", moment: "anaestheticStart", minute: 520 }],
    ["recovery", "10:05", "10:05", null],
    ["recovery", "10:06", "10:05", { kind: "inFuture", minute: 605 }],
    ["anaestheticStart", "09:59", "10:30", null],
  ] as const)("%s at %s, now %s", (moment, at, now, expected) => {
    const minute = (time: string) => dayMinute(instantOf("2026-12-14", time), "2026-12-14");
    expect(timeClash(held, moment, minute(at), minute(now))).toEqual(expected);
  });

  it("has no future on a day that is over", () => {
    expect(timeClash({}, "arrived", 1439, null)).toBeNull();
  });
});

it("a case is in the theatre from its anaesthetic until it is out, also where a moment was missed", () => {
  expect(caseStanding(times({ arrived: "07:30", sentFor: "08:20" }))).toBe("waiting");
  expect(caseStanding(times({ anaestheticStart: "08:40" }))).toBe("inTheatre");
  expect(caseStanding(times({ knifeToSkin: "08:50" }))).toBe("inTheatre");
  expect(caseStanding(times({ closed: "09:50" }))).toBe("inTheatre");
  expect(caseStanding(times({ anaestheticStart: "08:40", recovery: "10:00" }))).toBe("done");
});

it("minutes of the day are those of London's clock, in summer too", () => {
  expect(instantOf("2026-07-01", "08:30")).toBe("2026-07-01T07:30:00.000Z");
  expect(dayMinute("2026-07-01T07:30:59.000Z", "2026-07-01")).toBe(510);
  expect(dayMinute("2026-12-15T00:05:00.000Z", "2026-12-14")).toBe(1445);
});
