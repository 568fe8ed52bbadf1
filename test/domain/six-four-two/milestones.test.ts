import { describe, expect, it } from "vitest";
import { untouchedState, type ListState } from "~/domain/list-state";
import {
  byUrgency,
  dueDate,
  milestonesOf,
  worstLateness,
  type Milestone,
  type MilestoneFacts,
} from "~/domain/six-four-two/milestones";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";

const SETTINGS = DEFAULT_SETTINGS.all;
/** A Monday; six weeks before it is 23 November, four 7 December, three 14 December, two 21 December 2026. */
const DATE = "2027-01-04";
/** Two cases that fill a list of four hours to 85%. */
const FULL = { cases: 2, maxCases: null, planned: 204, length: 240 };
const ACT = { by: "user:a", at: "2026-11-20T10:00:00.000Z", reason: "" };

const standings = (today: string, facts: Partial<MilestoneFacts> = {}, state: Partial<ListState> = {}) =>
  Object.fromEntries(
    milestonesOf(
      { ...FULL, date: DATE, status: "open", untold: 0, away: false, ...facts },
      { ...untouchedState(), ...state },
      SETTINGS,
      today,
    ).map(({ milestone, standing }) => [milestone, standing]),
  );

it.each<[Milestone, string]>([
  ["staffed", "2026-11-23"],
  ["filled", "2026-12-07"],
  ["signedOff", "2026-12-07"],
  ["told", "2026-12-14"],
  ["locked", "2026-12-21"],
])("is due to be %s by %s", (milestone, due) => {
  expect(dueDate(DATE, milestone, SETTINGS)).toBe(due);
});

it("counts weeks by the calendar where the clocks change", () => {
  expect(dueDate("2027-04-05", "locked", SETTINGS)).toBe("2027-03-22");
});

it("follows a site's own weeks", () => {
  expect(dueDate(DATE, "locked", { ...SETTINGS, lockedWeeks: 1 })).toBe("2026-12-28");
});

it("is late from the day after it was due, and due from a week before", () => {
  const days = ["2026-11-15", "2026-11-16", "2026-11-23", "2026-11-24"];
  expect(days.map((day) => standings(day).staffed)).toEqual(["ahead", "due", "due", "late"]);
});

describe("a milestone", () => {
  const after = "2027-01-01";
  it("is late when nothing was done", () => {
    expect(standings(after)).toEqual({
      ...{ staffed: "late", filled: "done", signedOff: "late", told: "late", locked: "late" },
    });
  });

  it("is done by what was done", () => {
    const yes = { answer: "yes", act: ACT } as const;
    const done = standings(
      after,
      {},
      {
        ...{
          staffing: { surgeon: yes, anaesthetist: yes, theatreTeam: yes },
          patientsTold: ACT,
          locked: ACT,
        },
        signedOff: { ...ACT, revision: 1, onBehalfOf: "" },
      },
    );
    expect(new Set(Object.values(done))).toEqual(new Set(["done"]));
    expect(standings(after, { status: "locked" }).locked).toBe("done");
    const staffing = { surgeon: yes, anaesthetist: yes, theatreTeam: yes };
    expect(standings(after, { away: true }, { staffing }).staffed).toBe("late");
    expect(standings(after, { away: false }, { staffing }).staffed).toBe("done");
  });

  it("is late again when somebody came on the list after its patients were told", () => {
    expect(standings(after, { untold: 0 }, { patientsTold: ACT }).told).toBe("done");
    expect(standings(after, { untold: 1 }, { patientsTold: ACT }).told).toBe("late");
  });

  it("is filled by planned minutes, not by a case", () => {
    expect(standings(after, { cases: 1, planned: 204 }).filled).toBe("done");
    expect(standings(after, { cases: 1, planned: 203 }).filled).toBe("late");
  });

  it("asks nobody to tell the patients of an empty list, which is late to be filled", () => {
    const empty = { cases: 0, planned: 0 };
    expect(standings(after, empty)).toMatchObject({ told: "notNeeded", filled: "late" });
    expect(standings("2026-12-07", empty).filled).toBe("due");
  });

  it.each(["closed", "unstaffed"] as const)("asks nothing of a session that is %s", (status) => {
    expect(new Set(Object.values(standings(after, { status, cases: 0, planned: 0 })))).toEqual(
      new Set(["notNeeded"]),
    );
  });
});

it("puts late sessions first, those of the nearest day before others, then those with something due", () => {
  const row = (name: string, date: string, today: string) => ({
    ...{ name, date, start: "08:30" },
    milestones: milestonesOf(
      { ...FULL, date, status: "open", untold: 0, away: false },
      untouchedState(),
      SETTINGS,
      today,
    ),
  });
  const today = "2026-11-20";
  const rows = [
    row("ahead", "2027-01-15", today),
    row("later late", "2026-12-18", today),
    row("due", "2027-01-01", today),
    row("nearest late", "2026-11-30", today),
  ];
  expect(rows.sort(byUrgency).map(({ name }) => name)).toEqual([
    ...["nearest late", "later late", "due", "ahead"],
  ]);
  expect(worstLateness(rows[0]!.milestones)).toBe(32);
  expect(worstLateness(rows[3]!.milestones)).toBe(0);
});
