import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeListStep } from "~/services/lists/list-steps.server";
import { makePasFile } from "~/services/pas/make-pas-file.server";
import { pasLines } from "~/services/pas/pas-standing.server";
import { takePasReturn } from "~/services/pas/return-pas-file.server";
import { listPasFiles, pasFileRows } from "~db/pas-files";
import { anEntry, importEntries } from "../db/given-hub";
import { ENTRIES, HUB, listsHub, SCHEDULER, TODAY, type ListsHub } from "./lists-hub";

let hub: ListsHub;
beforeEach(async () => void (hub = await listsHub()));
afterEach(() => hub.close());

async function step(name: "signOff" | "publish", session = hub.session, reason = "") {
  const stand = await hub.stand(session);
  const asked = { session, step: name, reason, onBehalfOf: "", today: TODAY, ...stand };
  expect(await takeListStep(HUB, hub.store, SCHEDULER, asked)).toMatchObject({ kind: "done" });
}
const make = () => makePasFile(HUB, hub.store, SCHEDULER, { organisation: "RQM", today: TODAY });
const lines = async () =>
  (await pasLines(HUB, hub.store.db, "RQM", TODAY)).map(({ held, standing }) => [
    ...[held.entry.pathwayId, standing.kind, "action" in standing ? standing.action : ""],
  ]);
const back = (text: string) =>
  takePasReturn(HUB, hub.store, SCHEDULER, {
    ...{ organisation: "RQM", bytes: new TextEncoder().encode(text), name: "back.csv" },
  });
const importAgain = (facts: Parameters<typeof anEntry>[0][]) =>
  importEntries(
    hub.store,
    ENTRIES.map((each, at) => anEntry({ unavailable: [], ...each, ...facts[at] })),
  );
async function made(): Promise<string> {
  const outcome = await make();
  if (outcome.kind !== "made") throw new Error(outcome.kind);
  return outcome.file;
}

describe("what is applied in the patient administration system", () => {
  beforeEach(async () => {
    await step("signOff");
    await step("publish");
  });

  it("is each difference once, and never who is not confirmed fit", async () => {
    expect(await lines()).toEqual([
      ["PP1", "toApply", "book"],
      ["PP2", "toApply", "book"],
    ]);
    const file = await made();
    expect(await pasFileRows(HUB, hub.store.db, file)).toMatchObject([
      { number: 1, entry: hub.ids[0], action: "book", date: "2026-12-15", sessionId: "S1", state: "open" },
      { number: 2, entry: hub.ids[1] },
    ]);
    expect(await make()).toEqual({ kind: "nothing" });
    expect(await lines()).toEqual([
      ["PP1", "open", "book"],
      ["PP2", "open", "book"],
    ]);
  });

  it("twice at once is one file", async () => {
    const both = await Promise.all([make(), make()]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["made", "nothing"]);
    expect(await listPasFiles(HUB, hub.store.db, "RQM")).toHaveLength(1);
  });

  it("is marked row by row by the return file; faults are named and the others count", async () => {
    const file = await made();
    const strange = file.replace(/^./, file.startsWith("0") ? "1" : "0");
    const returned = await back(
      `id,state,message\n${file}/1,done,\n${file}/2,failed,Slot is taken\n${file}/3,done,\n${strange}/1,done,\nx,done,\n`,
    );
    expect(returned).toMatchObject({ done: 1, failed: 1, same: 0 });
    expect(returned!.faults.map(({ row, column }) => [row, column]).sort()).toEqual([
      [4, "id"],
      [5, "id"],
      [6, "id"],
    ]);
    expect((await listPasFiles(HUB, hub.store.db, "RQM"))[0]).toMatchObject({
      ...{ rows: { open: 0, done: 1, failed: 1 }, returnedBy: "user:scheduler" },
    });
    expect(await lines()).toEqual([
      ["PP1", "awaitsImport", "book"],
      ["PP2", "toApply", "book"],
    ]);
  });

  it("stays as it was returned: the same again is no news, another word a fault", async () => {
    const file = await made();
    await back(`id,state,message\n${file}/1,done,\n`);
    expect(await back(`id,state,message\n${file}/1,done,\n`)).toMatchObject({ done: 0, same: 1, faults: [] });
    const other = await back(`id,state,message\n${file}/1,failed,late\n`);
    expect(other).toMatchObject({ done: 0, failed: 0, faults: [{ row: 2, column: "state" }] });
    expect((await listPasFiles(HUB, hub.store.db, "RQM"))[0]!.rows).toEqual({ open: 1, done: 1, failed: 0 });
  });

  it("is settled or seen as drift by the next import", async () => {
    const file = await made();
    await back(`id,state,message\n${file}/1,done,\n${file}/2,done,\n`);
    hub.clock.at = "2026-11-23T08:00:00.000Z";
    await importAgain([{ tciDate: "2026-12-15", tciSession: "S1" }, { tciDate: "2026-12-17" }]);
    const after = await lines();
    expect(after).not.toContainEqual(expect.arrayContaining(["PP1"]));
    expect(after).toContainEqual(expect.arrayContaining(["PP2", "move"]));
  });

  it("moves and cancels what Hublist gave, and only shows a date that it did not", async () => {
    await importAgain([
      { tciDate: "2026-12-15", tciSession: "S1" },
      { tciDate: "2026-12-15", tciSession: "S1" },
      { tciDate: "2026-12-15", tciSession: "S1" },
    ]);
    expect(await lines()).toEqual([["PP3", "foreign", ""]]);
    await hub.place(hub.ids[0], hub.other);
    await hub.place(hub.ids[1], null);
    await step("publish", hub.session, "Moved");
    await step("signOff", hub.other);
    await step("publish", hub.other);
    expect((await lines()).sort()).toEqual([
      ["PP1", "toApply", "move"],
      ["PP2", "toApply", "cancel"],
      ["PP3", "foreign", ""],
    ]);
  });
});
