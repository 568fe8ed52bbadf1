import { describe, expect, it } from "vitest";
import type { CaseWhy } from "~/domain/plan-reasons";
import type { UnplacedRecord } from "~/domain/week-record";
import { askOf, asksOfList, askText, readAsk } from "~/views/figure-ask";
import { movedRows } from "~/views/figure-moves";
import { reasonNames } from "~/views/reason-names";
import { weekReasons } from "~/views/week-reasons";
import { whyPlaced, whyUnplaced, type WhyTold } from "~/views/why";
import { aPlannedCase, aTheatreSession, aWaitingListEntry } from "../factories";

const SESSIONS = [
  aTheatreSession({ sessionId: "S1", theatre: "Theatre 2", date: "2026-12-15", surgeons: ["C1"] }),
  aTheatreSession({
    sessionId: "S2",
    theatre: "Theatre 10",
    date: "2026-12-16",
    start: "13:00",
    surgeons: [],
  }),
  aTheatreSession({ sessionId: "S3", theatre: "Theatre 2", date: "2026-12-15", start: "13:30" }),
];
const names = reasonNames({ planDate: "2026-11-20", noticeDays: 21 }, SESSIONS, (code) => `Site ${code}`);
describe("sessions by name", () => {
  const first = aTheatreSession({ theatre: "Theatre 1", site: "A", date: "2026-12-15", surgeons: ["C1"] });
  const namesOf = (site: string) => {
    const sessions = [
      { ...first, sessionId: "S1" },
      { ...first, sessionId: "S2", site, surgeons: ["C2"] },
      { ...first, sessionId: "S3", site, theatre: "Theatre 3" },
    ];
    const { session } = reasonNames({ planDate: "2026-11-20" }, sessions, (code) => `Site ${code}`);
    return sessions.map(({ sessionId }) => session(sessionId));
  };

  it("tell the site where another site has a theatre of that name, and only there", () => {
    expect(namesOf("B")).toEqual([
      "Theatre 1, Site A, Tue 15 Dec, 08:30 (C1)",
      "Theatre 1, Site B, Tue 15 Dec, 08:30 (C2)",
      "Theatre 3, Tue 15 Dec, 08:30 (C1)",
    ]);
    expect(namesOf("A")[0]).toBe("Theatre 1, Tue 15 Dec, 08:30 (C1)");
  });
});

const known = (pathwayId: string) => ({
  entry: aWaitingListEntry({ pathwayId }),
  gone: false,
  link: null,
  named: false,
});
const told: WhyTold = {
  run: "r1",
  names,
  people: new Map(["e1", "e2", "e3"].map((id) => [id, known(`PP-${id}`)])),
  week: "2026-12-14",
  mayAsk: true,
};
const why: CaseWhy<string> = {
  points: { urgent: 16000, waiting: 0, minutes: 120, dayCaseHub: 50, weeksWaited: 9 },
  instead: { entries: ["e2"], loss: 14763 },
  elsewhere: [{ sessionId: "S2", loss: 0, displaced: ["e3"] }],
  couldGo: 2,
};

describe("why a case stands on its list", () => {
  const placed = (changes: Partial<CaseWhy<string>> = {}, because = "P2, due by 6 December") =>
    whyPlaced({ planned: aPlannedCase({ because }), sessionId: "S1", why: { ...why, ...changes } }, told);

  it("tells its points by measure, those that bring any, and their sum", () => {
    const { points, total, session } = placed();
    expect(points.map(({ label }) => label)).not.toContain("Long wait");
    expect([points[0], total]).toEqual([{ label: "Urgency", points: "16,000" }, "16,179"]);
    expect(session).toBe("Theatre 2, Tue 15 Dec, 08:30 (C1)");
  });

  it("names who would come instead, with their own why", () => {
    expect(placed().instead).toEqual({
      people: [{ entry: "e2", patient: "PP-e2", why: "/runs/r1/why/e2" }],
      sentence: "The plan would lose about 14,763 points by that.",
    });
    expect(placed({ instead: { entries: [], loss: 1 } }).instead.sentence).toMatch(/would lose 1 point\.$/);
    expect(placed({ instead: { entries: ["e2"], loss: 0 } }).instead.sentence).toMatch(/lose nothing/);
  });

  it("counts the other sessions, and never a loss below nothing", () => {
    expect(placed().couldGo).toBe("It could also go into 1 other session.");
    expect(placed({ couldGo: 1 }).couldGo).toBe("It could go nowhere else this week.");
    expect(placed().elsewhere[0]!.loss).toBe("Nothing: as good");
    expect(placed({ elsewhere: [{ ...why.elsewhere[0]!, loss: 1 }] }).elsewhere[0]!.loss).toBe("About 1");
  });

  it("says when a person or a booking keeps it there", () => {
    expect(placed().kept).toBe(false);
    expect(placed({}, "Pinned here; waited 3 weeks").kept).toBe(true);
    expect(placed({}, "Booked here; waited 3 weeks").kept).toBe(true);
  });
});

describe("why an entry has no place", () => {
  const record: UnplacedRecord = {
    ...{
      entry: "e1",
      reason: "capacity",
      detail: "",
      priority: "P4",
      cancer: false,
      treatmentFunction: "110",
    },
    ...{ weeks: 9, due: false },
    nearest: { sessionId: "S2", displaced: ["e2", "e3"], change: -1200 },
    changes: [
      {
        what: { kind: "minutes", sessionId: "S1", minutes: 30 },
        points: 300,
        displaced: 0,
        othersFirst: false,
      },
      { what: { kind: "surgeon", sessionId: "S2" }, points: 90, displaced: 1, othersFirst: true },
    ],
  };

  it("tells the cheapest place, what it costs and whom it displaces", () => {
    const { nearest, capacity } = whyUnplaced(record, told);
    expect(capacity).toBe(true);
    expect(nearest).toMatchObject({
      session: "Theatre 10, Wed 16 Dec, 13:00",
      sentence: "The score would fall by about 1,200 points.",
      ask: "force|e1|S2",
    });
    expect(nearest!.displaced.map(({ patient }) => patient)).toEqual(["PP-e2", "PP-e3"]);
  });

  it("tells what would change that, with a true figure where one can be had", () => {
    const [longer, surgeon] = whyUnplaced(record, told).changes;
    expect(longer).toMatchObject({ points: "300", note: "", ask: "longer|S1|30" });
    expect(surgeon).toMatchObject({
      note: "1 patient would make way; somebody else would gain more from the same",
      ask: "surgeon|e1|S2",
    });
    const without = whyUnplaced(record, { ...told, mayAsk: false });
    expect([without.nearest, ...without.changes].map((each) => each!.ask)).toEqual([null, null, null]);
  });

  it("keeps a rule's own sentence", () => {
    const { reason, detail, capacity, nearest } = whyUnplaced(
      { ...record, reason: "notice", detail: "3 days of notice.", nearest: undefined, changes: undefined },
      told,
    );
    expect([reason, detail, capacity, nearest]).toEqual([
      "Too little notice",
      "3 days of notice.",
      false,
      null,
    ]);
  });
});

describe("what binds a week", () => {
  const bed = { kind: "resource", resource: "bed", site: "A", date: "2026-12-15", period: "night" } as const;
  const reasons = weekReasons(
    "r1",
    {
      bottlenecks: [
        { what: { kind: "rule", rule: "surgeon", entries: 9 }, points: 40000, patients: 3 },
        { what: bed, points: 2000, patients: 1 },
        { what: { kind: "minutes", sessionId: "S1", minutes: 30 }, points: 500, patients: 0.2 },
        { what: { kind: "overrun", from: 0.25, to: 0.3 }, points: 300, patients: 0 },
      ],
      prices: [
        { sessionId: "S1", halfHour: 500 },
        { sessionId: "S2", halfHour: 0 },
        { sessionId: "S3", halfHour: 1 },
      ],
    },
    SESSIONS,
    { names, mayAsk: true },
  )!;

  it("sets units against the dearest unit, and rules apart", () => {
    expect(reasons.bottlenecks.map(({ share }) => share)).toEqual([null, 1, 0.25, null]);
    expect(reasons.bottlenecks.map(({ ask }) => ask)).toEqual([
      null,
      "more|bed A 2026-12-15 night",
      "longer|S1|30",
      "overrun|0.25|0.3",
    ]);
  });

  it("lays sessions out by theatre and day, darker where time is dearer", () => {
    const [{ rows }] = reasons.heat.sites as [(typeof reasons.heat.sites)[number]];
    expect(reasons.heat.days).toEqual(["2026-12-15", "2026-12-16"]);
    expect(rows.map(({ theatre }) => theatre)).toEqual(["Theatre 2", "Theatre 10"]);
    expect(rows.flatMap(({ cells }) => cells.flat().map(({ level, points }) => [points, level]))).toEqual([
      ["500", 4],
      ["1", 1],
      ["0", 0],
    ]);
  });

  it("says nothing of a plan that an earlier version made", () => {
    expect(weekReasons("r1", {}, SESSIONS, { names, mayAsk: true })).toBeNull();
  });
});

describe("the question of an address", () => {
  it("is read back as it was written", () => {
    const texts = [
      "force|e1|S1",
      "site|e1|S1",
      "surgeon|e1|S1",
      "notice|e1|S1",
      "more|bed RQM01 2026-12-15 night",
      "longer|S1|30",
      "close|S1",
      "case|S1",
      "overrun|0.25|0.3",
      "overrun|0|1",
    ];
    for (const text of [...texts, "day|S1|30", "day|S1|lost"]) expect(askText(readAsk(text)!)).toBe(text);
  });

  it("is that of the bottleneck whose true figure it has", () => {
    const told = [
      { kind: "case", sessionId: "S1" },
      { kind: "overrun", from: 0.25, to: 0.3 },
    ] as const;
    expect(told.map((what) => askText(askOf(what)!))).toEqual(["case|S1", "overrun|0.25|0.3"]);
  });

  it("is none when it is nonsense", () => {
    const nonsense = [
      null,
      "",
      "force|e1",
      "surgeon|e1",
      "longer|S1|0",
      "longer|S1|1000",
      "longer|S1|x",
      "longer|S1|lost",
      "close|S1|30",
      "case|S1|30",
      "overrun|0.3",
      "overrun|0.3|0.3",
      "overrun|0.25|1.1",
      "overrun|x|1",
      "day|S1",
      "day|S1|0",
      "more||",
      "dance|a|b",
      "a|b|c|d",
    ];
    for (const text of nonsense) expect(readAsk(text)).toBeNull();
    expect(askOf({ kind: "rule", rule: "surgeon", entries: 1 })).toBeNull();
    expect(askOf({ kind: "overlap", sessionId: "S1", beside: "S2" })).toBeNull();
  });

  it("asks four things of a list: longer or lost, the whole week or its day alone", () => {
    const asked = asksOfList("S1", 30).map(askText);
    expect(asked).toEqual(["longer|S1|30", "day|S1|30", "close|S1", "day|S1|lost"]);
  });
});

describe("who comes, moves and goes", () => {
  it("is told in that order", () => {
    const entry = (pathwayId: string) => ({ pathwayId, issuer: "" });
    const rows = movedRows(
      [
        { entry: entry("gone"), from: "S1", to: null },
        { entry: entry("moved"), from: "S1", to: "S2" },
        { entry: entry("new"), from: null, to: "S1" },
      ],
      ({ pathwayId }) => ({ patient: pathwayId, link: null }),
      { session: (id) => id },
    );
    expect(rows.map(({ patient, what }) => `${patient}: ${what}`)).toEqual([
      "new: Comes into S1",
      "moved: Moves from S1 to S2",
      "gone: Loses the place in S1",
    ]);
  });
});
