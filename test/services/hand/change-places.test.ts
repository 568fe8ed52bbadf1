import { describe, expect, it } from "vitest";
import { onEachEngine } from "../../db/engines";
import { aSession, HUB, importSessions } from "../../db/given-hub";
import { ANN, aWeekByHand, BEN, NONE, NOWHERE, WEEK, type Wish } from "./a-week-by-hand";

onEachEngine("changes by hand", (given, load) => {
  const { asked, entry, session, move, standing, happened, list, places, db } = aWeekByHand(given, load);

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
        "verdict" in made ? [...made.verdict.breaks, ...made.verdict.warnings].map(({ code }) => code) : [];
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
});
