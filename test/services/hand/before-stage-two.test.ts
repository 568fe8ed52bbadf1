import { describe, expect, it } from "vitest";
import { DISCUSSED } from "~/domain/perioperative/shared-decision/shared-decision";
import { onEachEngine } from "../../db/engines";
import { HUB, TODAY } from "../../db/given-hub";
import { ANN, aWeekByHand } from "./a-week-by-hand";

onEachEngine("the week by hand", (given, load) => {
  const { asked, entry, move, weeks } = aWeekByHand(given, load);
  const stages = load(() => import("~/services/shared-decision/record-stage.server"));
  const shared = load(() => import("~/services/shared-decision/stage-two.server"));
  const waiting = load(() => import("~db/waiting-list"));

  const record = (stage: "one" | "two", base: number) =>
    stages().recordStage(HUB, given.store, ANN, entry.A!, {
      ...{ stage, base, heldBy: "Mr Ali", heldOn: TODAY, discussed: [...DISCUSSED], note: "" },
      choice: stage === "one" ? "moreTime" : "operation",
    });
  const before = async () => (await weeks().heldHandWeek(given.store, asked)).beforeStageTwo;

  describe("knows who was placed before stage two", () => {
    it("until both stages are recorded, and reads again what was recorded meanwhile", async () => {
      expect((await before()).size).toBe(0);
      await move([["A", "S1"]], 0);
      expect([...(await before())]).toEqual([entry.A]);
      await record("one", 0);
      expect([...(await before())]).toEqual([entry.A]);
      await record("two", 1);
      expect((await before()).size).toBe(0);
    });

    it("of whoever could be placed, too", async () => {
      await record("one", 0);
      await record("two", 1);
      const held = await waiting().entriesForPlanning(HUB, given.store.db, "RQM");
      const found = await shared().beforeStageTwo(given.store.db, held);
      expect(found.has(entry.A!)).toBe(false);
      expect(found.has(entry.B!)).toBe(true);
    });
  });
});
