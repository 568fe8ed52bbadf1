import { beforeEach, describe, expect, it } from "vitest";
import { onEachEngine } from "../../db/engines";
import { aWeekByHand } from "./a-week-by-hand";

onEachEngine("changes of one list by hand", (given, load) => {
  const { asked, entry, session, move, list, weeks, ordered } = aWeekByHand(given, load);

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
});
