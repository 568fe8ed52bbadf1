import { describe, expect, it } from "vitest";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import { ACTOR, onEachEngine } from "./engines";
import { aResource, aSession, givenHub, HUB, TODAY } from "./given-hub";

const UPLOAD = { organisation: "RQM", sites: HUB.sites, fileName: "list.csv", sha256: "a".repeat(64) };
type Read = { sites?: string[]; refused?: string[]; leftOut?: string[] };

onEachEngine("an import of theatre sessions", (given, load) => {
  const imports = load(() => import("~db/imports"));
  const staging = load(() => import("~db/imports/sessions"));
  const held = load(() => import("~db/theatre-sessions"));

  const stage = (items: TheatreSession[], { sites = HUB.sites, refused = [], leftOut = [] }: Read = {}) =>
    staging().stageSessions(
      given.store,
      ACTOR,
      { ...UPLOAD, sites },
      {
        items,
        faults: [],
        refused: refused.map((key) => ({ key })),
        leftOut: { columns: leftOut, properties: leftOut },
      },
    );
  const confirm = (id: string) => imports().confirmImport(HUB, given.store, ACTOR, id, TODAY);
  const importAll = async (items: TheatreSession[], read?: Read) => {
    const { id, counts } = await stage(items, read);
    expect(await confirm(id)).toMatchObject({ kind: "confirmed" });
    return counts;
  };
  const span = { from: "2000-01-01", until: "2100-01-01" };
  const present = async () => {
    const sessions = await held().listSessions(HUB, given.store.db, span);
    return sessions.map(({ session }) => session.sessionId).sort();
  };
  const on = (sessionId: string, date: string, facts: Partial<TheatreSession> = {}) =>
    aSession({ sessionId, date, theatre: `T${sessionId}`, ...facts });

  it("shows what is new, changed and gone, and applies it when it is confirmed", async () => {
    await givenHub(given.store);
    expect(
      await importAll([on("A", "2026-12-15"), on("B", "2026-12-16"), on("C", "2026-12-17")]),
    ).toMatchObject({
      new: 3,
    });
    const { id, counts } = await stage([
      on("A", "2026-12-15", { status: "closed" }),
      on("C", "2026-12-17"),
      on("D", "2026-12-16"),
    ]);
    expect(counts).toMatchObject({ new: 1, changed: 1, gone: 1, same: 1, held: 3 });
    expect(await present()).toEqual(["A", "B", "C"]);
    await confirm(id);
    expect(await present()).toEqual(["A", "C", "D"]);
    expect((await stage([on("B", "2026-12-16")])).counts).toMatchObject({ changed: 1, new: 0 });
  });

  it("takes for gone only what lies within the file's first and last date", async () => {
    await givenHub(given.store);
    const days = ["14", "15", "16", "17", "18"].map((day) => on(day, `2026-12-${day}`));
    await importAll(days);
    expect(await importAll([days[1]!, days[3]!])).toMatchObject({ gone: 1, held: 3, same: 2 });
    expect(await present()).toEqual(["14", "15", "17", "18"]);
    expect((await stage([])).counts).toMatchObject({ gone: 0, held: 0 });
  });

  it("takes for gone only what lies at the sites that it speaks for, and refuses rows of others", async () => {
    await givenHub(given.store);
    const main = { site: "RQM01", siteType: "main" } as const;
    await importAll([on("A", "2026-12-15"), on("B", "2026-12-15", main), on("C", "2026-12-15", main)]);
    const moved = on("A", "2026-12-15", main);
    const counts = await importAll([on("C", "2026-12-15", main), on("D", "2026-12-15"), moved], {
      sites: ["RQM01"],
    });
    expect(counts).toMatchObject({ gone: 1, held: 2, same: 1, faults: 2, new: 0, changed: 0 });
    expect(await present()).toEqual(["A", "C"]);
  });

  it("keeps a session whose row was refused, and takes a sound row beside a refused repeat", async () => {
    await givenHub(given.store);
    const days = [on("A", "2026-12-15"), on("B", "2026-12-15"), on("C", "2026-12-15")];
    await importAll(days);
    const { counts } = await stage([days[0]!, days[1]!], { refused: ["C", "B"] });
    expect(counts).toMatchObject({ same: 2, gone: 0, faults: 0 });
    expect((await stage([days[0]!, days[1]!])).counts).toMatchObject({ gone: 1 });
  });

  it("keeps what it lacks the column for, and refuses a session too short for it", async () => {
    await givenHub(given.store);
    const facts = { maxCases: 4, heldMinutes: 120, paediatric: true };
    await importAll([on("A", "2026-12-15", facts), on("B", "2026-12-15", facts)]);
    const plain = { maxCases: null, heldMinutes: 0, paediatric: false, start: "08:30" };
    const leftOut = ["maxCases", "heldMinutes", "paediatric"];
    const file = (end: string) => [on("A", "2026-12-15", { ...plain, end }), on("B", "2026-12-15", plain)];
    expect((await stage(file("17:00"), { leftOut })).counts).toMatchObject({ same: 2, changed: 0 });
    expect((await stage(file("10:31"), { leftOut })).counts).toMatchObject({
      same: 1,
      changed: 1,
      faults: 0,
    });
    expect((await stage(file("10:30"), { leftOut })).counts).toMatchObject({ same: 1, faults: 1, gone: 0 });
    expect((await stage(file("17:00"))).counts).toMatchObject({ changed: 2 });
  });

  it("warns once for a site that the file takes for another type, and keeps its own", async () => {
    await givenHub(given.store);
    const asMain = { siteType: "main" } as const;
    const { id, counts } = await stage([
      on("A", "2026-12-15", asMain),
      on("B", "2026-12-15", { ...asMain, row: 3 }),
    ]);
    expect(counts).toMatchObject({ new: 2, warnings: 1, faults: 0 });
    const [warning] = await imports().listImportFaults(HUB, given.store.db, id);
    expect(warning).toMatchObject({ row: 2, column: "site_type", value: "main", rejected: false });
    expect(warning!.message).toContain("RQM02 as a hub site");
    expect((await stage([on("A", "2026-12-15")])).counts).toMatchObject({ warnings: 0 });
  });

  it("cannot be confirmed after somebody else's import", async () => {
    await givenHub(given.store);
    const [mine, theirs] = [await stage([on("A", "2026-12-15")]), await stage([on("B", "2026-12-15")])];
    expect(await confirm(theirs.id)).toMatchObject({ kind: "confirmed" });
    expect(await confirm(mine.id)).toMatchObject({ kind: "changedSince", by: "command:test" });
    expect(await present()).toEqual(["B"]);
  });
});

onEachEngine("an import of shared resources", (given, load) => {
  const imports = load(() => import("~db/imports"));
  const staging = load(() => import("~db/imports/resources"));

  const stage = (items: SharedResource[], sites = HUB.sites) =>
    staging().stageResources(given.store, ACTOR, { ...UPLOAD, sites }, { items, faults: [], refused: [] });
  const importAll = async (items: SharedResource[]) => {
    const { id, counts } = await stage(items);
    await imports().confirmImport(HUB, given.store, ACTOR, id, TODAY);
    return counts;
  };
  const on = (day: number, quantity = 8, facts: Partial<SharedResource> = {}) =>
    aResource({ date: `2026-12-${day}`, quantity, ...facts });

  describe("that was confirmed", () => {
    it("changes nothing the second time, and then only what differs", async () => {
      await givenHub(given.store);
      expect(await importAll([on(14), on(15)])).toMatchObject({ new: 2 });
      expect(await importAll([on(14), on(15)])).toMatchObject({ same: 2, new: 0, changed: 0, gone: 0 });
      expect(await importAll([on(14), on(15, 7)])).toMatchObject({ same: 1, changed: 1 });
    });

    it("loses what lies within the file's dates and sites alone", async () => {
      await givenHub(given.store);
      const main = on(15, 3, { site: "RQM01" });
      await importAll([on(14), on(15), on(16), on(17), main]);
      const { counts } = await stage([on(14), on(16)], ["RQM02"]);
      expect(counts).toMatchObject({ gone: 1, held: 3, same: 2 });
      expect((await stage([on(14), main], ["RQM02"])).counts).toMatchObject({ faults: 1 });
    });

    it("brings back what was gone", async () => {
      await givenHub(given.store);
      await importAll([on(14), on(15), on(16)]);
      await importAll([on(14), on(16)]);
      expect(await importAll([on(15, 5)])).toMatchObject({ changed: 1, new: 0, gone: 0 });
      expect(await importAll([on(15, 5)])).toMatchObject({ same: 1 });
    });
  });
});
