import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { User } from "~/auth/visitor.server";
import { confirmUpload, leaveUpload } from "~/services/import-confirm.server";
import { endLostReadings } from "~/services/import-read.server";
import { importFaultsCsv, importPage } from "~/views/import-page.server";
import { findImport, listImportFaults, listImportRows } from "~db/imports";
import { beginReading } from "~db/imports/reading";
import { listPatientAccess } from "~db/patient-access";
import { decideReadiness } from "~db/readiness";
import { entriesForPlanning } from "~db/waiting-list";
import { HUB } from "../db/given-hub";
import {
  importer,
  importHub,
  listOf,
  send,
  sessionsOf,
  uploaded,
  type ImportHub,
  type Sent,
} from "./import-hub";

let hub: ImportHub;
let user: User;
beforeEach(async () => {
  hub = await importHub();
  user = await importer(hub.store);
});
afterEach(() => hub.close());

const upload = (sent: Sent) => uploaded(user, hub.store, sent);
const confirm = (id: string, acceptsGone = false, by = user) => confirmUpload(by, HUB, id, acceptsGone);
const listed = async () => entriesForPlanning(HUB, hub.store.db, "RQM");

/** The user, who may see who patients are at some sites only. */
const seeingPatientsAt = (sites: string[]): User => ({
  ...user,
  scope: (permission) => (permission === "patient.view" ? { ...HUB, sites } : HUB),
});

async function imported(sent: Sent) {
  const { id } = await upload(sent);
  expect(await confirm(id, true)).toMatchObject({ kind: "confirmed" });
}

describe("importing a waiting list", () => {
  it("changes nothing before it is confirmed, and nothing when the same file comes again", async () => {
    const first = await upload({ file: listOf(3) });
    expect(first).toMatchObject({ state: "uploaded", counts: { new: 3, faults: 0 }, uploadedBy: "user:U1" });
    expect(await listed()).toEqual([]);
    expect(await confirm(first.id)).toMatchObject({ kind: "confirmed" });
    const before = await listed();
    expect(before).toHaveLength(3);
    const again = await upload({ file: listOf(3) });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 3, gone: 0, drift: 0 });
    await confirm(again.id);
    expect(await listed()).toEqual(before);
  });

  it("shows what is changed before and after", async () => {
    await imported({ file: listOf(2) });
    const { id, counts } = await upload({ file: listOf(2, (at) => (at === 1 ? { priority: "P3" } : {})) });
    expect(counts).toMatchObject({ changed: 1, same: 1 });
    const page = await importPage(user, HUB, id, new URLSearchParams());
    expect(page).toMatchObject({ shown: "changed", total: 1, mayImport: true });
    expect(page!.changes[0]).toMatchObject({
      key: "PP1",
      row: 3,
      differences: [{ column: "priority", held: "P4", file: "P3", kept: false }],
    });
  });

  it("hides who a patient is from those who may not see it", async () => {
    await imported({ file: listOf(1) });
    const changed = await upload({ file: listOf(1, () => ({ birthDate: "1985-09-25", priority: "P3" })) });
    const manager = seeingPatientsAt([]);
    const page = await importPage(manager, HUB, changed.id, new URLSearchParams());
    const shown = Object.fromEntries(page!.changes[0]!.differences.map(({ column, file }) => [column, file]));
    expect(shown).toEqual({ birthDate: "(hidden)", priority: "P3" });
  });

  it("shows who a patient is at the reader's sites alone, and records whom they were shown", async () => {
    const siteOf = (at: number) => ({ listingSite: at === 0 ? "RQM01" : "RQM02", otherSites: [] });
    await imported({ file: listOf(3, siteOf) });
    const moved = listOf(3, (at) => ({
      ...siteOf(at),
      ...(at === 2 ? { priority: "P3" as const } : { birthDate: "1985-09-25" }),
    }));
    const { id } = await upload({ file: moved });
    const page = await importPage(seeingPatientsAt(["RQM01"]), HUB, id, new URLSearchParams());
    const shown = page!.changes.map(({ key, differences }) => [key, differences[0]!.file]);
    expect(shown).toEqual([
      ["PP0", "1985-09-25"],
      ["PP1", "(hidden)"],
      ["PP2", "P3"],
    ]);
    const held = new Map((await listed()).map(({ entry, patient }) => [entry.pathwayId, patient]));
    const looks = async (key: string) => listPatientAccess(HUB, hub.store.db, held.get(key)!);
    expect(await looks("PP0")).toMatchObject([{ lookedBy: "user:U1", page: `/imports/${id}` }]);
    expect(await looks("PP1")).toEqual([]);
    expect(await looks("PP2")).toEqual([]);
  });

  it("gives the values of faulty cells to those who may see patients at all its sites", async () => {
    const { id } = await upload({ file: listOf(2, (at) => (at === 1 ? { birthDate: "soon" } : {})) });
    const csv = async (sites: string[]) => importFaultsCsv(seeingPatientsAt(sites), HUB, id);
    expect(await csv(HUB.sites)).toContain("soon");
    expect(await csv(["RQM01"])).toContain("(hidden)");
    expect(await csv(["RQM01"])).not.toContain("soon");
  });

  it("leaves other sites as they are", async () => {
    await imported({
      file: listOf(4, (at) => ({ listingSite: at < 2 ? "RQM01" : "RQM02", otherSites: [] })),
    });
    const hubOnly = listOf(4, (at) => ({
      listingSite: at < 2 ? "RQM01" : "RQM02",
      otherSites: [],
      priority: "P3",
    }));
    const { id, counts } = await upload({ file: hubOnly, sites: ["RQM02"] });
    expect(counts).toMatchObject({ changed: 2, gone: 0, faults: 2, held: 2 });
    await confirm(id);
    const priorities = (await listed()).map(({ entry }) => [entry.listingSite, entry.priority]);
    expect(priorities.sort()).toEqual([
      ["RQM01", "P4"],
      ["RQM01", "P4"],
      ["RQM02", "P3"],
      ["RQM02", "P3"],
    ]);
  });

  it("keeps what was decided in Hublist and shows the file's value as drift", async () => {
    await imported({ file: listOf(1) });
    const [held] = await listed();
    const readiness = {
      screening: "unfit" as const,
      fitFrom: null,
      fitUntil: null,
      hubSuitable: true as const,
    };
    const decided = { entry: held!.id, base: 0, readiness, reason: "Chest infection" };
    const outcome = await decideReadiness(HUB, hub.store, { kind: "user", id: "U1" }, decided);
    expect(outcome.kind).toBe("decided");
    const { id, counts } = await upload({ file: listOf(1, () => ({ screening: "fit" })) });
    expect(counts).toMatchObject({ drift: 1, changed: 0 });
    const { rows } = await listImportRows(HUB, hub.store.db, id, { kinds: ["drift"], page: 1, size: 9 });
    expect(rows[0]!.differences.every(({ kept }) => kept)).toBe(true);
    await confirm(id);
    expect((await listed())[0]!.entry).toMatchObject({ screening: "unfit" });
  });

  it("does not take a faulty row for gone, and lists its faults for a spreadsheet", async () => {
    await imported({ file: listOf(3) });
    const { id, counts } = await upload({
      file: listOf(3, (at) => (at === 2 ? { birthDate: "=31/31/1999" } : {})),
    });
    expect(counts).toMatchObject({ same: 2, gone: 0, faults: 1 });
    const [fault] = await listImportFaults(HUB, hub.store.db, id);
    expect(fault).toMatchObject({ row: 4, column: "PERSON_BIRTH_DATE", rejected: true });
    expect(fault!.message).toContain("expected a date");
    const csv = await importFaultsCsv(user, HUB, id);
    expect(csv).toContain("PERSON_BIRTH_DATE");
    expect(csv).toContain(`,"'=31/31/1999",`);
  });
});

describe("rows that were rejected", () => {
  const broken = (file: string, key: string, mend: (line: string) => string) =>
    file
      .split("\n")
      .map((line) => (line.includes(key) ? mend(line) : line))
      .join("\n");

  it.each<[string, (line: string) => string]>([
    ["has a cell too many", (line) => `0,${line.trim()}`],
    ["is cut off", (line) => line.slice(0, 40)],
    ["has a quotation mark too many", (line) => `"a"b,${line}`],
    ["never closes its quotation mark", (line) => `${line.trim()},"`],
  ])("are not gone when the row %s", async (_what, mend) => {
    await imported({ file: listOf(3) });
    const { counts } = await upload({ file: broken(listOf(3), "PP1,", mend) });
    expect(counts).toMatchObject({ same: 2, gone: 0, faults: 1 });
  });

  it("are told apart by their issuer", async () => {
    const two = (birthDate: string) =>
      listOf(2, (at) => ({ pathwayId: "PP", issuer: at ? "RYJ" : "RQM", ...(at ? { birthDate } : {}) }));
    await imported({ file: two("1985-09-24") });
    expect((await upload({ file: two("soon") })).counts).toMatchObject({ same: 1, gone: 0, faults: 1 });
    const alone = two("soon")
      .split("\n")
      .filter((line) => !line.includes("PP,RQM"))
      .join("\n");
    expect((await upload({ file: alone })).counts).toMatchObject({ same: 0, gone: 1, faults: 1 });
  });
});

describe("many that are gone", () => {
  it("takes 5% without asking and asks once more above", async () => {
    await imported({ file: listOf(100) });
    const atBorder = await upload({ file: listOf(95) });
    expect(atBorder.counts).toMatchObject({ gone: 5, held: 100 });
    const above = await upload({ file: listOf(94) });
    const answer = await confirm(above.id);
    expect(answer).toMatchObject({ kind: "problems", problems: [{ field: "acceptsGone" }] });
    expect(await listed()).toHaveLength(100);
    expect(await confirm(atBorder.id)).toMatchObject({ kind: "confirmed" });
    const anew = await upload({ file: listOf(30) });
    expect(await confirm(anew.id, true)).toMatchObject({ kind: "confirmed" });
    expect(await listed()).toHaveLength(30);
  });
});

describe("two at once", () => {
  it("confirms once, however often it is clicked", async () => {
    const { id } = await upload({ file: listOf(2) });
    const answers = await Promise.all([confirm(id), confirm(id)]);
    expect(answers.map(({ kind }) => kind)).toEqual(["confirmed", "confirmed"]);
    expect(await confirm(id)).toMatchObject({ kind: "alreadyConfirmed" });
    expect(await listed()).toHaveLength(2);
  });

  it("refuses what was compared with a list that somebody else has changed since, and says who", async () => {
    const mine = await upload({ file: listOf(2) });
    const other = await importer(hub.store, "U2");
    const theirs = await uploaded(other, hub.store, { file: listOf(3) });
    expect(await confirm(theirs.id, false, other)).toMatchObject({ kind: "confirmed" });
    expect(await confirm(mine.id)).toMatchObject({ kind: "changedSince", by: "user:U2" });
    expect(await listed()).toHaveLength(3);
    const page = await importPage(user, HUB, mine.id, new URLSearchParams());
    expect(page).toMatchObject({ state: "superseded", since: { by: expect.any(String) } });
  });

  it("changes nothing when it is left, nor afterwards", async () => {
    const { id } = await upload({ file: listOf(2) });
    expect(await leaveUpload(user, HUB, id)).toEqual({ kind: "left" });
    expect(await confirm(id)).toEqual({ kind: "left" });
    expect(await listed()).toEqual([]);
  });
});

describe("theatre sessions and resources", () => {
  it("keeps a session whose new row is faulty, and removes the one that is not there", async () => {
    await imported({ kind: "sessions", file: sessionsOf(["S1", "S2", "S3"]) });
    const faulty = sessionsOf(["S1", "S2", "S4"]).replace(/(S2,.*),open,/, "$1,perhaps,");
    const { counts } = await upload({ kind: "sessions", file: faulty });
    expect(counts).toMatchObject({ new: 1, same: 1, faults: 1 });
    expect(counts.gone).toBe(1);
  });

  it("refuses resources with any fault, as a whole", async () => {
    const head = "site_code,date,period,resource,quantity\n";
    const good = await upload({ kind: "resources", file: `${head}RQM02,2026-12-14,night,bed,4\n` });
    expect(good).toMatchObject({ state: "uploaded", counts: { new: 1 } });
    const bad = await upload({ kind: "resources", file: `${head}RQM02,2026-12-14,night,bed,four\n` });
    expect(bad).toMatchObject({ state: "refused", counts: { new: 0, faults: 1 } });
  });
});

describe("files that cannot be read", () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /image \(PNG\)/],
    ["a workbook", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 20, 0]), /zip file|workbook/],
    ["semicolons", "PATIENT_PATHWAY_IDENTIFIER;LOCAL_PATIENT_IDENTIFIER\nPP1;L1\n", /semicolon/i],
    ["another table", "a,b\n1,2\n", /column is missing/],
    ["only blank lines", "\n\n\n", /no header line/],
    ["bytes that are no UTF-8", new Uint8Array([80, 65, 84, 0xe9, 0xff, 10]), /UTF-8/],
  ])("says a clear word about %s", async (_what, file, words) => {
    const found = await upload({ file });
    expect(found).toMatchObject({ state: "refused" });
    const faults = await listImportFaults(HUB, hub.store.db, found.id);
    expect(faults.map(({ message }) => message).join("\n")).toMatch(words);
    expect(await confirm(found.id)).toMatchObject({ kind: "closed", state: "refused" });
  });

  it.each<[string, Sent, string]>([
    ["no file", { file: null }, "file"],
    ["0 bytes", { file: "" }, "file"],
    ["no site", { file: "x", sites: [] }, "sites"],
    ["another organisation's site", { file: "x", sites: ["RKE01"] }, "sites"],
    ["another organisation", { file: "x", organisation: "RKE" }, "organisation"],
    ["no kind", { file: "x", kind: "everything" }, "kind"],
  ])("sends the form back for %s", async (_what, sent, field) => {
    const answer = await send(user, sent);
    expect(answer).toMatchObject({ kind: "problems" });
    expect(answer.kind === "problems" && answer.problems.map((problem) => problem.field)).toContain(field);
  });

  it("ends with a word what was being read when Hublist stopped", async () => {
    const facts = { organisation: "RQM", kind: "waiting-list", sites: HUB.sites } as const;
    const lost = { ...facts, fileName: "list.csv", sha256: "0".repeat(64) };
    const id = await beginReading(hub.store, { kind: "user", id: "U1" }, lost);
    expect(await endLostReadings(hub.store)).toBe(1);
    expect(await findImport(HUB, hub.store.db, id)).toMatchObject({ state: "interrupted" });
  });
});
