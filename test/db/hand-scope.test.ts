import { expect, it } from "vitest";
import type { Reader } from "~db/engine";
import type { Scope } from "~db/scope";
import { ACTOR, onEachEngine } from "./engines";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions, TODAY } from "./given-hub";

const WEEK = "2026-12-14";
const SPAN = { from: WEEK, until: "2026-12-21" };
const NOTHING: Scope = { organisations: [], sites: [] };
const ANOTHER: Scope = { organisations: ["RKE"], sites: ["RKE01"] };
const OTHER_SITE: Scope = { organisations: ["RQM"], sites: ["RKE01"] };

onEachEngine("every read for changes by hand", (given, load) => {
  const modules = load(() =>
    Promise.all([
      import("~db/audit/changes"),
      import("~db/booked-entries"),
      import("~db/case-holds"),
      import("~db/held-slots"),
      import("~db/placement-changes"),
      import("~db/record-placements"),
      import("~db/theatre-sessions"),
      import("~db/waiting-list"),
      import("~db/invitations"),
    ]),
  );

  it("keeps to its scope", async () => {
    const { store } = given;
    await givenHub(store);
    const tci = { tciDate: "2026-12-15", tciSession: "S1" };
    await importEntries(store, [anEntry(), anEntry({ pathwayId: "PP2", patientId: "L2", ...tci })]);
    await importSessions(store, [aSession()]);
    const [audit, booked, holds, slots, changes, record, theatre, waiting, invitations] = modules();
    const [session] = await theatre.listSessions(HUB, store.db, SPAN);
    const [entry] = await waiting.entriesForPlanning(HUB, store.db, "RQM");
    const about = { organisation: "RQM", site: "RQM02" };
    await store.commit(ACTOR, "test", async (tx) => {
      await holds.recordCaseHold(tx, { entry: entry!.id, held: true, reason: "" }, about);
      await slots.holdSlot(tx, { session: session!.id, minutes: 30, reason: "Trauma" }, about);
    });
    const places = [{ entry: entry!.id, session: session!.id, reason: "", override: [] }];
    const wanted = {
      organisation: "RQM",
      week: WEEK,
      baseRevision: 0,
      run: null,
      today: TODAY,
      changes: places,
    };
    await record.recordPlacements(HUB, store, ACTOR, wanted);
    const asked = { dates: ["2026-12-15"], sessionIds: ["S1"] };
    const week = { organisation: "RQM", week: WEEK };
    const reads: Record<string, (scope: Scope, db: Reader) => Promise<unknown[]>> = {
      bookedInto: (scope, db) => booked.bookedInto(scope, db, "RQM", asked),
      currentCaseHolds: async (scope, db) => [
        ...(await holds.currentCaseHolds(scope, db, [entry!.id])).values(),
      ],
      heldSlotsWithin: (scope, db) => slots.heldSlotsWithin(scope, db, SPAN, "RQM"),
      lastChanges: async (scope, db) => [
        ...(await changes.lastChanges(scope, db, { ...week, entries: [entry!.id] })).values(),
      ],
      changesOf: (scope, db) => changes.changesOf(scope, db, { ...week, entries: [entry!.id] }),
      changesByHand: (scope, db) =>
        changes.changesByHand(scope, db, { ...week, by: "command:test", limit: 5 }),
      changesSoFar: async (scope, db) => ((await audit.changesSoFar(scope, db)) > 0 ? [1] : []),
      changedSince: async (scope, db) => ((await audit.changedSince(scope, db, 0)) ? [1] : []),
    };
    for (const [name, read] of Object.entries(reads)) {
      expect([name, (await read(HUB, store.db)).length]).toEqual([name, 1]);
      expect([name, await read(NOTHING, store.db)]).toEqual([name, []]);
      if (["changesSoFar", "changedSince"].includes(name)) continue;
      expect([name, await read(ANOTHER, store.db)]).toEqual([name, []]);
      if (["lastChanges", "changesOf", "changesByHand"].includes(name)) continue;
      expect([name, await read(OTHER_SITE, store.db)]).toEqual([name, []]);
    }
    const seen = await audit.changesSoFar(HUB, store.db);
    expect(await audit.changedSince(HUB, store.db, seen)).toBe(false);
    // What a patient answers is no change of a week; that a case is let go is.
    const questions = { site: "RQM01", entry: entry!.id, purpose: "questions" as const, part: 1 };
    await store.commit(ACTOR, "test", (tx) =>
      invitations.insertInvitation(tx, {
        organisation: "RQM",
        ...questions,
        expiresAt: "2027-01-01T00:00:00Z",
      }),
    );
    expect(await audit.changedSince(HUB, store.db, seen)).toBe(false);
    await store.commit(ACTOR, "test", (tx) =>
      holds.recordCaseHold(tx, { entry: entry!.id, held: false, reason: "" }, about),
    );
    expect(await audit.changedSince(HUB, store.db, seen)).toBe(true);
    const [slot] = await slots.heldSlotsWithin(HUB, store.db, SPAN, "RQM");
    await store.commit(ACTOR, "test", (tx) => slots.releaseSlot(tx, slot!.id, "", about));
    expect(await slots.heldSlotsWithin(HUB, store.db, SPAN, "RQM")).toEqual([]);
    expect((await holds.currentCaseHolds(HUB, store.db, [entry!.id])).get(entry!.id)).toMatchObject({
      held: false,
    });
  });
});
