import { describe, expect, it } from "vitest";
import { ACTOR, onEachEngine } from "./engines";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions, TODAY } from "./given-hub";

const WEEK = "2026-12-14";
const OTHER_WEEK = "2026-12-21";
const ONLY_HUB = { organisations: ["RQM"], sites: ["RQM02"] };

onEachEngine("placements", (given, load) => {
  const placements = load(() => import("~db/placements"));
  const recording = load(() => import("~db/record-placements"));
  const list = load(() => import("~db/waiting-list"));
  const sessions = load(() => import("~db/theatre-sessions"));

  async function givenWeek() {
    await givenHub(given.store);
    await importEntries(given.store, [
      anEntry({ pathwayId: "PP1", patientId: "L1" }),
      anEntry({ pathwayId: "PP2", patientId: "L2", listingSite: "RQM02" }),
    ]);
    await importSessions(given.store, [
      aSession({ sessionId: "S1" }),
      aSession({ sessionId: "S2", site: "RQM01", siteType: "main" }),
      aSession({ sessionId: "S3", date: "2026-12-22" }),
    ]);
    const entries = await list().entriesForPlanning(HUB, given.store.db, "RQM");
    const span = { from: WEEK, until: "2026-12-28" };
    const held = await sessions().listSessions(HUB, given.store.db, span);
    const session = Object.fromEntries(held.map(({ id, session: { sessionId } }) => [sessionId, id]));
    return {
      entry: entries.map(({ id }) => id) as [string, string],
      session: session as Record<"S1" | "S2" | "S3", string>,
    };
  }

  const record = (
    entry: string,
    session: string | null,
    more: { base?: number; week?: string; scope?: typeof HUB } = {},
  ) =>
    recording().recordPlacements(more.scope ?? HUB, given.store, ACTOR, {
      organisation: "RQM",
      week: more.week ?? WEEK,
      baseRevision: more.base ?? 0,
      run: null,
      today: TODAY,
      changes: [{ entry, session, reason: "by hand", override: [] }],
    });
  const standing = async (scope = HUB) =>
    (await placements().currentPlacements(scope, given.store.db, "RQM", WEEK)).map(
      ({ entry, session, kind }) => ({
        entry,
        session,
        kind,
      }),
    );

  it("derives where an entry stands from the changes", async () => {
    const { entry, session } = await givenWeek();
    expect(await record(entry[0], session.S1)).toEqual({ kind: "recorded", revision: 1, changes: 1 });
    expect(await record(entry[0], session.S2, { base: 1 })).toMatchObject({ revision: 2 });
    expect(await standing()).toEqual([{ entry: entry[0], session: session.S2, kind: "moved" }]);
    expect(await record(entry[0], session.S2, { base: 2 })).toEqual({
      kind: "recorded",
      revision: 2,
      changes: 0,
    });
    expect(await record(entry[0], null, { base: 2 })).toMatchObject({ revision: 3 });
    expect(await standing()).toEqual([]);
    const history = await placements().placementHistory(HUB, given.store.db, entry[0]);
    expect(history.map(({ kind }) => kind)).toEqual(["placed", "moved", "removed"]);
  });

  it("answers that somebody else changed the week, and records nothing", async () => {
    const { entry, session } = await givenWeek();
    await record(entry[0], session.S1);
    expect(await record(entry[1], session.S1)).toEqual({
      kind: "changedSince",
      revision: 1,
      by: "command:test",
    });
    expect(await standing()).toHaveLength(1);
    expect(await placements().weekRevision(HUB, given.store.db, "RQM", WEEK)).toBe(1);
  });

  it("gives an entry one place: another week's that is still to come keeps it", async () => {
    const { entry, session } = await givenWeek();
    await record(entry[0], session.S3, { week: OTHER_WEEK });
    expect(await record(entry[0], session.S1)).toEqual({ kind: "placedElsewhere", entries: [entry[0]] });
    const elsewhere = await placements().placementsElsewhere(HUB, given.store.db, "RQM", {
      exceptWeek: WEEK,
      from: TODAY,
    });
    expect(elsewhere).toEqual([
      { entry: entry[0], session: session.S3, sessionId: "S3", date: "2026-12-22" },
    ]);
    await record(entry[0], null, { week: OTHER_WEEK, base: 1 });
    expect(await record(entry[0], session.S1)).toMatchObject({ kind: "recorded" });
  });

  it("refuses what is not there, not of the week, gone, or out of scope", async () => {
    const { entry, session } = await givenWeek();
    const unknown = { kind: "unknown", entries: [] as string[], sessions: [] as string[] };
    expect(await record("nobody", session.S1)).toEqual({ ...unknown, entries: ["nobody"] });
    expect(await record(entry[0], session.S3)).toEqual({ ...unknown, sessions: [session.S3] });
    expect(await record(entry[0], session.S1, { scope: ONLY_HUB })).toEqual({
      ...unknown,
      entries: [entry[0]],
    });
    expect(await record(entry[1], session.S2, { scope: ONLY_HUB })).toEqual({
      ...unknown,
      sessions: [session.S2],
    });
    await record(entry[1], session.S2);
    expect(await record(entry[1], session.S1, { base: 1, scope: ONLY_HUB })).toEqual({
      ...unknown,
      sessions: [session.S2],
    });
    await importEntries(given.store, [anEntry({ pathwayId: "PP1", patientId: "L1" })]);
    expect(await record(entry[1], session.S1, { base: 1 })).toEqual({ ...unknown, entries: [entry[1]] });
    expect(await record(entry[1], null, { base: 1 })).toMatchObject({ kind: "recorded" });
  });

  describe("seen by site", () => {
    it("shows the lists of sites in scope", async () => {
      const { entry, session } = await givenWeek();
      await record(entry[0], session.S1);
      await record(entry[1], session.S2, { base: 1 });
      expect(await standing(ONLY_HUB)).toEqual([{ entry: entry[0], session: session.S1, kind: "placed" }]);
      expect(await standing({ organisations: ["RKE"], sites: ["RKE01"] })).toEqual([]);
    });
  });

  it("keeps two people apart who write at once", async () => {
    const { entry, session } = await givenWeek();
    const outcomes = await Promise.all([record(entry[0], session.S1), record(entry[1], session.S1)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["changedSince", "recorded"]);
    expect(await standing()).toHaveLength(1);
  });
});
