import { beforeEach } from "vitest";
import type { SessionEventKind } from "~/domain/session-event";
import type { ListChange } from "~/services/hand/change-list.server";
import type { PlacesAsked } from "~/services/hand/change-places.server";
import type { HandPermits } from "~/services/hand/hand-permits.server";
import type { Actor } from "~db/actor";
import type { Given, Load } from "../../db/engines";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions, TODAY } from "../../db/given-hub";

export const WEEK = "2026-12-14";
export const ANN: Actor = { kind: "user", id: "ann" };
export const BEN: Actor = { kind: "user", id: "ben" };
export const NOWHERE = { organisations: [], sites: [] };
export const NONE: HandPermits = { override: NOWHERE, reopen: NOWHERE };
export type Wish = [who: string, where: string | null];

/** Four patients and three lists, made anew for each test, and how a person changes them by hand. */
export function aWeekByHand(given: Given, load: Load) {
  const places = load(() => import("~/services/hand/change-places.server"));
  const lists = load(() => import("~/services/hand/change-list.server"));
  const undos = load(() => import("~/services/hand/undo-change.server"));
  const weeks = load(() => import("~/services/hand/held-week.server"));
  const ordered = load(() => import("~/services/hand/planned-lists.server"));
  const db = load(() =>
    Promise.all([
      import("~db/placements"),
      import("~db/waiting-list"),
      import("~db/theatre-sessions"),
      import("~db/session-events"),
      import("~db/leave"),
      import("~db/patient-notices"),
    ]),
  );

  const asked = { organisation: "RQM", week: WEEK, today: TODAY };
  /** Ids by name. */
  const entry: Record<string, string> = {};
  const session: Record<string, string> = {};

  beforeEach(async () => {
    const { store } = given;
    await givenHub(store);
    const day = { equipment: [], unavailable: [], nights: 0, pooled: true, minutesDeviation: 10 };
    await importEntries(store, [
      anEntry({ ...day, pathwayId: "A", patientId: "L1", clockStart: "2026-01-02" }),
      anEntry({ ...day, pathwayId: "B", patientId: "L2", clockStart: "2026-02-02" }),
      anEntry({ ...day, pathwayId: "C", patientId: "L3", minutes: 200 }),
      anEntry({ ...day, pathwayId: "LA", patientId: "L4", anaesthetic: "RA" }),
    ]);
    await importSessions(store, [
      aSession({ sessionId: "S1", start: "08:30", end: "12:30" }),
      aSession({ sessionId: "S2", start: "13:00", end: "17:00" }),
      aSession({ sessionId: "S3", date: "2026-12-16", start: "08:30", end: "12:30", surgeons: ["C9"] }),
    ]);
    const [, waiting, theatre] = db();
    const held = await waiting.entriesForPlanning(HUB, store.db, "RQM");
    Object.assign(entry, Object.fromEntries(held.map(({ id, entry: { pathwayId } }) => [pathwayId, id])));
    const sessions = await theatre.listSessions(HUB, store.db, { from: WEEK, until: "2026-12-21" });
    Object.assign(
      session,
      Object.fromEntries(sessions.map(({ id, session: { sessionId } }) => [sessionId, id])),
    );
  });

  const move = (
    wishes: Wish[],
    baseRevision: number,
    more: Partial<PlacesAsked> = {},
    by = ANN,
    permits = NONE,
  ) => {
    const moves = wishes.map(([who, where]) => ({ entry: entry[who]!, session: where && session[where]! }));
    const wanted = { ...asked, baseRevision, moves, lifted: [], reason: "", ...more };
    return places().changePlaces(HUB, permits, given.store, by, wanted);
  };
  const standing = async () => {
    const names = new Map(Object.entries(session).map(([name, id]) => [id, name]));
    const who = new Map(Object.entries(entry).map(([name, id]) => [id, name]));
    const now = await db()[0].currentPlacements(HUB, given.store.db, "RQM", WEEK);
    return Object.fromEntries(now.map((one) => [who.get(one.entry), names.get(one.session)]));
  };

  const happened = (where: string, kind: SessionEventKind) =>
    given.store.commit(ANN, "session.event", (tx) =>
      db()[3].recordSessionEvent(
        tx,
        { session: session[where]!, kind },
        { organisation: "RQM", site: "RQM02" },
      ),
    );
  const list = (where: string, change: ListChange, reason = "", by = ANN) =>
    lists().changeList(HUB, NONE, given.store, by, { ...asked, session: session[where]!, change, reason });

  return { asked, entry, session, move, standing, happened, list, places, undos, weeks, ordered, db };
}
