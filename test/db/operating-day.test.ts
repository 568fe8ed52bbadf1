import { expect, it } from "vitest";
import type { Reader } from "~db/engine";
import type { Scope } from "~db/scope";
import { ACTOR, onEachEngine } from "./engines";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions, TODAY } from "./given-hub";

const DATE = "2026-12-15";
const ABOUT = { organisation: "RQM", site: "RQM02" };
const NOBODY: Scope[] = [
  { organisations: [], sites: [] },
  { organisations: ["RKE"], sites: ["RKE01"] },
  { organisations: ["RQM"], sites: ["RKE01"] },
];

onEachEngine("the operating day", (given, load) => {
  const modules = load(() =>
    Promise.all([
      import("~db/case-moments"),
      import("~db/cancellations"),
      import("~db/debriefs"),
      import("~db/place-calls"),
      import("~db/waiting-list"),
      import("~db/theatre-sessions"),
      import("~/domain/policy"),
    ]),
  );

  async function givenDay() {
    const { store } = given;
    const [moments, cancellations, debriefs, calls, list, sessions, { DEFAULT_POLICY }] = modules();
    await givenHub(store);
    await importEntries(store, [anEntry({ tciDate: DATE, tciSession: "S1" })]);
    await importSessions(store, [aSession({ sessionId: "S1", date: DATE })]);
    const [held] = await list.entriesForPlanning(HUB, store.db, "RQM");
    const [session] = await sessions.listSessions(HUB, store.db, { from: DATE, until: "2026-12-16" });
    const [entry, at] = [held!.id, session!.id];
    await store.commit(ACTOR, "day.record", async (tx) => {
      const moment = { session: at, entry, moment: "arrived", happenedAt: tx.at, reason: "" } as const;
      await moments.recordMoment(tx, moment, ABOUT);
      await moments.recordMoment(tx, { ...moment, happenedAt: null, reason: "Mistake" }, ABOUT);
      const lost = { entry, session: at, date: DATE, reasonCode: "bed", clinical: false, avoidable: null };
      const owed = { lastMinute: true, offerBy: "2027-01-12", note: "" };
      await cancellations.recordCancellation(tx, { ...lost, ...owed }, DEFAULT_POLICY, ABOUT);
      const call = { entry, session: at, kind: "standBy", answer: "noAnswer", note: "" } as const;
      await calls.recordCall(tx, call, ABOUT);
      const said = { lateStart: "ward", gaps: "", earlyFinish: "", note: "" };
      await debriefs.recordDebrief(tx, { session: at, base: 0, ...said }, ABOUT);
    });
    const reads: Record<string, (scope: Scope, db: Reader) => Promise<unknown>> = {
      momentsOfDay: (scope, db) => moments.momentsOfDay(scope, db, { organisation: "RQM", date: DATE }),
      momentsOfEntries: (scope, db) => moments.momentsOfEntries(scope, db, [entry]),
      lastMomentOf: async (scope, db) => (await moments.lastMomentOf(scope, db, at)) || null,
      cancellationsOfSessions: (scope, db) => cancellations.cancellationsOfSessions(scope, db, [at]),
      cancellationsWithin: (scope, db) =>
        cancellations.cancellationsWithin(scope, db, { from: DATE, until: "2026-12-16" }),
      cancellationsOfEntries: (scope, db) => cancellations.cancellationsOfEntries(scope, db, [entry]),
      entriesOwedADate: cancellations.entriesOwedADate,
      latestDebrief: (scope, db) => debriefs.latestDebrief(scope, db, at),
      callsOfEntries: (scope, db) => calls.callsOfEntries(scope, db, [entry]),
    };
    return { entry, at, reads };
  }

  it("shows each read to its own scope alone", async () => {
    const { reads } = await givenDay();
    const isEmpty = (answer: unknown) => answer === null || (Array.isArray(answer) && answer.length === 0);
    for (const [name, read] of Object.entries(reads)) {
      expect(isEmpty(await read(HUB, given.store.db)), name).toBe(false);
      for (const scope of NOBODY) expect(isEmpty(await read(scope, given.store.db)), name).toBe(true);
    }
  });

  it("counts records within a session, calls and cancellations within an entry", async () => {
    const { reads } = await givenDay();
    expect(await reads.momentsOfDay!(HUB, given.store.db)).toMatchObject([
      { number: 1, reason: "" },
      { number: 2, happenedAt: null, reason: "Mistake" },
    ]);
    expect(await reads.cancellationsOfEntries!(HUB, given.store.db)).toMatchObject([{ number: 1 }]);
  });

  it("a promise and a cancelled date are what counts of the entry, in lists and for the planner", async () => {
    const { entry } = await givenDay();
    const [, , , , list] = modules();
    const counts = { tciDate: null, tciSession: null, offerBy: "2027-01-12" };
    expect((await list.findEntry(HUB, given.store.db, entry))?.entry).toMatchObject(counts);
    expect((await list.entriesForPlanning(HUB, given.store.db, "RQM"))[0]?.entry).toMatchObject(counts);
    const page = { sort: "target" as const, descending: false, page: 1, size: 10 };
    for (const [dated, total] of [
      [true, 0],
      [false, 1],
    ] as const)
      expect((await list.searchWaitingList(HUB, given.store.db, { dated }, page, TODAY)).total).toBe(total);
  });

  it("of two debriefs on one form the second is told of the first", async () => {
    const { at } = await givenDay();
    const [, , debriefs] = modules();
    const said = { session: at, base: 0, lateStart: "staff", gaps: "", earlyFinish: "", note: "" };
    const again = given.store.commit(ACTOR, "day.debrief", (tx) => debriefs.recordDebrief(tx, said, ABOUT));
    expect(await again).toEqual({ kind: "changedSince", by: "command:test" });
  });
});
