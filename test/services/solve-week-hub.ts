import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateHub, type DemoHub } from "~/demo/hub";
import { readEnvironment } from "~/env.server";
import { theQueue } from "~/services/solve-queue.server";
import type { LiveRun } from "~/services/solve-runs.server";
import { startSolve, type SolveAsked } from "~/services/solve-week.server";
import { holdStore } from "~/store.server";
import type { Actor } from "~db/actor";
import { confirmImport } from "~db/imports";
import { stageResources } from "~db/imports/resources";
import { stageSessions } from "~db/imports/sessions";
import { stageWaitingList } from "~db/imports/stage-waiting-list";
import { saveOrganisation, saveSite, wholeScope } from "~db/organisations";
import type { Scope } from "~db/scope";
import { findRun, type SolveRun } from "~db/solve-runs";
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
  return copyOf(base);
}

let plannedBase: { folder: string; hub: DemoHub; run: string } | null = null;

/** The same hub with its first week planned, which is done once, and the run that did it. */
export async function plannedHub(): Promise<HeldHub & { run: string }> {
  plannedBase ??= await planOnce();
  return { ...(await copyOf(plannedBase)), run: plannedBase.run };
}

async function planOnce() {
  const held = await heldHub();
  const run = await startedRun(held);
  await endedRun(held, run);
  // The solve's worker may still have the file open, and then its last writes lie beside it: a backup has them.
  const folder = mkdtempSync(join(tmpdir(), "hublist-week-planned-"));
  await held.store.backup!(join(folder, "hublist.db"));
  await held.close();
  return { folder, hub: held.hub, run };
}

async function copyOf(base: { folder: string; hub: DemoHub }): Promise<HeldHub> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-week-"));
  copyFileSync(join(base.folder, "hublist.db"), join(folder, "hublist.db"));
  const store = holdStore(await openStore({ file: join(folder, "hublist.db"), migrations: MIGRATIONS }));
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, scope: await wholeScope(store.db), hub: base.hub, folder, close };
}

/** Few steps, and more than any test waits for. */
export const QUICK = { seed: 1, stepsPerSession: 20, movePrice: 100, toldMovesMax: null };
export const ENDLESS = { ...QUICK, stepsPerSession: 1_000_000 };

/** Asks for the week to be planned, with few steps unless told. */
export function start({ store, scope, folder }: HeldHub, changes: Partial<SolveAsked> = {}) {
  const asked = { organisation: "RQM", week: WEEK, planDate: PLAN_DATE, wishes: QUICK };
  return startSolve(scope, store, SCHEDULER, { ...asked, settings: settingsOf(folder), ...changes });
}

/** Starts planning the week; the run. */
export async function startedRun(held: HeldHub, changes: Partial<SolveAsked> = {}): Promise<string> {
  const outcome = await start(held, changes);
  if (outcome.kind !== "started") throw new Error(`not started: ${outcome.kind}`);
  return outcome.run;
}

/** The run once it has left the queue. */
export async function endedRun({ store, scope }: HeldHub, run: string): Promise<SolveRun> {
  while (theQueue().look(run)) await new Promise((resolve) => setTimeout(resolve, 50));
  return (await findRun(scope, store.db, run))!;
}

/** Waits until the queue says so of a run, four minutes at most. */
export async function until(run: string, isSo: (live: LiveRun) => boolean): Promise<void> {
  const last = Date.now() + 240_000;
  for (;;) {
    const live = theQueue().look(run);
    if (live && isSo(live)) return;
    if (!live || Date.now() > last) throw new Error("the solve did not come so far");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
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
