import { describe, expect, it } from "vitest";
import { agenda, type AgendaCase, type AgendaInput } from "~/domain/meeting/agenda";

const TODAY = "2026-11-25";
const NONE: AgendaCase = { priority: "P4", cancer: false, weeks: 10, target: null };

function input(
  given: Partial<AgendaInput> = {},
  cases: Record<string, Partial<AgendaCase>> = {},
): AgendaInput {
  return {
    today: TODAY,
    borders: { contestedPercent: 5, handBackWeeks: 4 },
    cases: new Map(Object.entries(cases).map(([entry, facts]) => [entry, { ...NONE, ...facts }])),
    dateOf: () => "2026-12-30",
    ...{ standing: [], weighed: [], planOf: () => undefined, unplaced: [], told: [], late: [] },
    ...given,
  };
}
const kinds = (given: AgendaInput) =>
  agenda(given).flatMap((item) => ("grounds" in item ? item.grounds.map(({ kind }) => kind) : ["late"]));

const weighed = {
  entry: "A",
  session: "S1",
  points: 1000,
  instead: { entries: ["B"], loss: 1 },
  elsewhere: [{ session: "S2", loss: 50, displaced: ["C"] }],
};
const unplaced = { entry: "A", reason: "No room.", nearest: null };
const standing = {
  ...{ entry: "A", session: "S1", byHand: false, overridden: [], by: "", reason: "", provisional: null },
};

describe("a case wanted by two lists", () => {
  const best = weighed.elsewhere[0]!;
  it.each([
    ["at the border of its points", weighed, ["twoLists"]],
    ["one point dearer", { ...weighed, elsewhere: [{ ...best, loss: 51 }] }, []],
    ["where nobody would make way", { ...weighed, elsewhere: [{ ...best, displaced: [] }] }, []],
    ["whom nobody would follow", { ...weighed, instead: { entries: [], loss: 1 } }, []],
    ["which its own list would not miss", { ...weighed, instead: { entries: ["B"], loss: 0 } }, []],
    ["that could go nowhere else", { ...weighed, elsewhere: [] }, []],
  ])("is one %s", (_name, one, expected) => {
    expect(kinds(input({ weighed: [one] }))).toEqual(expected);
  });
});

describe("a cheapest place", () => {
  const nearest = { session: "S1", displaced: ["B"], change: -40 };
  it.each([
    ["2026-11-24", "2026-11-24", ["displaces"]],
    ["2026-11-24", TODAY, []],
    [TODAY, "2026-11-24", []],
    [null, "2026-11-24", []],
    ["2026-11-24", null, []],
  ])("of an entry due %s is contested when who holds it was due %s", (own, other, expected) => {
    const cases = { A: { target: own }, B: { target: other } };
    expect(kinds(input({ unplaced: [{ ...unplaced, nearest }] }, cases))).toEqual(expected);
  });
});

describe("a place by hand", () => {
  it.each([
    ["elsewhere than the plan", true, "S2", ["planElsewhere"]],
    ["whom the plan leaves out", true, null, ["planElsewhere"]],
    ["where the plan has it too", true, "S1", []],
    ["that the plan did not know", true, undefined, []],
    ["that no person chose", false, "S2", []],
  ])("%s", (_name, byHand, plan, expected) => {
    expect(kinds(input({ standing: [{ ...standing, byHand }], planOf: () => plan }))).toEqual(expected);
  });
});

describe("an entry without a place", () => {
  it.each([
    ["P2 past its target", { priority: "P2" as const, target: "2026-11-24" }, ["overTarget"]],
    ["P2 on its target", { priority: "P2" as const, target: TODAY }, []],
    ["on the cancer list past its target", { cancer: true, target: "2026-11-24" }, ["overTarget"]],
    ["P3 past its target", { priority: "P3" as const, target: "2026-11-24" }, []],
    ["of 51 weeks", { weeks: 51 }, []],
    ["of 52 weeks", { weeks: 52 }, ["longWait"]],
    [
      "urgent, late and of 65 weeks",
      { cancer: true, target: "2026-11-24", weeks: 65 },
      ["overTarget", "longWait"],
    ],
  ])("%s", (_name, facts, expected) => {
    expect(kinds(input({ unplaced: [unplaced] }, { A: facts }))).toEqual(expected);
  });

  it("names the milestone that the wait has passed", () => {
    const milestoneAt = (weeks: number) =>
      agenda(input({ unplaced: [unplaced] }, { A: { weeks } })).map(
        (item) => "grounds" in item && item.grounds[0],
      );
    expect(milestoneAt(64)).toMatchObject([{ milestone: 52 }]);
    expect(milestoneAt(65)).toMatchObject([{ milestone: 65 }]);
  });
});

describe("a patient who was told", () => {
  const told = { entry: "A", date: "2026-12-15", site: "H", proposed: false };
  it.each([
    ["and has lost the place", null, ["toldMoves"]],
    ["and comes another day", { session: "S2", date: "2026-12-16", site: "H" }, ["toldMoves"]],
    ["and comes to another site", { session: "S2", date: "2026-12-15", site: "M" }, ["toldMoves"]],
    ["and comes to another theatre that day", { session: "S2", date: "2026-12-15", site: "H" }, []],
  ])("%s", (_name, to, expected) => {
    expect(kinds(input({ told: [{ ...told, to }] }))).toEqual(expected);
  });
});

describe("a provisional place", () => {
  // Four weeks before 30 December is 2 December, seven days from today.
  it.each([
    ["2026-12-30", ["provisional"]],
    ["2026-12-31", []],
    [TODAY, ["provisional"]],
    ["2026-11-24", []],
  ])("of %s", (date, expected) => {
    const provisional = "awaiting screening";
    expect(kinds(input({ standing: [{ ...standing, provisional }], dateOf: () => date }))).toEqual(expected);
  });
  it("of a patient confirmed fit is none", () => {
    expect(kinds(input({ standing: [standing] }))).toEqual([]);
  });
});

describe("the order", () => {
  const late = { milestone: "locked" as const, due: TODAY, standing: "late" as const, daysLate: 3 };
  it("has contested cases first, then the others, the most urgent first, and late sessions of the nearest day last", () => {
    const given = input(
      {
        weighed: [{ ...weighed, entry: "contested" }],
        unplaced: ["long", "longer", "cancer", "p1"].map((entry) => ({ ...unplaced, entry })),
        standing: [{ ...standing, entry: "overridden", overridden: ["notice"], by: "Ann", reason: "Agreed" }],
        late: [
          { session: "S9", date: "2026-12-09", late: [late] },
          { session: "S8", date: "2026-12-08", late: [late] },
          { session: "S7", date: "2026-12-07", late: [] },
        ],
      },
      {
        contested: {},
        long: { weeks: 52 },
        longer: { weeks: 80 },
        cancer: { cancer: true, target: "2026-11-01" },
        p1: { priority: "P1b", target: "2026-11-20" },
        overridden: {},
      },
    );
    expect(agenda(given).map(({ key }) => key)).toEqual([
      ...["case:contested", "case:p1", "case:cancer", "case:longer", "case:long", "case:overridden"],
      ...["session:S8", "session:S9"],
    ]);
  });

  it("names a case once, in the first section that it belongs to, with all that there is to say", () => {
    const one = { ...standing, overridden: ["notice"], byHand: true };
    const [item, ...others] = agenda(input({ standing: [one], planOf: () => null }));
    expect(others).toEqual([]);
    expect(item).toMatchObject({ section: "contested", session: "S1" });
    expect(kinds(input({ standing: [one], planOf: () => null }))).toEqual(["planElsewhere", "overridden"]);
  });
});
