import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { User } from "~/auth/visitor.server";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { WAITING_LIST_COLUMNS } from "~/import/waiting-list-columns";
import { readTable } from "~/import/table";
import { today } from "~/clock.server";
import { confirmUpload } from "~/services/import-confirm.server";
import { readUpload } from "~/services/import-job.server";
import { importPage } from "~/views/import-page.server";
import { entriesForPlanning } from "~db/waiting-list";
import { findImport } from "~db/imports";
import { stageWaitingList } from "~db/imports/stage-waiting-list";
import type { WaitingListRow } from "~db/imports/waiting-list-differences";
import { ACTOR } from "../db/engines";
import { HUB } from "../db/given-hub";
import { importer, importHub, listOf, uploaded, type ImportHub } from "./import-hub";

let hub: ImportHub;
let user: User;
beforeEach(async () => {
  hub = await importHub();
  user = await importer(hub.store);
});
afterEach(() => hub.close());

const upload = (file: string) => uploaded(user, hub.store, { file });
const listed = async () =>
  (await entriesForPlanning(HUB, hub.store.db, "RQM")).map(({ entry, unknownColumns }) => ({
    entry,
    unknownColumns,
  }));

/** Reads and compares a file here, without a worker. */
async function compared(file: string) {
  const work = { kind: "waiting-list", file: "list.csv", bytes: new TextEncoder().encode(file) } as const;
  const read = readUpload({ ...work, today: today() });
  if (read.kind === "refused") throw new Error(read.faults[0]!.message);
  const { missed: refused, leftOut, unknownColumns } = read;
  const facts = { organisation: "RQM", sites: HUB.sites, fileName: "list.csv", sha256: "0".repeat(64) };
  const said = { rows: read.rows as WaitingListRow[], faults: [], refused, leftOut, unknownColumns };
  const { id } = await stageWaitingList(hub.store, ACTOR, facts, said, today());
  return (await findImport(HUB, hub.store.db, id))!;
}

async function imported(file: string) {
  const { id } = await upload(file);
  expect(await confirmUpload(user, HUB, id, true)).toMatchObject({ kind: "confirmed" });
}

/** The file without some of its columns. */
function without(file: string, names: string[]): string {
  const columns = file.slice(0, file.indexOf("\n")).trim().split(",");
  const kept = columns.filter((name) => !names.includes(name));
  const { rows } = readTable(
    new TextEncoder().encode(file),
    { file: "", planDate: "2026-11-22" },
    columns.map((name) => ({ name, must: "no", expected: "" })),
    (row) => kept.map((name) => `"${row.text(name).replaceAll('"', '""')}"`).join(","),
  );
  return [kept.join(","), ...rows].join("\n") + "\n";
}

/** Entries that hold something other than the default wherever a column may lack. */
const full: Partial<WaitingListEntry>[] = [
  {
    ...{ nhsNumber: "9990000018", gender: "2", ethnicCategory: "B", imdDecile: 3, cancer: true, asa: 3 },
    ...{ lastPriorityReview: "2026-10-01", consultant: "C7", pooled: true, fitFrom: "2026-11-01" },
    ...{ hubSuitable: ["RQM02"], anaesthetic: "LA", nights: 3, criticalCare: true, equipment: ["CARM"] },
    ...{ unavailable: [{ from: "2026-12-01", to: "2026-12-05" }], shortNotice: true, offerBy: "2027-01-01" },
    ...{ laterality: "right", orderFlags: ["latex"], procedureText: "Left hip", provider: "RQM" },
    ...{ tciDate: "2026-12-15", tciSession: "S9", minutes: 93, minutesDeviation: 11 },
  },
  { consultant: null, pooled: true, nights: 0, intendedManagement: "dayCase" },
];
const OPTIONAL = WAITING_LIST_COLUMNS.filter(({ must }) => must === "no").map(({ name }) => name);

describe("a waiting list that lacks columns", () => {
  it("changes nothing of what is held in them, whichever they are", async () => {
    const file = listOf(2, (at) => full[at]!);
    await imported(file);
    const before = await listed();
    const single = OPTIONAL.map((name) => [name]);
    for (const lacking of [...single, ...fc.sample(fc.subarray(OPTIONAL), { numRuns: 20 }), OPTIONAL]) {
      const { counts, leftOut } = await compared(without(file, lacking));
      expect({ lacking, counts }).toMatchObject({
        lacking,
        counts: { new: 0, changed: 0, gone: 0, same: 2, drift: 0, faults: 0 },
      });
      expect(leftOut).toEqual(expect.arrayContaining(lacking));
    }
    await imported(without(file, OPTIONAL));
    expect(await listed()).toEqual(before);
  });

  it("empties what the file has as an empty cell", async () => {
    await imported(listOf(1, () => full[0]!));
    const found = await upload(listOf(1, () => ({ ...full[0]!, asa: null })));
    expect(found).toMatchObject({ leftOut: [], counts: { changed: 1 } });
  });

  it("applies what it does say, and names what it does not", async () => {
    await imported(listOf(1, () => full[0]!));
    const changed = without(
      listOf(1, () => ({ ...full[0]!, priority: "P3", asa: 1 })),
      ["LOCAL_Mobile"],
    );
    const { id } = await upload(changed);
    const page = await importPage(user, HUB, id, new URLSearchParams());
    expect(page!.leftOut).toEqual(["LOCAL_Mobile"]);
    expect(page!.changes[0]!.differences.map(({ column }) => column).sort()).toEqual(["asa", "priority"]);
    await confirmUpload(user, HUB, id, false);
    expect((await listed())[0]!.entry).toMatchObject({ asa: 1, details: { mobile: "07700900000" } });
  });

  it("does not take the times and nights of another procedure or stay", async () => {
    await imported(listOf(1, () => full[0]!));
    const other = { ...full[0]!, procedureCode: "W371", intendedManagement: "dayCase" as const };
    const lacking = ["LOCAL_Expected_Minutes", "LOCAL_Expected_Minutes_SD", "LOCAL_Length_Of_Stay_Nights"];
    await imported(
      without(
        listOf(1, () => other),
        lacking,
      ),
    );
    const { entry } = (await listed())[0]!;
    expect(entry).toMatchObject({ procedureCode: "W371", nights: 0 });
    expect(entry.minutes).not.toBe(93);
  });

  it("gives a new entry of a known patient the person that is held", async () => {
    await imported(listOf(1));
    const second = listOf(2, () => ({ patientId: "L0" }));
    await imported(without(second, ["LOCAL_Family_Name", "LOCAL_Mobile"]));
    const people = (await listed()).map(({ entry }) => entry.details.familyName + entry.details.mobile);
    expect(people).toEqual(["Example07700900000", "Example07700900000"]);
  });

  it("keeps the file's own columns that it no longer has, and empties those that it has", async () => {
    const own = (file: string, heads: string, cells: string) =>
      file.replace(/^(.*?)\r?\n(.*?)\r?\n$/s, `$1,${heads}\n$2,${cells}\n`);
    await imported(own(listOf(1), "Ward,Room", "7,12"));
    await imported(
      own(
        listOf(1, () => ({ asa: 3 })),
        "Room",
        '""',
      ),
    );
    expect((await listed())[0]).toMatchObject({ unknownColumns: { Ward: "7" }, entry: { asa: 3 } });
    expect((await listed())[0]!.unknownColumns).toEqual({ Ward: "7" });
  });

  it("refuses a row that two issuers could mean when it names none", async () => {
    await imported(
      listOf(2, (at) => ({ pathwayId: "PP", issuer: at === 0 ? "RQM" : "RYJ", patientId: "L" })),
    );
    const file = without(
      listOf(1, () => ({ pathwayId: "PP", patientId: "L" })),
      ["ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER"],
    );
    expect((await upload(file)).counts).toMatchObject({ faults: 1, new: 0, changed: 0 });
  });
});
