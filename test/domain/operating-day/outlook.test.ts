import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listOverrun } from "~/domain/list-fit";
import { dayOutlook } from "~/domain/operating-day/outlook";
import { millsRatio, remainingOf } from "~/domain/operating-day/remaining";
import { aCase, aDay, times } from "./a-day";

const duration = fc
  .record({ minutes: fc.integer({ min: 5, max: 240 }), share: fc.double({ min: 0, max: 0.7, noNaN: true }) })
  .map(({ minutes, share }) => ({ minutes, minutesDeviation: minutes * share }));

describe("before anything happened", () => {
  it("the outlook is the list's own overrun probability", () => {
    const lists = fc.record({
      durations: fc.array(duration, { minLength: 1, maxLength: 8 }),
      length: fc.integer({ min: 60, max: 600 }),
      turnaround: fc.integer({ min: 0, max: 30 }),
      early: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(lists, ({ durations, length, turnaround, early }) => {
        const cases = durations.map((each, at) => aCase(`e${at}`, each));
        const day = aDay(cases, { end: 510 + length, turnaround });
        const limits = { length, turnaround, maxCases: null, overrunProbabilityMax: 0.25 };
        expect(dayOutlook(day, 510 - early).overrunProbability).toBe(listOverrun(durations, limits));
      }),
    );
  });

  it("cases follow one another with a turnaround between, from the start of the session", () => {
    const { cases, finish, over } = dayOutlook(aDay([aCase("a"), aCase("b")]), 400);
    expect(cases.get("a")).toEqual({ start: 510, end: 570 });
    expect(cases.get("b")).toEqual({ start: 580, end: 640 });
    expect([finish, over]).toEqual([640, false]);
  });

  it("a list that has not begun in time begins now", () => {
    expect(dayOutlook(aDay([aCase("a")]), 510).cases.get("a")?.start).toBe(510);
    expect(dayOutlook(aDay([aCase("a")]), 531).cases.get("a")?.start).toBe(531);
  });

  it("a list without cases has no finish and cannot overrun", () => {
    expect(dayOutlook(aDay([]), 900)).toMatchObject({ finish: null, overrunProbability: 0, over: false });
  });
});

describe("while it runs", () => {
  const first = aCase("a", { times: times({ anaestheticStart: "08:30" }) });

  it("the overrun grows with every minute that a case lasts longer", () => {
    fc.assert(
      fc.property(duration, duration, fc.integer({ min: 0, max: 300 }), (running, waiting, elapsed) => {
        const day = aDay([{ ...first, ...running }, aCase("b", waiting)]);
        const [now, later] = [dayOutlook(day, 510 + elapsed), dayOutlook(day, 515 + elapsed)];
        expect(later.finish!).toBeGreaterThanOrEqual(now.finish!);
        expect(now.lateFinish!).toBeGreaterThanOrEqual(now.finish! - 1);
      }),
    );
  });

  it("the next case begins after the running one and a turnaround", () => {
    const { cases } = dayOutlook(aDay([first, aCase("b")]), 510);
    expect(cases.get("a")).toEqual({ start: 510, end: 570 });
    expect(cases.get("b")?.start).toBe(580);
  });

  it("once a case is closed only its waking is left, and the overrun falls", () => {
    const closed = { ...first, times: times({ anaestheticStart: "08:30", closed: "09:00" }) };
    const before = dayOutlook(aDay([first, aCase("b"), aCase("c")]), 540);
    const after = dayOutlook(aDay([closed, aCase("b"), aCase("c")]), 540);
    expect(after.cases.get("a")?.end).toBe(550);
    expect(after.overrunProbability).toBeLessThan(before.overrunProbability);
  });

  it("after a case the next begins a turnaround after it is out, not before now", () => {
    const out = { ...first, times: times({ anaestheticStart: "08:30", out: "09:20" }) };
    expect(dayOutlook(aDay([out, aCase("b")]), 561).cases.get("b")?.start).toBe(570);
    expect(dayOutlook(aDay([out, aCase("b")]), 571).cases.get("b")?.start).toBe(571);
  });

  it("who is sent for goes before the others, whatever the order of the list", () => {
    const sent = aCase("b", { times: times({ sentFor: "08:20" }) });
    const { cases } = dayOutlook(aDay([aCase("a"), sent]), 505);
    expect([cases.get("b")?.start, cases.get("a")?.start]).toEqual([510, 580]);
  });

  it("an anaesthetic that has begun before the case before is out needs no turnaround", () => {
    const second = aCase("b", { times: times({ anaestheticStart: "09:00" }) });
    const { finish } = dayOutlook(aDay([first, second]), 540);
    const rest = remainingOf(first, 30).mean + remainingOf(second, 0).mean;
    expect(finish).toBe(Math.round(540 + rest));
  });
});

describe("when it is over", () => {
  const done = (out: string) => aCase("a", { times: times({ anaestheticStart: "08:30", out }) });
  it("it has overrun when the last case was out after the end, not at it", () => {
    expect(dayOutlook(aDay([done("12:30")]), 800)).toMatchObject({ overrunProbability: 0, over: true });
    expect(dayOutlook(aDay([done("12:31")]), 800)).toMatchObject({ overrunProbability: 1, finish: 751 });
  });
});

describe("what is left of a running case", () => {
  it("is the case itself before it has begun", () => {
    fc.assert(
      fc.property(duration, (each) => {
        const { mean, variance } = remainingOf(each, 0);
        expect(mean).toBeCloseTo(each.minutes, 6);
        expect(variance).toBeCloseTo(each.minutesDeviation ** 2, 6);
      }),
    );
  });

  it("keeps the law of total expectation: what ended, what is left, and the border add up to the mean", () => {
    // E T = E(T; T <= e) + P(T > e) (e + what is left), by adding up the lognormal's density in small steps.
    const each = { minutes: 60, minutesDeviation: 25 };
    const s = Math.sqrt(Math.log1p((25 / 60) ** 2));
    const mu = Math.log(60) - (s * s) / 2;
    for (const elapsed of [20, 60, 100, 180]) {
      let [above, first, second] = [0, 0, 0];
      for (let x = elapsed + 0.005; x < 2000; x += 0.01) {
        const density = Math.exp(-(((Math.log(x) - mu) / s) ** 2) / 2) / (x * s * Math.sqrt(2 * Math.PI));
        above += density;
        first += density * (x - elapsed);
        second += density * (x - elapsed) ** 2;
      }
      const { mean, variance } = remainingOf(each, elapsed);
      expect(mean).toBeCloseTo(first / above, 2);
      expect(variance).toBeCloseTo(second / above - (first / above) ** 2, 0);
    }
  });

  it("is never negative nor unbounded, however long the case lasts", () => {
    fc.assert(
      fc.property(duration, fc.integer({ min: 0, max: 1440 }), (each, elapsed) => {
        const { mean, variance } = remainingOf(each, elapsed);
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(variance).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThan(each.minutes + elapsed + 1);
      }),
    );
  });

  it("without a deviation is what the mean still leaves", () => {
    const exact = { minutes: 60, minutesDeviation: 0 };
    expect(remainingOf(exact, 59)).toEqual({ mean: 1, variance: 0 });
    expect(remainingOf(exact, 61)).toEqual({ mean: 0, variance: 0 });
  });

  it("rests on a Mills ratio that both formulas agree on", () => {
    expect(millsRatio(0)).toBeCloseTo(Math.sqrt(Math.PI / 2), 12);
    expect(millsRatio(2.4999999)).toBeCloseTo(millsRatio(2.5000001), 6);
    expect(millsRatio(10)).toBeCloseTo(0.0990286, 6);
  });
});
