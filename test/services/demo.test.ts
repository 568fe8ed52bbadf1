import { DIMENSIONS } from "~/domain/perioperative/figures/groups";
import { occurrencesOf } from "~/views/figures/occurrences.server";
import { entriesOwedADate } from "~db/cancellations";
import { cancelledInDays } from "~db/figures";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_ACCOUNTS } from "~/auth/demo-accounts";
import { listStates } from "~/domain/list-state";
import { demoFirstDay, loadDemo } from "~/services/load-demo.server";
import { countMessages } from "~db/messages";
import { readInstallation, wholeScope } from "~db/organisations";
import { placedCases } from "~db/placed-cases";
import { sessionEventsWithin } from "~db/session-events";
import { openStore, type Store } from "~db/store";
import { listSessions } from "~db/theatre-sessions";
import { listUsers } from "~db/users";
import { searchWaitingList } from "~db/waiting-list";

const ACTOR = { kind: "command", name: "test" } as const;
const TODAY = "2026-11-20";
const FIRST = { sort: "waited", descending: false, page: 1, size: 10 } as const;

describe("the first day of a demo", () => {
  it.each([
    ["2026-11-20", "2026-12-14"], // a Friday, 24 days before
    ["2026-11-21", "2026-12-21"],
    ["2026-11-22", "2026-12-21"],
    ["2026-11-23", "2026-12-21"],
    ["2026-11-27", "2026-12-21"],
    ["2026-11-28", "2026-12-28"],
  ])("made on %s is %s", (today, monday) => expect(demoFirstDay(today)).toBe(monday));
});

describe("the weeks before the first planned one", () => {
  it("stand as lists do: filled, and by their dates signed off, told and locked but for a few", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hublist-demo-before-"));
    const store = await openStore({ file: join(folder, "demo.db") });
    const made = await loadDemo(store, ACTOR, TODAY, { scale: 0.1, weeks: 1, weeksBefore: true });
    if (made.kind !== "loaded") throw new Error(made.kind);
    const scope = await wholeScope(store.db);
    const span = { from: TODAY, until: made.firstDay };
    const sessions = await listSessions(scope, store.db, span, made.organisation);
    const states = listStates(await sessionEventsWithin(scope, store.db, span, made.organisation));
    const cases = await placedCases(scope, store.db, span, made.organisation);
    expect(sessions.length).toBeGreaterThan(10);
    expect(cases.length).toBeGreaterThan(sessions.length);
    expect(new Set(cases.map(({ entry }) => entry)).size).toBe(cases.length);
    const withCases = sessions.filter(({ id }) => cases.some(({ session }) => session === id));
    const locked = withCases.filter(({ id }) => states.get(id)?.locked);
    expect(locked.length).toBeGreaterThan(0);
    expect(locked.every(({ session }) => session.date <= "2026-12-04")).toBe(true);
    expect(withCases.filter(({ id }) => states.get(id)?.signedOff).length).toBeGreaterThan(locked.length);
    // Of the weeks behind today some days with cancellations, all of which are seen to by now.
    const behind = { from: "2026-10-23", to: "2026-11-19" };
    const cancelled = await cancelledInDays(scope, store.db, behind);
    expect(cancelled.length).toBeGreaterThan(5);
    expect(new Set(cancelled.map(({ clinical }) => clinical)).size).toBe(2);
    const occurrences = await occurrencesOf(scope, store.db, behind);
    for (const dimension of DIMENSIONS) {
      const rows = new Set(
        occurrences.flatMap((one) => (one.of === "cancelled" ? one.groups[dimension] : [])),
      );
      expect(rows.size, dimension).toBeGreaterThan(1);
    }
    for (const { entry, promisedBy } of await entriesOwedADate(scope, store.db)) {
      const place = cases.find((one) => one.entry === entry);
      const date = sessions.find(({ id }) => id === place?.session)?.session.date;
      expect(date! <= promisedBy, entry).toBe(true);
    }
    await store.close();
    rmSync(folder, { recursive: true });
  });
});

describe("loading a demo", () => {
  let folder: string;
  let store: Store;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "hublist-demo-"));
    store = await openStore({ file: join(folder, "demo.db") });
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it("keeps nothing when it fails on the way", async () => {
    const failing: Store = {
      ...store,
      get db() {
        return store.db;
      },
      commit: (actor, action, work) => {
        if (action === "demo.create-accounts") throw new Error("the plug was pulled");
        return store.commit(actor, action, work);
      },
    };
    await expect(loadDemo(failing, ACTOR, TODAY, { scale: 0.1, weeks: 1 })).rejects.toThrow("plug");
    expect(await readInstallation(store.db)).toBeNull();
    expect(await wholeScope(store.db)).toEqual({ organisations: [], sites: [] });
  });

  it("holds the hub as its files have it, with an account for each role", async () => {
    const made = await loadDemo(store, ACTOR, TODAY, { scale: 0.1, weeks: 2 });
    if (made.kind !== "loaded") throw new Error(made.kind);
    expect(await readInstallation(store.db)).toMatchObject({ mode: "demo", demoFirstDay: "2026-12-14" });
    const scope = await wholeScope(store.db);
    const { total, entries } = await searchWaitingList(scope, store.db, {}, FIRST, TODAY);
    expect(total).toBe(made.entries);
    expect(total).toBeGreaterThan(100);
    expect(entries.every(({ entry }) => entry.nhsNumber?.startsWith("999"))).toBe(true);
    const sessions = await listSessions(scope, store.db, { from: made.firstDay, until: "2026-12-28" });
    expect(sessions).toHaveLength(made.sessions);
    expect(await listUsers(scope, store.db)).toHaveLength(DEMO_ACCOUNTS.length);
    // The outbox lists what has a file there, and only the server writes files.
    const messages = await countMessages(scope, store.db);
    expect(messages.outbox).toBeUndefined();
    expect(messages.sent).toBeGreaterThan(0);
  });

  it("changes nothing the second time", async () => {
    expect(await loadDemo(store, ACTOR, TODAY, { scale: 0.05 })).toEqual({ kind: "alreadyCreated" });
    expect((await wholeScope(store.db)).organisations).toHaveLength(1);
  });
});
