import { describe, expect, it } from "vitest";
import { callRest } from "~/domain/stand-by/call-limit";
import { callTimes } from "~/domain/stand-by/call-times";
import { standByOrder } from "~/domain/stand-by/ranking";

describe("nobody is called every week", () => {
  const settings = { standByCalls: 2, standByDays: 28 };
  const rest = (...calledOn: string[]) => callRest(calledOn, "2026-12-14", settings);

  it("after so many calls a patient rests until the oldest of them is long enough ago", () => {
    expect(rest()).toEqual({ calls: 0, restsUntil: null });
    expect(rest("2026-12-01")).toEqual({ calls: 1, restsUntil: null });
    expect(rest("2026-12-01", "2026-12-07")).toEqual({ calls: 2, restsUntil: "2026-12-29" });
    expect(rest("2026-11-20", "2026-12-01", "2026-12-07")).toEqual({ calls: 3, restsUntil: "2026-12-29" });
  });

  it("a call counts for so many days, and not on the day after", () => {
    expect(rest("2026-11-17", "2026-12-07")).toEqual({ calls: 2, restsUntil: "2026-12-15" });
    expect(rest("2026-11-16", "2026-12-07")).toEqual({ calls: 1, restsUntil: null });
  });

  it("two calls on a day disturb once, and today's second call is still today's", () => {
    expect(rest("2026-12-07", "2026-12-07")).toEqual({ calls: 1, restsUntil: null });
    expect(rest("2026-12-07", "2026-12-14")).toEqual({ calls: 2, restsUntil: null });
  });
});

describe("the times of a call", () => {
  const settings = { standByTravelMinutes: 60, standByReadyMinutes: 60 };
  const fasting = { food: 6, clearFluids: 2 };
  const times = (now: number | null, anaesthetic: "GA" | "LA" = "GA") =>
    callTimes(now, 660, anaesthetic, fasting, settings);

  it("are in time up to the minute at which the patient can still be ready", () => {
    expect(times(540)).toMatchObject({ callBy: 540, arrivesBy: 600, readyBy: 660, inTime: true });
    expect(times(541)).toMatchObject({ readyBy: 661, inTime: false, startsAt: 661 });
  });

  it("before the day are those of a call made in time", () => {
    expect(times(null)).toMatchObject({ arrivesBy: 600, readyBy: 660, inTime: true, startsAt: 660 });
  });

  it("count the fasting back from when the case would begin; a local anaesthetic needs none", () => {
    expect(times(540)).toMatchObject({ lastFood: 300, lastFluids: 540 });
    expect(times(600)).toMatchObject({ lastFood: 360, lastFluids: 600 });
    expect(times(540, "LA")).toMatchObject({ lastFood: null, lastFluids: null });
  });
});

it("points go first, then fewest calls, then the longest wait; calls never go before points", () => {
  const ranked = [
    { points: 10, calls: 0, clockStart: "2026-01-01" },
    { points: 20, calls: 5, clockStart: "2026-06-01" },
    { points: 10, calls: 0, clockStart: "2025-12-01" },
    { points: 10, calls: 1, clockStart: "2025-01-01" },
  ].sort(standByOrder);
  expect(ranked.map(({ points, calls, clockStart }) => [points, calls, clockStart.slice(0, 4)])).toEqual([
    [20, 5, "2026"],
    [10, 0, "2025"],
    [10, 0, "2026"],
    [10, 1, "2025"],
  ]);
});
