import { beforeEach, describe, expect, it } from "vitest";
import type { HandPermits } from "~/services/hand/hand-permits.server";
import type { PlacesAsked } from "~/services/hand/change-places.server";
import type { ListChange } from "~/services/hand/change-list.server";
import type { SessionEventKind } from "~/domain/session-event";
import type { Actor } from "~db/actor";
import { onEachEngine } from "../../db/engines";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions, TODAY } from "../../db/given-hub";

const WEEK = "2026-12-14";
const ANN: Actor = { kind: "user", id: "ann" };
const BEN: Actor = { kind: "user", id: "ben" };
const NOWHERE = { organisations: [], sites: [] };
const NONE: HandPermits = { override: NOWHERE, reopen: NOWHERE };

onEachEngine("changes by hand", (given, load) => {
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
  let entry: Record<string, string>;
  let session: Record<string, string>;

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
    entry = Object.fromEntries(held.map(({ id, entry: { pathwayId } }) => [pathwayId, id]));
    const sessions = await theatre.listSessions(HUB, store.db, { from: WEEK, until: "2026-12-21" });
    session = Object.fromEntries(sessions.map(({ id, session: { sessionId } }) => [sessionId, id]));
  });

  type Wish = [who: string, where: string | null];
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

  describe("of places", () => {
    it("adds, moves, swaps and takes out, each as one revision with who and why", async () => {
      expect(await move([["A", "S1"]], 0)).toMatchObject({ kind: "changed", revision: 1 });
      expect(await move([["B", "S2"]], 1, { reason: "Rang" })).toMatchObject({
        kind: "changed",
        revision: 2,
      });
      const swap: Wish[] = [
        ["A", "S2"],
        ["B", "S1"],
      ];
      expect(await move(swap, 2)).toMatchObject({ kind: "changed", revision: 3 });
      expect(await standing()).toEqual({ A: "S2", B: "S1" });
      expect(await move([["A", null]], 3)).toMatchObject({ kind: "changed", revision: 4 });
      expect(await standing()).toEqual({ B: "S1" });
      const history = await db()[0].placementHistory(HUB, given.store.db, entry.B!);
      expect(
        history.map(({ revision, reason, changedBy, run }) => [revision, reason, changedBy, run]),
      ).toEqual([
        [2, "Rang", "user:ann", null],
        [3, "By hand", "user:ann", null],
      ]);
    });

    it("refuses a list whose surgeon is on leave, and warns that a patient who was told hears of it", async () => {
      const [, , , , leave, notices] = db();
      const codes = (made: Awaited<ReturnType<typeof move>>) =>
        "verdict" in made
          ? [...made.verdict.breaks, ...made.verdict.warnings].map(({ code }) => code)
          : [];
      expect(codes(await move([["A", "S1"]], 0))).toEqual([]);
      await given.store.commit(ANN, "test", async (tx) => {
        const days = { from: "2026-12-16", to: "2026-12-16" };
        await leave.insertLeave(tx, "RQM", [
          { ...days, person: "C9", role: "surgeon", half: "day", source: "form", uid: "", note: "" },
        ]);
        const told = { entry: entry.A!, session: session.S1!, date: "2026-12-15", note: "" };
        const about = { organisation: "RQM" };
        await notices.insertNotice(tx, { ...told, kind: "told", channel: "phone" }, about);
      });
      expect(codes(await move([["A", "S3"]], 1))).toEqual(["no_operator", "told"]);
      expect(codes(await move([["B", "S1"]], 1))).toEqual(["order"]);
    });

    it("of two schedulers lets the second know what the first did, and overwrites nothing", async () => {
      await move([["A", "S1"]], 0);
      expect(await move([["A", "S3"]], 1, {}, BEN)).toMatchObject({ kind: "changed" });
      expect(await move([["B", "S2"]], 1)).toMatchObject({
        ...{ kind: "changedSince", revision: 2 },
        changes: [{ entry: entry.A, session: session.S3, changedBy: "user:ben" }],
      });
      expect(await standing()).toEqual({ A: "S3" });
      expect(await move([["B", "S2"]], 2)).toMatchObject({ kind: "changed", revision: 3 });
    });

    it("changes nothing twice on a double click", async () => {
      expect(await Promise.all([move([["A", "S1"]], 0), move([["A", "S1"]], 0)])).toMatchObject([
        { kind: "changed", revision: 1 },
        { kind: "unchanged", revision: 1 },
      ]);
    });

    it("refuses a hard rule with its sentence, judged on what the store holds now", async () => {
      await move([["A", "S1"]], 0);
      const refused = await move([["C", "S1"]], 1);
      expect(refused).toMatchObject({ kind: "refused", breaks: [{ code: "minutes" }] });
      expect(await standing()).toEqual({ A: "S1" });
    });

    it("keeps nothing of a change whose transaction fails, and forgets it too", async () => {
      const failing = given.store.commit(ANN, "test", async () => {
        expect(await move([["A", "S1"]], 0)).toMatchObject({ kind: "changed" });
        throw new Error("power cut");
      });
      await expect(failing).rejects.toThrow("power cut");
      expect(await standing()).toEqual({});
      expect(await move([["A", "S1"]], 0)).toMatchObject({ kind: "changed", revision: 1 });
    });

    it("knows no entry, session or site that is not the person's", async () => {
      const moves = [{ entry: entry.A!, session: session.S1! }];
      const wanted = { ...asked, baseRevision: 0, moves, lifted: [], reason: "" };
      const other = { ...HUB, sites: ["RQM01"] };
      expect(await places().changePlaces(other, NONE, given.store, ANN, wanted)).toEqual({
        kind: "notFound",
      });
      const unknown = { ...wanted, moves: [{ entry: "nobody", session: session.S1! }] };
      expect(await places().changePlaces(HUB, NONE, given.store, ANN, unknown)).toEqual({ kind: "notFound" });
    });
  });

  describe("that set a rule aside", () => {
    const permitted = { override: HUB, reopen: NOWHERE };
    it("need the tick, the permission and a reason, and stay marked", async () => {
      const lifted = ["anaesthetic" as const];
      expect(await move([["LA", "S1"]], 0, {}, ANN, permitted)).toMatchObject({ kind: "refused" });
      expect(await move([["LA", "S1"]], 0, { lifted, reason: "x" })).toMatchObject({
        kind: "lacksPermission",
      });
      expect(await move([["LA", "S1"]], 0, { lifted }, ANN, permitted)).toMatchObject({
        kind: "lacksReason",
      });
      expect(await standing()).toEqual({});
      const reason = "Dr Lane gives the block";
      expect(await move([["LA", "S1"]], 0, { lifted, reason }, ANN, permitted)).toMatchObject({
        kind: "changed",
      });
      const [placed] = await db()[0].currentPlacements(HUB, given.store.db, "RQM", WEEK);
      expect(placed).toMatchObject({ override: ["anaesthetic"], reason });
    });

    it("set notice aside with a reason alone", async () => {
      await importSessions(given.store, [
        aSession({ sessionId: "S1", start: "08:30", end: "12:30" }),
        aSession({ sessionId: "S2", start: "13:00", end: "17:00" }),
        aSession({ sessionId: "S3", date: "2026-12-16", start: "08:30", end: "12:30", surgeons: ["C9"] }),
      ]);
      const late = { ...asked, today: "2026-12-10", lifted: ["notice" as const] };
      expect(await move([["A", "S1"]], 0, { ...late, lifted: [] })).toMatchObject({ kind: "refused" });
      expect(await move([["A", "S1"]], 0, late)).toMatchObject({ kind: "lacksReason" });
      expect(await move([["A", "S1"]], 0, { ...late, reason: "Can come" })).toMatchObject({
        kind: "changed",
      });
    });

    it("open a locked list only by permission, and ask why once it is signed off", async () => {
      await move([["A", "S1"]], 0);
      await happened("S1", "signedOff");
      expect(await move([["B", "S1"]], 1)).toMatchObject({ kind: "lacksReason" });
      expect(await move([["A", "S2"]], 1, { reason: "Surgeon asked" })).toMatchObject({ kind: "changed" });
      await happened("S1", "locked");
      const opened = { lifted: ["locked" as const], reason: "Cancer patient" };
      expect(await move([["B", "S1"]], 2, opened)).toMatchObject({ kind: "lacksPermission" });
      const reopen = { override: NOWHERE, reopen: HUB };
      expect(await move([["B", "S1"]], 2, opened, ANN, reopen)).toMatchObject({ kind: "changed" });
      expect(await list("S1", { kind: "order", entries: [], base: 0 })).toEqual({ kind: "lacksPermission" });
    });
  });

  const happened = (where: string, kind: SessionEventKind) =>
    given.store.commit(ANN, "session.event", (tx) =>
      db()[3].recordSessionEvent(
        tx,
        { session: session[where]!, kind },
        { organisation: "RQM", site: "RQM02" },
      ),
    );
  const list = (where: string, change: ListChange, reason = "") =>
    lists().changeList(HUB, NONE, given.store, ANN, { ...asked, session: session[where]!, change, reason });

  describe("of one list", () => {
    beforeEach(async () => {
      await move(
        [
          ["A", "S1"],
          ["B", "S1"],
        ],
        0,
      );
    });
    const order = async () => {
      const week = await weeks().heldHandWeek(given.store, asked);
      const ids = ordered().orderedIds(week, week.sessions.get(session.S1!)!.session);
      return ids.map((id) => Object.entries(entry).find(([, one]) => one === id)![0]);
    };

    it("put a case earlier, and back to the order of the rules", async () => {
      expect(await order()).toEqual(["A", "B"]);
      expect(await list("S1", { kind: "earlier", entry: entry.B!, base: 0 })).toEqual({ kind: "changed" });
      expect(await order()).toEqual(["B", "A"]);
      expect(await list("S1", { kind: "earlier", entry: entry.B!, base: 1 })).toEqual({ kind: "unchanged" });
      expect(await list("S1", { kind: "later", entry: entry.B!, base: 0 })).toMatchObject({
        kind: "changedSince",
      });
      expect(await list("S1", { kind: "order", entries: [], base: 1 })).toEqual({ kind: "changed" });
      expect(await order()).toEqual(["A", "B"]);
    });

    it("hold minutes that are free, with a reason, and give them back", async () => {
      // 240 minutes less two cases of 70 and a turnaround of 15.
      expect(await list("S1", { kind: "holdSlot", minutes: 30 })).toEqual({ kind: "lacksReason" });
      expect(await list("S1", { kind: "holdSlot", minutes: 86 }, "Trauma")).toMatchObject({
        ...{ kind: "refused", sentence: "Only 85 minutes of this list are free." },
      });
      expect(await list("S1", { kind: "holdSlot", minutes: 30 }, "Trauma")).toEqual({ kind: "changed" });
      const week = await weeks().heldHandWeek(given.store, asked);
      expect(week.hand.limitsOf(week.sessions.get(session.S1!)!.session).length).toBe(210);
      expect(await list("S1", { kind: "releaseSlot", slot: week.slots[0]!.id })).toEqual({ kind: "changed" });
      expect((await weeks().heldHandWeek(given.store, asked)).slots).toEqual([]);
    });

    it("keep a case, and let it go", async () => {
      expect(await list("S1", { kind: "keep", entry: entry.A! })).toEqual({ kind: "changed" });
      expect(await list("S1", { kind: "keep", entry: entry.A! })).toEqual({ kind: "unchanged" });
      const week = await weeks().heldHandWeek(given.store, asked);
      expect(week.holds.get(entry.A!)).toMatchObject({ held: true, by: "user:ann" });
      expect(await list("S1", { kind: "letGo", entry: entry.A! })).toEqual({ kind: "changed" });
    });
  });

  describe("that are taken back", () => {
    const undo = async (by: Actor, baseRevision: number) => {
      const offered = await undos().undoOffered(HUB, given.store.db, by, asked);
      if (offered === null) return null;
      const wanted = { ...asked, revision: offered.revision, baseRevision, reason: "" };
      return undos().undoChange(HUB, NONE, given.store, by, wanted);
    };

    it("put cases back where they stood, and go further back when asked again", async () => {
      await move([["A", "S1"]], 0);
      await move([["A", "S3"]], 1);
      expect(await undo(ANN, 2)).toMatchObject({ kind: "changed", revision: 3 });
      expect(await standing()).toEqual({ A: "S1" });
      expect(await undo(ANN, 3)).toMatchObject({ kind: "changed", revision: 4 });
      expect(await standing()).toEqual({});
      expect(await undo(ANN, 4)).toBeNull();
      const history = await db()[0].placementHistory(HUB, given.store.db, entry.A!);
      expect(history.map(({ reason }) => reason).slice(2)).toEqual([
        "Undo of revision 2",
        "Undo of revision 1",
      ]);
    });

    it("touch nothing that somebody else has changed since, nor what is not the person's", async () => {
      await move([["A", "S1"]], 0);
      await move([["A", "S3"]], 1, {}, BEN);
      expect(await undo(ANN, 2)).toBeNull();
      expect(await undo(BEN, 1)).toMatchObject({ kind: "changedSince" });
      expect(await undo(BEN, 2)).toMatchObject({ kind: "changed" });
      expect(await standing()).toEqual({ A: "S1" });
    });
  });
});
