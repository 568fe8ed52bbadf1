import { describe, expect, it } from "vitest";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { ACTOR, onEachEngine } from "./engines";
import { anEntry, givenHub, HUB, importEntries, TODAY } from "./given-hub";

const UPLOAD = { organisation: "RQM", sites: HUB.sites, fileName: "list.csv", sha256: "a".repeat(64) };

onEachEngine("an import of a waiting list", (given, load) => {
  const imports = load(() => import("~db/imports"));
  const staging = load(() => import("~db/imports/stage-waiting-list"));
  const list = load(() => import("~db/waiting-list"));

  const stage = (entries: WaitingListEntry[], more: { sites?: string[]; refused?: string[] } = {}) =>
    staging().stageWaitingList(
      given.store,
      ACTOR,
      { ...UPLOAD, sites: more.sites ?? HUB.sites },
      {
        rows: entries.map((entry) => ({ entry, unknown: { Ward: "7" } })),
        faults: [],
        refused: more.refused ?? [],
      },
      TODAY,
    );
  const confirm = (id: string) => imports().confirmImport(HUB, given.store, ACTOR, id, TODAY);
  const listed = async () =>
    (await list().entriesForPlanning(HUB, given.store.db, "RQM")).map(({ entry }) => entry);

  describe("of new entries", () => {
    it("gives back every column as it was read", async () => {
      await givenHub(given.store);
      const entries = [
        anEntry(),
        anEntry({ pathwayId: "PP2", patientId: "L2", nhsNumber: null, hubSuitable: ["RQM02"] }),
      ];
      const { id, counts } = await stage(entries);
      expect(counts).toMatchObject({ new: 2, changed: 0, same: 0, gone: 0, drift: 0, faults: 0, held: 0 });
      expect(await listed()).toEqual([]);
      expect(await confirm(id)).toMatchObject({ kind: "confirmed", counts: { new: 2 } });
      expect(await listed()).toEqual(entries.map((entry) => ({ ...entry, row: 0 })));
      const [held] = await list().entriesForPlanning(HUB, given.store.db, "RQM");
      expect(held!.unknownColumns).toEqual({ Ward: "7" });
    });

    it("changes nothing when confirmed again or uploaded again", async () => {
      await givenHub(given.store);
      const { id } = await stage([anEntry()]);
      await confirm(id);
      const before = await listed();
      expect(await confirm(id)).toMatchObject({ kind: "alreadyConfirmed" });
      const again = await stage([anEntry({ row: 9 })]);
      expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 1, gone: 0, held: 1 });
      await confirm(again.id);
      expect(await listed()).toEqual(before);
    });
  });

  describe("of changes", () => {
    it("shows and applies what differs, and what is gone", async () => {
      await givenHub(given.store);
      await importEntries(given.store, [anEntry(), anEntry({ pathwayId: "PP2", patientId: "L2" })]);
      const { id, counts } = await stage([anEntry({ priority: "P2", equipment: [] })]);
      expect(counts).toMatchObject({ changed: 1, gone: 1, held: 2 });
      const { rows } = await imports().listImportRows(HUB, given.store.db, id, {
        kinds: ["changed", "gone"],
        page: 1,
        size: 10,
      });
      expect(rows[0]!.differences).toContainEqual({
        column: "priority",
        held: "P4",
        file: "P2",
        kept: false,
      });
      expect(rows[0]!.differences).toContainEqual({
        column: "equipment",
        held: "CARM",
        file: "",
        kept: false,
      });
      await confirm(id);
      expect((await listed()).map(({ pathwayId, priority }) => [pathwayId, priority])).toEqual([
        ["PP1", "P2"],
      ]);
      const gone = await list().findEntry(HUB, given.store.db, rows[1]!.held!);
      expect(gone).toMatchObject({ state: "gone", goneOn: TODAY, entry: { pathwayId: "PP2" } });
    });
  });
});
