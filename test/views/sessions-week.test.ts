import { describe, expect, it } from "vitest";
import { sessionsWeek, weekOf } from "~/views/sessions-week";
import { aTheatreSession } from "../factories";

const ALL = { site: "", specialty: "", day: "" };
const sessions = [
  aTheatreSession({ sessionId: "S1", theatre: "T10", date: "2026-12-15", heldMinutes: 30 }),
  aTheatreSession({ sessionId: "S2", theatre: "T2", date: "2026-12-15" }),
  aTheatreSession({ sessionId: "S3", theatre: "T1", status: "closed" }),
  aTheatreSession({ sessionId: "S4", site: "RQM02", siteType: "hub", status: "locked" }),
];
const about = (sessionId: string) => ({ id: `id of ${sessionId}`, marks: [] });
const week = (shown = sessions, filter = ALL) =>
  sessionsWeek(
    { weekStart: "2026-12-14", sessions: shown, siteName: (code) => code, placed: () => 0, about },
    filter,
  );

describe("the sessions of a week", () => {
  it("stand by site, day and theatre", () => {
    const [main, hub] = week().sites;
    expect(main!.rows.map(({ sessionId, firstOfDay }) => [sessionId, firstOfDay])).toEqual([
      ["S3", true],
      ["S2", true],
      ["S1", false],
    ]);
    expect(hub!.rows.map(({ sessionId }) => sessionId)).toEqual(["S4"]);
  });

  it("count those that take cases, with their minutes without the held ones", () => {
    expect(week().total).toEqual({ bookable: 3, closed: 1, minutes: 690, heldMinutes: 30 });
  });

  it("know the weeks beside them, over the end of a year", () => {
    expect(
      sessionsWeek({ weekStart: "2026-12-28", sessions: [], siteName: String, placed: () => 0, about }, ALL),
    ).toMatchObject({
      previous: "2026-12-21",
      next: "2027-01-04",
      sites: [],
      all: 0,
      bankHolidays: [
        { date: "2026-12-28", name: "Boxing Day (substitute day)" },
        { date: "2027-01-01", name: "New Year’s Day" },
      ],
    });
  });
});

describe("the week of an address", () => {
  it.each([
    ["2026-12-14", "2026-12-14"],
    ["2026-12-20", "2026-12-14"],
    ["2027-01-01", "2026-12-28"],
  ])("%s is the week of %s", (text, monday) => expect(weekOf(text)).toBe(monday));

  it.each([null, "", "14/12/2026", "2026-02-30", "2026-13-01", "nonsense"])("%s is none", (text) =>
    expect(weekOf(text)).toBeNull(),
  );
});
