import { describe, expect, it } from "vitest";
import { weekBoard, weekChoices, weekFilter, type BoardInput } from "~/views/week-board";
import { aPlannedCase, aPlannedList, aTheatreSession, aWaitingListEntry } from "../factories";

const ALL = { site: "", specialty: "", day: "" };

function boardOf(input: Partial<BoardInput> = {}, filter = ALL) {
  return weekBoard(
    {
      weekStart: "2026-12-14",
      sessions: [aTheatreSession()],
      lists: [aPlannedList()],
      overrunProbabilityMax: 0.25,
      entryOf: () => ({ entry: aWaitingListEntry(), link: "/waiting-list/1", gone: false, named: true }),
      siteName: (code) => `Site ${code}`,
      ...input,
    },
    filter,
  );
}

const listsOf = (board: ReturnType<typeof boardOf>) =>
  board.sites
    .flatMap(({ days }) => days)
    .flatMap(({ cells }) => cells)
    .flatMap(({ lists }) => lists);

describe("the board of a week", () => {
  it("has a part for each site, a column for each day with sessions, a row for each theatre", () => {
    const sessions = [
      aTheatreSession({ sessionId: "S1", theatre: "T10" }),
      aTheatreSession({ sessionId: "S2", theatre: "T2", date: "2026-12-18" }),
      aTheatreSession({ sessionId: "S3", site: "RQM02", siteType: "hub", date: "2026-12-19" }),
    ];
    const { sites } = boardOf({ sessions });
    expect(sites.map(({ code, type }) => [code, type])).toEqual([
      ["RQM01", "main"],
      ["RQM02", "hub"],
    ]);
    expect(sites[0]!.theatres).toEqual(["T2", "T10"]);
    expect(sites[0]!.days.map(({ date }) => date)).toEqual(["2026-12-14", "2026-12-18"]);
    expect(sites[0]!.days[0]!.cells.map(({ theatre, lists }) => [theatre, lists.length])).toEqual([
      ["T2", 0],
      ["T10", 1],
    ]);
  });

  it("shows sessions without a list: empty, closed, not staffed", () => {
    const sessions = [
      aTheatreSession({ sessionId: "S2" }),
      aTheatreSession({ sessionId: "S3", start: "13:30", end: "17:30", status: "closed" }),
    ];
    const [empty, closed] = listsOf(boardOf({ sessions }));
    expect(empty).toMatchObject({ bookable: true, cases: [], plannedMinutes: 0, freeMinutes: 240 });
    expect(closed).toMatchObject({ bookable: false, status: "closed" });
  });

  it("takes held minutes off the length", () => {
    const [list] = listsOf(boardOf({ sessions: [aTheatreSession({ heldMinutes: 40 })] }));
    expect(list).toMatchObject({ length: 200, heldMinutes: 40, freeMinutes: 170 });
  });

  it("marks an overrun above the policy's limit, not at it", () => {
    const at = (overrunProbability: number) =>
      listsOf(boardOf({ lists: [aPlannedList({ overrunProbability })] }))[0]!.overrunHigh;
    expect(at(0.25)).toBe(false);
    expect(at(0.2500005)).toBe(false);
    expect(at(0.26)).toBe(true);
  });

  it("counts urgent cases, waits from 52 weeks and provisional ones", () => {
    const entries = new Map([
      ["E1", aWaitingListEntry({ priority: "P2", clockStart: "2025-12-15" })],
      ["E2", aWaitingListEntry({ cancer: true, clockStart: "2025-12-16" })],
    ]);
    const cases = [aPlannedCase(), aPlannedCase({ entry: "E2", order: 2, provisional: true })];
    const [list] = listsOf(
      boardOf({
        lists: [aPlannedList({ cases })],
        entryOf: (id) => ({ entry: entries.get(id)!, link: "", gone: false, named: true }),
      }),
    );
    expect(list).toMatchObject({ urgentCases: 2, longWaitCases: 1, provisionalCases: 1 });
    expect(list!.cases.map(({ weeks, band }) => [weeks, band])).toEqual([
      [52, 52],
      [51, 40],
    ]);
  });

  it("keeps what a filter lets through", () => {
    const sessions = [
      aTheatreSession({ sessionId: "S1" }),
      aTheatreSession({ sessionId: "S2", theatre: "T2", treatmentFunctions: ["130", "110"] }),
      aTheatreSession({ sessionId: "S3", site: "RQM02", date: "2026-12-15" }),
    ];
    const ids = (filter: Partial<typeof ALL>) =>
      listsOf(boardOf({ sessions }, { ...ALL, ...filter })).map(({ sessionId }) => sessionId);
    expect(ids({ site: "RQM02" })).toEqual(["S3"]);
    expect(ids({ specialty: "130" })).toEqual(["S2"]);
    expect(ids({ specialty: "110", day: "2026-12-14" })).toEqual(["S1", "S2"]);
  });
});

describe("the filter of an address", () => {
  const choices = weekChoices([aTheatreSession()], (code) => code);

  it("takes what the week has", () => {
    expect(weekFilter(new URLSearchParams("site=RQM01&specialty=110&day=2026-12-14"), choices)).toEqual({
      site: "RQM01",
      specialty: "110",
      day: "2026-12-14",
    });
  });

  it("leaves out what the week does not have", () => {
    expect(weekFilter(new URLSearchParams("site=XXX&specialty=999&day=nonsense"), choices)).toEqual(ALL);
  });
});
