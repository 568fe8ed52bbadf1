import { describe, expect, it } from "vitest";
import { listActuals } from "~/domain/operating-day/actuals";
import { cancellationOutcome } from "~/domain/operating-day/cancelling";
import { debriefFindings } from "~/domain/operating-day/debrief";
import { aCase, aDay, times } from "./a-day";

const done = (entry: string, anaestheticStart: string, out: string) =>
  aCase(entry, { times: times({ anaestheticStart, out }) });

describe("what a list took", () => {
  it("is each case from anaesthetic to out, in the order in which they were done", () => {
    const { cases, gaps, touch, firstStart, lastOut } = listActuals(
      aDay([done("b", "10:00", "10:45"), done("a", "08:40", "09:50"), aCase("c")]),
    );
    expect(cases).toEqual([
      { entry: "a", planned: 60, actual: 70 },
      { entry: "b", planned: 60, actual: 45 },
    ]);
    expect(gaps).toEqual([{ before: "b", minutes: 10 }]);
    expect([touch, firstStart, lastOut]).toEqual([115, 520, 645]);
  });

  it("counts only what lies within the session, and never above all of it", () => {
    expect(listActuals(aDay([done("a", "08:00", "10:30")])).cappedUtilisation).toBe(0.5);
    expect(listActuals(aDay([done("a", "08:00", "14:00")])).cappedUtilisation).toBe(1);
    expect(
      listActuals(aDay([done("a", "08:30", "12:30"), done("b", "09:00", "12:00")])).cappedUtilisation,
    ).toBe(1);
    expect(listActuals(aDay([])).cappedUtilisation).toBe(0);
  });
});

describe("what the debrief asks", () => {
  const borders = { lateStartMinutes: 15, gapMinutes: 15, earlyFinishMinutes: 30 };
  const find = (...cases: Parameters<typeof aDay>[0]) => debriefFindings(aDay(cases), borders);

  it("is a late start from its border on", () => {
    expect(find(done("a", "08:44", "12:10")).lateStart).toBeNull();
    expect(find(done("a", "08:45", "12:10")).lateStart).toBe(15);
  });

  it("is a gap beyond the turnaround from its border on", () => {
    expect(find(done("a", "08:30", "09:30"), done("b", "09:54", "12:20")).gaps).toEqual([]);
    expect(find(done("a", "08:30", "09:30"), done("b", "09:55", "12:20")).gaps).toEqual([
      { before: "b", minutes: 15 },
    ]);
  });

  it("is an early finish from its border on, once all is over, or the overrun", () => {
    expect(find(done("a", "08:30", "12:01")).earlyFinish).toBeNull();
    expect(find(done("a", "08:30", "12:00")).earlyFinish).toBe(30);
    expect(find(done("a", "08:30", "11:00"), aCase("b")).earlyFinish).toBeNull();
    expect(find(done("a", "08:30", "12:30")).overrun).toBeNull();
    expect(find(done("a", "08:30", "12:31")).overrun).toBe(1);
  });
});

describe("what follows from a cancellation", () => {
  const settings = { lastMinuteHours: 24, reofferDays: 28 };
  const ours = { clinical: false, by: "hospital" } as const;
  const day = { admission: "2026-12-14T07:30:00.000Z", date: "2026-12-14" };
  const at = (now: string, kind: Parameters<typeof cancellationOutcome>[0] = ours) =>
    cancellationOutcome(kind, { now, ...day }, settings);

  it("is last-minute from so many hours before the admission on, to the minute", () => {
    expect(at("2026-12-13T07:29:00.000Z")).toMatchObject({ lastMinute: false, offerBy: null });
    expect(at("2026-12-13T07:30:00.000Z")).toMatchObject({ lastMinute: true, offerBy: "2027-01-10" });
  });

  it("is last-minute on the day and after it, whatever the hours", () => {
    const none = { lastMinuteHours: 0, reofferDays: 28 };
    const when = (now: string) => cancellationOutcome(ours, { now, ...day }, none).lastMinute;
    expect(when("2026-12-13T23:59:00.000Z")).toBe(false);
    expect(when("2026-12-14T00:00:00.000Z")).toBe(true);
    expect(when("2026-12-15T09:00:00.000Z")).toBe(true);
  });

  it("counts the day by London's clock", () => {
    const summer = { admission: "2026-07-14T06:30:00.000Z", date: "2026-07-14" };
    const none = { lastMinuteHours: 0, reofferDays: 28 };
    expect(cancellationOutcome(ours, { now: "2026-07-13T23:00:00.000Z", ...summer }, none)).toMatchObject({
      ...{ lastMinute: true, offerBy: "2026-08-11" },
    });
  });

  it("owes a date only where the hospital cancels for other than clinical reasons", () => {
    const now = "2026-12-14T09:00:00.000Z";
    expect(at(now)).toEqual({ lastMinute: true, offerBy: "2027-01-11", toTriage: false });
    expect(at(now, { clinical: true, by: "hospital" })).toEqual({
      ...{ lastMinute: true, offerBy: null, toTriage: true },
    });
    expect(at(now, { clinical: false, by: "patient" })).toEqual({
      ...{ lastMinute: false, offerBy: null, toTriage: false },
    });
  });
});
