import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { resourcesCsv } from "~/export/resources";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import { readUpload } from "~/services/import-job.server";
import { stageUpload } from "~/services/import-read.server";
import { confirmImport, findImport } from "~db/imports";
import { beginReading } from "~db/imports/reading";
import type { ImportKind } from "~db/schema";
import { ACTOR } from "../db/engines";
import { HUB } from "../db/given-hub";
import { entry, PLAN_DATE, resource, session } from "../export/arbitraries";
import { importHub, type ImportHub } from "./import-hub";

let hub: ImportHub;
beforeEach(async () => void (hub = await importHub()));
afterEach(() => hub.close());

/** Reads and compares a file as an upload is, without a worker. */
async function compared(kind: ImportKind, file: string) {
  const facts = { organisation: "RQM", kind, sites: HUB.sites, fileName: "f.csv", sha256: "0".repeat(64) };
  const bytes = new TextEncoder().encode(file);
  const read = readUpload({ kind, file: "f.csv", bytes, today: PLAN_DATE });
  if (read.kind === "refused") throw new Error(JSON.stringify(read.faults[0]));
  const id = await beginReading(hub.store, ACTOR, facts);
  await stageUpload(hub.store, ACTOR, { ...facts, id }, read, PLAN_DATE);
  return (await findImport(HUB, hub.store.db, id))!;
}

async function twice(kind: ImportKind, file: string) {
  const first = await compared(kind, file);
  expect((await confirmImport(HUB, hub.store, ACTOR, first.id, PLAN_DATE)).kind).toBe("confirmed");
  const second = await compared(kind, file);
  const { faults, warnings } = first.counts;
  const all = first.counts.new + first.counts.changed + first.counts.same;
  expect(second.counts).toMatchObject({ new: 0, changed: 0, gone: 0, drift: 0, same: all, faults, warnings });
}

const atHub = <T extends { site: string; siteType?: unknown }>(one: T): T => ({ ...one, site: "RQM02" });
const RUNS = { numRuns: 25 };

describe("the same file a second time changes nothing", () => {
  it("of a waiting list, whatever is in its cells", () =>
    fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 8 }), (entries) =>
        twice("waiting-list", waitingListCsv(entries.map((one) => ({ ...one, listingSite: "RQM01" })))),
      ),
      RUNS,
    ));

  it("of theatre sessions", () =>
    fc.assert(
      fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 8 }), (sessions: TheatreSession[]) =>
        twice("sessions", sessionsCsv(sessions.map(atHub))),
      ),
      RUNS,
    ));

  it("of shared resources", () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(resource.map(atHub), {
          minLength: 1,
          maxLength: 8,
          selector: ({ date, period, resource: what }: SharedResource) => [date, period, what].join(),
        }),
        (resources) => twice("resources", resourcesCsv(resources)),
      ),
      RUNS,
    ));
});
