import { describe, expect, it } from "vitest";
import { fitPlace, fitPlaces } from "~/domain/best-fit";
import { aTheatreSession, aWaitingListEntry } from "../factories";
import { aHandWeek } from "./hand/given-week";

const entry = (pathwayId: string, minutes: number, facts = {}) =>
  aWaitingListEntry({ pathwayId, patientId: pathwayId, minutes, minutesDeviation: 0, ...facts });
const session = (sessionId: string, facts = {}) =>
  aTheatreSession({ sessionId, theatre: sessionId, ...facts });
const anybody = () => true;
const nobody = () => false;

describe("the places of a patient", () => {
  it("are ranked free first, then where others make way, then what could be lifted, then misses", () => {
    const patient = entry("new", 60, { shortNotice: false });
    const full = session("full", { surgeons: ["C2"], theatre: "T2" });
    const soon = session("soon", { date: "2026-12-01" });
    const closed = session("closed", { status: "closed" });
    const free = session("free", { date: "2026-12-15" });
    const other = session("other", { treatmentFunctions: ["130"] });
    const week = aHandWeek([full, soon, closed, free, other], [[entry("old", 200), full]]);
    const places = fitPlaces(week, patient, anybody);
    expect(places.map(({ session: at, kind }) => [at.sessionId, kind])).toEqual([
      ["free", "free"],
      ["full", "displaces"],
      ["soon", "liftable"],
      ["closed", "refused"],
    ]);
    expect(places[0]!.points).toBeGreaterThan(0);
    expect(places[0]!.freeMinutes).toBe(240);
    expect(places[2]!.miss).toContain("notice");
  });

  it("of two free ones puts the one first that brings more, and of equals the earlier", () => {
    const patient = entry("new", 60);
    const sessions = [
      session("b"),
      session("a", { start: "13:30", end: "17:30" }),
      session("hub", { date: "2026-12-15" }),
    ];
    const points = fitPlaces(aHandWeek(sessions), patient, anybody).map((place) => place.session.sessionId);
    expect(points.slice(0, 2)).toEqual(["b", "a"]);
  });

  it("lets the cheapest one make way, two where one is not enough, and nobody who is fixed", () => {
    const at = session("s");
    const [urgent, long, short] = [
      entry("urgent", 60, { priority: "P2" }),
      entry("long", 60),
      entry("short", 50),
    ];
    const week = aHandWeek(
      [at],
      [
        [urgent, at],
        [long, at],
        [short, at],
      ],
    );
    const one = fitPlace(week, entry("new", 60), at, anybody);
    expect(one.kind).toBe("displaces");
    expect(one.displaced).toHaveLength(1);
    expect(one.displaced).not.toContain(urgent);
    const two = fitPlace(week, entry("new", 140), at, anybody);
    expect(two.displaced).toHaveLength(2);
    expect(two.displaced).not.toContain(urgent);
    const kept = fitPlace(week, entry("new", 60), at, (standing) => standing.entry === urgent);
    expect(kept.displaced).toEqual([urgent]);
    expect(fitPlace(week, entry("new", 60), at, nobody).kind).toBe("refused");
  });

  it("counts whoever makes way against the points", () => {
    const at = session("s");
    const old = entry("old", 200);
    const week = aHandWeek([at], [[old, at]]);
    const place = fitPlace(week, entry("new", 200), at, anybody);
    expect(place.points).toBe(0);
    expect(place.displaced).toEqual([old]);
  });

  it("are full to the very minute, and not a minute more", () => {
    const at = session("s");
    const week = aHandWeek([at], [[entry("old", 165), at]]);
    expect(fitPlace(week, entry("new", 60), at, nobody)).toMatchObject({ kind: "free", freeMinutes: 60 });
    expect(fitPlace(week, entry("new", 61), at, nobody)).toMatchObject({ kind: "refused", freeMinutes: 60 });
  });
});
