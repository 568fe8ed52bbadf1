import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~db/actor";
import { onEachEngine } from "../../db/engines";
import { HUB } from "../../db/given-hub";
import { ANN, aWeekByHand, BEN, NONE } from "./a-week-by-hand";

onEachEngine("changes by hand", (given, load) => {
  const { asked, entry, session, move, standing, list, undos, weeks, ordered, db } = aWeekByHand(given, load);
  const lists = load(() => import("~/services/hand/undo-list.server"));

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

  describe("of one list", () => {
    const offered = async (by: Actor) => {
      const week = await weeks().heldHandWeek(given.store, asked);
      return lists().listUndoOffered(HUB, given.store.db, by, week);
    };
    const undo = async (by = ANN) => {
      const found = await offered(by);
      if (found === null) return null;
      const wanted = { ...asked, reason: "" };
      return lists().undoListAct(HUB, NONE, given.store, by, wanted, found);
    };
    const order = async () => {
      const week = await weeks().heldHandWeek(given.store, asked);
      return ordered()
        .orderedIds(week, week.sessions.get(session.S1!)!.session)
        .map((id) => (id === entry.A ? "A" : "B"));
    };
    beforeEach(() =>
      move(
        [
          ["A", "S1"],
          ["B", "S1"],
        ],
        0,
      ),
    );

    it("put the order back, step by step, to the order of the rules", async () => {
      await list("S1", { kind: "earlier", entry: entry.B!, base: 0 });
      await list("S1", { kind: "later", entry: entry.B!, base: 1 });
      expect(await order()).toEqual(["A", "B"]);
      expect(await undo()).toEqual({ kind: "changed" });
      expect(await order()).toEqual(["B", "A"]);
      expect(await undo()).toEqual({ kind: "changed" });
      expect(await order()).toEqual(["A", "B"]);
      expect(await undo()).toBeNull();
    });

    it("give held minutes free and let a kept case go, the last first, and nobody else's", async () => {
      await list("S1", { kind: "keep", entry: entry.A! });
      await list("S1", { kind: "holdSlot", minutes: 30 }, "Trauma");
      expect(await offered(BEN)).toBeNull();
      expect((await offered(ANN))?.act.what.kind).toBe("slot");
      expect(await undo()).toEqual({ kind: "changed" });
      expect((await weeks().heldHandWeek(given.store, asked)).slots).toEqual([]);
      expect(await undo()).toEqual({ kind: "changed" });
      expect((await weeks().heldHandWeek(given.store, asked)).holds.get(entry.A!)?.held).toBe(false);
      expect(await undo()).toBeNull();
    });

    it("hold released minutes again while they are free, and then go further back", async () => {
      const held = async () =>
        (await weeks().heldHandWeek(given.store, asked)).slots.map(({ minutes, reason }) => [
          minutes,
          reason,
        ]);
      const slot = async () => (await weeks().heldHandWeek(given.store, asked)).slots[0]!.id;
      await list("S1", { kind: "keep", entry: entry.A! });
      await list("S1", { kind: "holdSlot", minutes: 30 }, "Trauma");
      await list("S1", { kind: "releaseSlot", slot: await slot() });
      expect(await held()).toEqual([]);
      expect(await offered(BEN)).toBeNull();
      expect(await undo()).toEqual({ kind: "changed" });
      expect(await held()).toEqual([[30, "Trauma"]]);
      // The hold itself comes next, and after it what was done before it.
      expect(await undo()).toEqual({ kind: "changed" });
      expect(await held()).toEqual([]);
      expect((await offered(ANN))?.act.what.kind).toBe("keep");
    });

    it("hold nothing again that somebody else released, or whose minutes were filled since", async () => {
      await list("S1", { kind: "holdSlot", minutes: 60 }, "Trauma");
      const { id } = (await weeks().heldHandWeek(given.store, asked)).slots[0]!;
      await list("S1", { kind: "releaseSlot", slot: id }, "", BEN);
      expect(await offered(ANN)).toBeNull();
      expect((await offered(BEN))?.act.what).toMatchObject({ kind: "slot", minutes: 60, held: false });
      await move(
        [
          ["A", null],
          ["B", null],
          ["C", "S1"],
        ],
        1,
      );
      expect(await undo(BEN)).toMatchObject({ kind: "refused" });
    });

    it("are offered before an earlier change of places, and after a later one", async () => {
      const last = async () => {
        const week = await weeks().heldHandWeek(given.store, asked);
        return (await undos().lastUndoOffered(HUB, given.store.db, ANN, week))?.kind;
      };
      expect(await last()).toBe("places");
      await list("S1", { kind: "keep", entry: entry.A! });
      expect(await last()).toBe("list");
      await move([["B", "S2"]], 1);
      expect(await last()).toBe("places");
    });
  });
});
