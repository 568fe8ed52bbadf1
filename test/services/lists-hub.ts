import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { listNow } from "~/services/lists/list-now.server";
import { holdStore } from "~/store.server";
import type { Actor } from "~db/actor";
import { weekRevision } from "~db/placements";
import { recordPlacements } from "~db/record-placements";
import { openStore } from "~db/store";
import { listSessions } from "~db/theatre-sessions";
import { entriesForPlanning } from "~db/waiting-list";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions } from "../db/given-hub";

export const TODAY = "2026-11-22";
export const WEEK = "2026-12-14";
export const SCHEDULER: Actor = { kind: "user", id: "scheduler" };
export const OTHER: Actor = { kind: "user", id: "other" };
export { HUB };
const MIGRATIONS = join(import.meta.dirname, "../../db/migrations");

/** Who waits: the first two are fit, the third is not confirmed fit. */
export const ENTRIES: Partial<WaitingListEntry>[] = [
  { pathwayId: "PP1", patientId: "L1", clockStart: "2026-01-01", orderFlags: [] },
  { pathwayId: "PP2", patientId: "L2", clockStart: "2026-02-01", orderFlags: [], nhsNumber: null },
  {
    ...{ pathwayId: "PP3", patientId: "L3", clockStart: "2026-03-01", orderFlags: [], nhsNumber: null },
    ...{ screening: "optimising", fitFrom: "2026-12-01" },
  },
];

/** A hub with two sessions, three entries on the first of them, and its week at revision 1. */
export async function listsHub(today = TODAY) {
  const folder = mkdtempSync(join(tmpdir(), "hublist-lists-"));
  const file = join(folder, "hublist.db");
  /** Stands still until a test sets it forward. */
  const clock = { at: `${today}T10:00:00.000Z` };
  const store = holdStore(await openStore({ file, migrations: MIGRATIONS, now: () => clock.at }));
  await givenHub(store);
  await importEntries(
    store,
    ENTRIES.map((facts) => anEntry({ unavailable: [], ...facts })),
  );
  await importSessions(store, [aSession(), aSession({ sessionId: "S2", theatre: "T2", date: "2026-12-16" })]);
  const held = await listSessions(HUB, store.db, { from: WEEK, until: "2026-12-21" });
  const [session, other] = held.map(({ id }) => id) as [string, string];
  const waiting = await entriesForPlanning(HUB, store.db, "RQM");
  const idOf = (name: string) => waiting.find(({ entry }) => entry.pathwayId === name)!.id;
  const ids = ["PP1", "PP2", "PP3"].map(idOf) as [string, string, string];
  const place = async (entry: string, to: string | null, by: Actor = SCHEDULER) => {
    const baseRevision = await weekRevision(HUB, store.db, "RQM", WEEK);
    const changes = [{ entry, session: to, reason: "By hand", override: [] }];
    const wanted = { organisation: "RQM", week: WEEK, baseRevision, run: null, today, changes };
    return recordPlacements(HUB, store, by, wanted);
  };
  const changes = ids.map((entry) => ({ entry, session, reason: "Accepted plan", override: [] }));
  const wanted = { organisation: "RQM", week: WEEK, baseRevision: 0, run: null, today, changes };
  await recordPlacements(HUB, store, SCHEDULER, wanted);
  /** What a person who opens the page of the list has before them. */
  const stand = async (of = session) => {
    const list = (await listNow(HUB, store.db, of, today))!;
    return { last: list.state.last, revision: list.revision, order: list.order?.number ?? 0 };
  };
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, session, other, ids, place, stand, close, today, clock };
}

export type ListsHub = Awaited<ReturnType<typeof listsHub>>;
