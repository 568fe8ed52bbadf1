import { describe, expect, it } from "vitest";
import { boardCase, stayWords } from "~/views/week-case";
import { aPlannedCase, aTheatreSession, aWaitingListEntry } from "../factories";

const known = (facts: Parameters<typeof aWaitingListEntry>[0] = {}, named = true) => ({
  entry: aWaitingListEntry(facts),
  gone: false,
  link: "/waiting-list/1",
  named,
});

describe("a case on the board", () => {
  it("ends after its minutes and lies on the bar where it starts", () => {
    const item = boardCase(aPlannedCase({ start: "09:15", minutes: 50 }), aTheatreSession(), known(), null);
    expect(item).toMatchObject({ start: "09:15", end: "10:05", at: 45 });
  });

  it("gives the age on the day of the session, not today", () => {
    const birthDate = "2008-12-15";
    const on = (date: string) =>
      boardCase(aPlannedCase(), aTheatreSession({ date }), known({ birthDate }), null).age;
    expect(on("2026-12-14")).toBe(17);
    expect(on("2026-12-15")).toBe(18);
  });

  it("is marked on a day on which the patient cannot come, ends of the range included, and on no other", () => {
    const unavailable = [{ from: "2026-12-14", to: "2026-12-15" }];
    const on = (date: string) =>
      boardCase(aPlannedCase(), aTheatreSession({ date }), known({ unavailable }), null).cannotCome;
    expect(["2026-12-13", "2026-12-14", "2026-12-15", "2026-12-16"].map(on)).toEqual([
      ...[false, true, true, false],
    ]);
    expect(boardCase(aPlannedCase(), aTheatreSession(), undefined, null).cannotCome).toBe(false);
  });

  it("hides who the patient is from those who may not know", () => {
    const item = boardCase(aPlannedCase(), aTheatreSession(), known({}, false), null);
    expect(JSON.stringify(item)).not.toMatch(/amberwick/i);
    expect(item).toMatchObject({ patient: "PP1", hospitalNumber: "" });
  });

  it("stays readable when the entry is not known any more", () => {
    const item = boardCase(aPlannedCase({ pathwayId: "PP9" }), aTheatreSession(), undefined, null);
    expect(item).toMatchObject({ patient: "PP9", procedure: "No longer on the waiting list", link: null });
  });
});

describe("a case whose entry has left the waiting list", () => {
  it("is marked as gone, known or not", () => {
    const gone = (facts?: ReturnType<typeof known>) =>
      boardCase(aPlannedCase(), aTheatreSession(), facts, null).gone;
    expect(gone(known())).toBe(false);
    expect(gone({ ...known(), gone: true })).toBe(true);
    expect(gone(undefined)).toBe(true);
  });
});

describe("words of a case", () => {
  it("tell a day case from nights, and critical care", () => {
    expect(stayWords(aWaitingListEntry())).toBe("Day case");
    expect(stayWords(aWaitingListEntry({ nights: 1 }))).toBe("1 night");
    expect(stayWords(aWaitingListEntry({ nights: 3, criticalCare: true }))).toBe("3 nights, critical care");
  });
});
