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
        refused: (more.refused ?? []).map((key) => ({ issuer: "RQM", key })),
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

  describe("that speaks for some sites", () => {
    it("leaves the others alone, and refuses rows of theirs", async () => {
      await givenHub(given.store);
      const elsewhere = anEntry({ pathwayId: "PP2", patientId: "L2", listingSite: "RQM02" });
      await importEntries(given.store, [anEntry(), elsewhere]);
      const { id, counts } = await stage([{ ...elsewhere, listingSite: "RQM01" }, elsewhere], {
        sites: ["RQM01"],
      });
      expect(counts).toMatchObject({ gone: 1, faults: 2, held: 1, new: 0, changed: 0 });
      const faults = await imports().listImportFaults(HUB, given.store.db, id);
      expect(faults.map(({ value, rejected }) => [value, rejected])).toEqual([
        ["RQM01", true],
        ["PP2", true],
      ]);
      await confirm(id);
      expect((await listed()).map(({ pathwayId }) => pathwayId)).toEqual(["PP2"]);
    });
  });

  it("keeps an entry whose row could not be read: it is in the file", async () => {
    await givenHub(given.store);
    await importEntries(given.store, [anEntry()]);
    expect((await stage([], { refused: ["PP1"] })).counts).toMatchObject({ gone: 0, held: 1 });
    expect((await stage([])).counts).toMatchObject({ gone: 1, held: 1 });
  });

  it("brings back an entry that was gone", async () => {
    await givenHub(given.store);
    await importEntries(given.store, [anEntry()]);
    await importEntries(given.store, []);
    const { id, counts } = await stage([anEntry()]);
    expect(counts).toMatchObject({ new: 0, changed: 1 });
    await confirm(id);
    expect(await listed()).toHaveLength(1);
  });

  it("warns when rows of one patient disagree about the person; the first row counts", async () => {
    await givenHub(given.store);
    const { id, counts } = await stage([
      anEntry(),
      anEntry({ pathwayId: "PP2", row: 3, birthDate: "2015-01-01" }),
    ]);
    expect(counts).toMatchObject({ new: 2, warnings: 1, faults: 0 });
    await confirm(id);
    expect((await listed()).map(({ birthDate }) => birthDate)).toEqual(["1985-09-24", "1985-09-24"]);
  });

  it("gives two issuers' equal hospital numbers two patients, though the NHS number is one", async () => {
    await givenHub(given.store);
    await importEntries(given.store, [anEntry(), anEntry({ pathwayId: "PP2", issuer: "RYJ" })]);
    const held = await list().entriesForPlanning(HUB, given.store.db, "RQM");
    expect(new Set(held.map(({ patient }) => patient)).size).toBe(2);
  });

  describe("of what was decided in Hublist", () => {
    it("shows the file's other word as drift, each time, and keeps the decision", async () => {
      await givenHub(given.store);
      await importEntries(given.store, [anEntry()]);
      const { decideReadiness, findReadiness } = await import("~db/readiness");
      const [held] = await list().entriesForPlanning(HUB, given.store.db, "RQM");
      const unfit = { screening: "unfit" as const, fitFrom: null, fitUntil: null, hubSuitable: [] };
      const decided = { entry: held!.id, base: 0, readiness: unfit, reason: "Phoned" };
      expect(await decideReadiness(HUB, given.store, ACTOR, decided)).toEqual({ kind: "decided", number: 1 });
      expect(await decideReadiness(HUB, given.store, ACTOR, decided)).toMatchObject({
        kind: "changedSince",
        number: 1,
      });
      for (const file of [anEntry(), anEntry(), anEntry({ screening: "optimising" })]) {
        expect(await importEntries(given.store, [file])).toMatchObject({ drift: 1, changed: 0, same: 0 });
        expect((await listed())[0]).toMatchObject(unfit);
      }
      const record = await findReadiness(HUB, given.store.db, held!.id);
      expect(record).toMatchObject({ drift: true, counts: unfit, file: { screening: "optimising" } });
      expect(await importEntries(given.store, [anEntry({ ...unfit })])).toMatchObject({ drift: 0 });
      expect(await importEntries(given.store, [anEntry({ ...unfit })])).toMatchObject({ drift: 0, same: 1 });
    });
  });

  it("lists the entries whose file differs from what was decided, and counts as many", async () => {
    await givenHub(given.store);
    const entries = [anEntry(), anEntry({ pathwayId: "PP2", patientId: "L2" })];
    await importEntries(given.store, entries);
    const { decideReadiness } = await import("~db/readiness");
    const { countReadiness } = await import("~db/waiting-list-counts");
    const held = await list().entriesForPlanning(HUB, given.store.db, "RQM");
    const search = async (drift?: true) => {
      const page = { sort: "waited" as const, descending: false, page: 1, size: 10 };
      const found = await list().searchWaitingList(HUB, given.store.db, { drift }, page, TODAY);
      return found.entries.map(({ entry }) => entry.pathwayId).sort();
    };
    expect(await search(true)).toEqual([]);
    const unfit = { screening: "unfit" as const, fitFrom: null, fitUntil: null, hubSuitable: [] };
    const second = held.find(({ entry }) => entry.pathwayId === "PP2")!.id;
    const decided = { entry: second, base: 0, readiness: unfit, reason: "Phoned" };
    await decideReadiness(HUB, given.store, ACTOR, decided);
    expect(await search(true)).toEqual(["PP2"]);
    expect(await search()).toEqual(["PP1", "PP2"]);
    expect(await countReadiness(HUB, given.store.db, TODAY)).toMatchObject({ drift: 1, listed: 2 });
  });

  it("counts in one pass what a search finds, and the waits whatever bands are asked for", async () => {
    await givenHub(given.store);
    const { addDays } = await import("~/domain/calendar");
    const waits = [17, 18, 51, 52, 60, 104];
    const entries = waits.map((weeks) =>
      anEntry({ pathwayId: `W${weeks}`, patientId: `L${weeks}`, clockStart: addDays(TODAY, -7 * weeks) }),
    );
    await importEntries(given.store, entries);
    const { countFound } = await import("~db/waiting-list-counts");
    const page = { sort: "waited" as const, descending: false, page: 1, size: 10 };
    for (const filter of [{}, { bands: [52 as const] }, { bands: ["under18" as const] }]) {
      const found = await countFound(HUB, given.store.db, filter, TODAY);
      const searched = await list().searchWaitingList(HUB, given.store.db, filter, page, TODAY);
      expect(found.total).toBe(searched.entries.length);
      expect(found.waits).toMatchObject({ 18: 5, 52: 3, 104: 1 });
    }
  });

  it("counts the choices of the list anew after each import", async () => {
    await givenHub(given.store);
    const { waitingListChoices } = await import("~db/waiting-list-choices");
    expect(await waitingListChoices(HUB, given.store.db)).toEqual([]);
    await importEntries(given.store, [anEntry()]);
    const first = await waitingListChoices(HUB, given.store.db);
    expect(first).toEqual([{ treatmentFunction: "100", entries: 1 }]);
    expect(await waitingListChoices(HUB, given.store.db)).toBe(first);
    await importEntries(given.store, [anEntry({ treatmentFunction: "110" })]);
    expect(await waitingListChoices(HUB, given.store.db)).toEqual([{ treatmentFunction: "110", entries: 1 }]);
    expect(await waitingListChoices({ ...HUB, sites: ["RQM02"] }, given.store.db)).toEqual([]);
  });

  describe("by two people at once", () => {
    it("is confirmed once: the other is told who was first, and changes nothing", async () => {
      await givenHub(given.store);
      const first = await stage([anEntry()]);
      const second = await stage([anEntry({ priority: "P2" })]);
      const outcomes = await Promise.all([confirm(first.id), confirm(second.id)]);
      expect(outcomes[0]).toMatchObject({ kind: "confirmed" });
      expect(outcomes[1]).toMatchObject({ kind: "changedSince", by: "command:test" });
      expect((await listed())[0]).toMatchObject({ priority: "P4" });
      expect(await imports().findImport(HUB, given.store.db, second.id)).toMatchObject({
        state: "superseded",
      });
      const { importPayload } = await import("~db/schema");
      expect(await given.store.db.$count(importPayload)).toBe(0);
    });
  });

  it("is left, and then cannot be confirmed", async () => {
    await givenHub(given.store);
    const { id } = await stage([anEntry()]);
    expect(await imports().leaveImport(HUB, given.store, ACTOR, id)).toEqual({ kind: "left" });
    expect(await imports().leaveImport(HUB, given.store, ACTOR, id)).toEqual({
      kind: "closed",
      state: "left",
    });
    expect(await confirm(id)).toEqual({ kind: "left" });
    expect(await listed()).toEqual([]);
  });

  it("leaves nothing when it fails half way", async () => {
    await givenHub(given.store);
    // The second site is in the upload and not in the store: its rows break a foreign key while they are written.
    const odd = anEntry({ pathwayId: "PP2", patientId: "L2", listingSite: "NOWHERE" });
    const { id } = await stage([anEntry(), odd], { sites: ["RQM01", "NOWHERE"] });
    const wide = { organisations: ["RQM"], sites: ["RQM01", "NOWHERE"] };
    await expect(imports().confirmImport(wide, given.store, ACTOR, id, TODAY)).rejects.toThrow();
    expect(await listed()).toEqual([]);
    expect(await imports().findImport(wide, given.store.db, id)).toMatchObject({ state: "uploaded" });
  });
});
