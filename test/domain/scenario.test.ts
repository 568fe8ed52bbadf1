import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "~/domain/policy";
import { scenarioWeek, type ScenarioChange } from "~/domain/scenario";
import { changeWords, resourceName } from "~/domain/scenario-words";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import { aTheatreSession, aWaitingListEntry } from "../factories";

const session = (changes: Partial<TheatreSession>) =>
  aTheatreSession({ site: "S1", theatre: "Theatre 1", date: "2026-12-15", surgeons: ["C1"], ...changes });
const line = (changes: Partial<SharedResource>): SharedResource => ({
  ...{ row: 0, site: "S1", date: "2026-12-15", period: "night", resource: "bed", quantity: 3 },
  ...changes,
});
const week = (sessions: TheatreSession[], resources: SharedResource[] = []) => ({
  ...{ sessions, resources, policy: DEFAULT_POLICY },
});
const statuses = (sessions: TheatreSession[], ...changes: ScenarioChange[]) =>
  scenarioWeek(week(sessions), changes).sessions.map(({ status }) => status);

describe("a what-if of a week", () => {
  it("closes a theatre on both ends of its dates, and no other theatre or day", () => {
    const sessions = [
      session({ sessionId: "before", date: "2026-12-14" }),
      session({ sessionId: "first", date: "2026-12-15" }),
      session({ sessionId: "last", date: "2026-12-16" }),
      session({ sessionId: "after", date: "2026-12-17" }),
      session({ sessionId: "other", theatre: "Theatre 2" }),
      session({ sessionId: "site", site: "S2" }),
    ];
    const dates = { from: "2026-12-15", to: "2026-12-16" };
    const lost = statuses(sessions, { kind: "loseTheatre", site: "S1", theatre: "Theatre 1", ...dates });
    expect(lost).toEqual(["open", "closed", "closed", "open", "open", "open"]);
  });

  it("takes a surgeon out of a shared session and leaves one of theirs alone without staff", () => {
    const sessions = [
      session({ sessionId: "alone" }),
      session({ sessionId: "shared", surgeons: ["C1", "C2"] }),
      session({ sessionId: "other", surgeons: ["C2"] }),
      session({ sessionId: "later", date: "2026-12-16" }),
      session({ sessionId: "pooled", surgeons: [] }),
    ];
    const change = { kind: "loseSurgeon", surgeon: "C1", from: "2026-12-15", to: "2026-12-15" } as const;
    const after = scenarioWeek(week(sessions), [change]).sessions;
    expect(after.map(({ status, surgeons }) => [status, surgeons])).toEqual([
      ["unstaffed", ["C1"]],
      ["open", ["C2"]],
      ["open", ["C2"]],
      ["open", ["C1"]],
      ["open", []],
    ]);
    expect(sessions[0]!.status).toBe("open");
  });

  it("changes a resource on its lines, never below none, and leaves what has no line without a limit", () => {
    const lines = [
      line({}),
      line({ date: "2026-12-16" }),
      line({ resource: "equipment:CARM", period: "am" }),
      line({ site: "S2" }),
      line({ resource: "critical_care" }),
    ];
    const less = { kind: "resource", site: "S1", from: "2026-12-15", to: "2026-12-15" } as const;
    const quantities = (...changes: ScenarioChange[]) =>
      scenarioWeek(week([], lines), changes).resources.map(({ quantity }) => quantity);
    expect(quantities({ ...less, resource: "bed", by: -2 })).toEqual([1, 3, 3, 3, 3]);
    expect(quantities({ ...less, resource: "bed", by: -9 })).toEqual([0, 3, 3, 3, 3]);
    expect(quantities({ ...less, resource: "equipment:CARM", by: 1 })).toEqual([3, 3, 4, 3, 3]);
  });

  it("adds a session like another, numbered, and none like one that is not there", () => {
    const like = { kind: "addSession", like: "first", theatre: "Theatre 3", date: "2026-12-19" } as const;
    const times = { start: "09:00", end: "13:00" };
    const after = scenarioWeek(week([session({ sessionId: "first", status: "locked", heldMinutes: 30 })]), [
      { ...like, ...times },
      { ...like, ...times, date: "2026-12-20" },
      { ...like, ...times, like: "nowhere" },
    ]).sessions;
    expect(after.slice(1)).toMatchObject([
      {
        sessionId: "WHAT-IF-1",
        status: "open",
        heldMinutes: 0,
        date: "2026-12-19",
        surgeons: ["C1"],
        ...times,
      },
      { sessionId: "WHAT-IF-2", date: "2026-12-20" },
    ]);
    expect(after).toHaveLength(3);
  });

  it("closes one session, and sets a weight and the overrun limit without touching the policy itself", () => {
    expect(
      statuses([session({ sessionId: "a" }), session({ sessionId: "b" })], {
        kind: "closeSession",
        sessionId: "b",
      }),
    ).toEqual(["open", "closed"]);
    const { policy } = scenarioWeek(week([]), [
      { kind: "weight", measure: "minutes", value: 7 },
      { kind: "overrun", value: 0.1 },
    ]);
    expect(policy).toMatchObject({ weights: { minutes: 7, urgent: 1000 }, overrunProbabilityMax: 0.1 });
    expect(DEFAULT_POLICY.weights.minutes).toBe(2);
  });

  it("lets the patients of a site accept another one, once", () => {
    const { entry } = scenarioWeek(week([]), [{ kind: "sites", from: "S1", to: "S2" }]);
    const listed = (listingSite: string, otherSites: string[]) =>
      entry(aWaitingListEntry({ listingSite, otherSites })).otherSites;
    expect(listed("S1", [])).toEqual(["S2"]);
    expect(listed("S1", ["S2"])).toEqual(["S2"]);
    expect(listed("S3", [])).toEqual([]);
  });
});

it("calls a set of equipment by its name, and beds by what they are", () => {
  const names = {
    ...{ site: () => "Kingston", session: (id: string) => id },
    equipment: (code: string) => (code === "LAP_STACK" ? "laparoscopy stack" : code),
  };
  const dates = { from: "2026-12-15", to: "2026-12-15" };
  const fewer = { kind: "resource", site: "S1", resource: "equipment:LAP_STACK", by: -1, ...dates } as const;
  expect(changeWords(fewer, names)).toMatch(/^1 fewer sets of laparoscopy stack at Kingston on /);
  expect(resourceName("bed", names)).toBe("beds");
});
