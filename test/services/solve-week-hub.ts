import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateHub, type DemoHub } from "~/demo/hub";
import { readEnvironment } from "~/env.server";
import { holdStore } from "~/store.server";
import type { Actor } from "~db/actor";
import { confirmImport } from "~db/imports";
import { stageResources } from "~db/imports/resources";
import { stageSessions } from "~db/imports/sessions";
import { stageWaitingList } from "~db/imports/stage-waiting-list";
import { saveOrganisation, saveSite, wholeScope } from "~db/organisations";
import type { Scope } from "~db/scope";
import { openStore, type Store } from "~db/store";

export const PLAN_DATE = "2026-11-20";
export const WEEK = "2026-12-14";
export const SCHEDULER: Actor = { kind: "user", id: "scheduler" };
const IMPORTER: Actor = { kind: "command", name: "test" };
const MIGRATIONS = join(import.meta.dirname, "../../db/migrations");

/** A store in a folder of its own, held as the one of this process, as the server has it. */
export interface HeldHub {
  store: Store;
  scope: Scope;
  hub: DemoHub;
  folder: string;
  close(): Promise<void>;
}

let base: { folder: string; hub: DemoHub } | null = null;

/** A demo hub of about 580 entries and two weeks of sessions. It is imported once and copied for each test. */
export async function heldHub(scale = 0.1): Promise<HeldHub> {
  base ??= await importedHub(scale);
  const folder = mkdtempSync(join(tmpdir(), "hublist-week-"));
  copyFileSync(join(base.folder, "hublist.db"), join(folder, "hublist.db"));
  const store = holdStore(await openStore({ file: join(folder, "hublist.db"), migrations: MIGRATIONS }));
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, scope: await wholeScope(store.db), hub: base.hub, folder, close };
}

/** Settings of a server whose data lie in a folder. */
export function settingsOf(folder: string) {
  return readEnvironment({ NODE_ENV: "test", HUBLIST_DATA: folder });
}

async function importedHub(scale: number) {
  const folder = mkdtempSync(join(tmpdir(), "hublist-week-base-"));
  const hub = generateHub({ scale, weeks: 2, weekStart: WEEK, planDate: PLAN_DATE });
  const store = await openStore({ file: join(folder, "hublist.db"), migrations: MIGRATIONS });
  const organisation = hub.organisation.code;
  await saveOrganisation(store, IMPORTER, hub.organisation);
  for (const { code, name, type } of hub.sites)
    await saveSite(store, IMPORTER, { code, organisation, name, type });
  const scope = await wholeScope(store.db);
  const upload = (fileName: string) => ({
    organisation,
    sites: scope.sites,
    fileName,
    sha256: "0".repeat(64),
  });
  const nothing = { faults: [], refused: [] };
  const rows = hub.entries.map((entry) => ({ entry, unknown: {} }));
  const staged = [
    await stageSessions(store, IMPORTER, upload("sessions.csv"), { items: hub.sessions, ...nothing }),
    await stageResources(store, IMPORTER, upload("resources.csv"), { items: hub.resources, ...nothing }),
    await stageWaitingList(store, IMPORTER, upload("waiting-list.csv"), { rows, ...nothing }, PLAN_DATE),
  ];
  for (const { id } of staged) await confirmImport(scope, store, IMPORTER, id, PLAN_DATE);
  await store.close();
  return { folder, hub };
}
