import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { instantOf } from "~/domain/operating-day/day-minute";
import { holdStore } from "~/store.server";
import type { Actor } from "~db/actor";
import { weekRevision } from "~db/placements";
import { recordPlacements } from "~db/record-placements";
import { openStore, type Store } from "~db/store";
import { listSessions } from "~db/theatre-sessions";
import { entriesForPlanning } from "~db/waiting-list";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions } from "../../db/given-hub";

export { HUB };
export const DAY = "2026-12-15";
export const WEEK = "2026-12-14";
export const THEATRE: Actor = { kind: "user", id: "theatre" };
export const WARD: Actor = { kind: "user", id: "ward" };
const MIGRATIONS = join(import.meta.dirname, "../../../db/migrations");

/** A patient on Tuesday's list: an adult without needs of equipment or bed. */
export const patient = (name: string, facts: Partial<WaitingListEntry> = {}): WaitingListEntry =>
  anEntry({
    ...{ pathwayId: name, patientId: `L-${name}`, nhsNumber: null, unavailable: [], equipment: [] },
    ...{ nights: 0, intendedManagement: "dayCase", minutes: 60, minutesDeviation: 20 },
    ...facts,
  });

/** A hub on its operating day, with a clock that a test sets, in a store of its own. */
export interface HubOnTheDay {
  store: Store;
  /** Ids of entries by pathway, and of sessions by their identifier. */
  entry: Record<string, string>;
  session: Record<string, string>;
  /** Sets the clock to a time in London; without a date that of Tuesday's list. */
  at(time: string, date?: string): void;
  place(entry: string, session: string | null, week?: string): Promise<void>;
  close(): Promise<void>;
}

/** Makes the hub: these entries, of which those named stand on list S1, and these sessions. */
export async function hubOnTheDay(
  entries: WaitingListEntry[],
  placed: string[],
  sessions: TheatreSession[] = [aSession({ sessionId: "S1" })],
): Promise<HubOnTheDay> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-day-"));
  let now = instantOf(DAY, "08:00");
  const file = join(folder, "hublist.db");
  const store = holdStore(await openStore({ file, migrations: MIGRATIONS, now: () => now }));
  await givenHub(store);
  await importEntries(store, entries);
  await importSessions(store, sessions);
  const held = await entriesForPlanning(HUB, store.db, "RQM");
  const span = { from: WEEK, until: "2027-02-01" };
  const ids = Object.fromEntries(
    (await listSessions(HUB, store.db, span)).map(({ id, session }) => [session.sessionId, id]),
  );
  const hub: HubOnTheDay = {
    store,
    entry: Object.fromEntries(held.map(({ id, entry }) => [entry.pathwayId, id])),
    session: ids,
    at: (time, date = DAY) => void (now = instantOf(date, time)),
    place: async (entry, session, week = WEEK) => {
      const baseRevision = await weekRevision(HUB, store.db, "RQM", week);
      const change = {
        entry: hub.entry[entry]!,
        session: session && ids[session]!,
        reason: "",
        override: [],
      };
      const wanted = { organisation: "RQM", week, baseRevision, run: null, today: DAY, changes: [change] };
      const outcome = await recordPlacements(HUB, store, THEATRE, wanted);
      if (outcome.kind !== "recorded") throw new Error(outcome.kind);
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
  for (const name of placed) await hub.place(name, "S1");
  return hub;
}
