import { describe, expect, it } from "vitest";
import { ResourceIndex } from "~/domain/resource-index";
import { fitsGap, gapAtEnd } from "~/domain/stand-by/fit";
import { lackingBeside } from "~/domain/stand-by/resources-left";
import { aTheatreSession } from "../../factories";
import { aCase, aDay, times } from "../operating-day/a-day";

const exact = (minutes: number) => ({ minutes, minutesDeviation: 0 });

describe("the gap that a list leaves", () => {
  it("begins a turnaround after its expected finish and ends with the session", () => {
    const list = aDay([aCase("a", exact(60)), aCase("b", exact(60))]);
    expect(gapAtEnd(list, 0)).toEqual({ start: 650, minutes: 100 });
  });

  it("of an empty list is all of it, from now on", () => {
    expect(gapAtEnd(aDay([]), 0)).toEqual({ start: 510, minutes: 240 });
    expect(gapAtEnd(aDay([]), 600)).toEqual({ start: 600, minutes: 150 });
  });

  it("of a list that runs over is none", () => {
    expect(gapAtEnd(aDay([aCase("a", exact(300))]), 0).minutes).toBe(0);
  });

  it("of a list that is over begins now", () => {
    const done = aCase("a", { ...exact(60), times: times({ anaestheticStart: "08:30", out: "09:30" }) });
    expect(gapAtEnd(aDay([done]), 640)).toEqual({ start: 640, minutes: 110 });
  });
});

describe("whether a case fits a gap", () => {
  const list = aDay([aCase("a", exact(120))]);
  const gap = gapAtEnd(list, 0);
  const asked = { now: 0, startsAt: gap.start, overrunProbabilityMax: 0.25 };

  it("by its mean, to the minute", () => {
    expect(gap).toEqual({ start: 640, minutes: 110 });
    expect(fitsGap(list, gap, exact(110), asked)).toEqual({ fits: true, overrunProbability: 0 });
    expect(fitsGap(list, gap, exact(111), asked)).toEqual({ fits: false, why: "tooLong", amount: 1 });
  });

  it("from when the patient is ready, to the minute", () => {
    expect(fitsGap(list, gap, exact(60), { ...asked, startsAt: 690 })).toMatchObject({ fits: true });
    expect(fitsGap(list, gap, exact(60), { ...asked, startsAt: 691 })).toEqual({
      ...{ fits: false, why: "readyTooLate", amount: 1 },
    });
  });

  it("by the overrun of the whole list, where it is not alone", () => {
    const wide = { minutes: 100, minutesDeviation: 60 };
    expect(fitsGap(list, gap, wide, asked)).toMatchObject({ fits: false, why: "overrun" });
    expect(fitsGap(list, gap, wide, { ...asked, overrunProbabilityMax: 0.9 })).toMatchObject({ fits: true });
    const empty = aDay([], { end: 615 });
    const all = gapAtEnd(empty, 0);
    const alone = { now: 0, startsAt: all.start, overrunProbabilityMax: 0.01 };
    expect(fitsGap(empty, all, wide, alone)).toMatchObject({ fits: true });
  });
});

describe("what a site has left beside the cases that stand", () => {
  const session = aTheatreSession({ sessionId: "S1" });
  const other = aTheatreSession({ sessionId: "S2", theatre: "T2" });
  const at = { row: 2, site: session.site, date: session.date };
  const index = new ResourceIndex([
    { ...at, period: "day", resource: "day_case_place", quantity: 2 },
    { ...at, period: "night", resource: "bed", quantity: 1 },
    { ...at, period: "am", resource: "equipment:CARM", quantity: 1 },
  ]);
  const dayCase = { nights: 0, criticalCare: false, equipment: [] as string[] };
  const carm = { ...dayCase, equipment: ["CARM"] };

  it("counts places and beds", () => {
    expect(lackingBeside(index, [{ needs: dayCase, session }], dayCase, session)).toBeNull();
    const two = [dayCase, dayCase].map((needs) => ({ needs, session: other }));
    expect(lackingBeside(index, two, dayCase, session)?.resource).toBe("day_case_place");
    const night = { ...dayCase, nights: 1 };
    expect(lackingBeside(index, two, night, session)).toBeNull();
    expect(lackingBeside(index, [{ needs: night, session: other }], night, session)?.resource).toBe("bed");
  });

  it("lets a session use its own set again, and not another's", () => {
    expect(lackingBeside(index, [{ needs: carm, session }], carm, session)).toBeNull();
    expect(lackingBeside(index, [{ needs: carm, session: other }], carm, session)?.resource).toBe(
      "equipment:CARM",
    );
  });
});
