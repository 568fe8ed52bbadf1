import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { generateHub, type DemoHub } from "~/demo/hub";
import type { IsoDate } from "~/domain/calendar";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Actor } from "~db/actor";
import { confirmImport } from "~db/imports";
import { stageWaitingList } from "~db/imports/stage-waiting-list";
import { saveOrganisation, saveSite } from "~db/organisations";
import type { Scope } from "~db/scope";
import { openStore, type Store } from "~db/store";
import { storeQuestions } from "./store-questions";

const ACTOR: Actor = { kind: "command", name: "bench" };
/** So many times each question is asked. */
const TIMES = 5;

/** One piece of work as it was measured. */
export interface StoreFigure {
  what: string;
  /** Wall milliseconds: in the middle, at the 95th of 100, and at most. Work that is done once has them alike. */
  median: number;
  p95: number;
  most: number;
  /** Processor seconds of the process, all threads. */
  processor: number;
  /** Longest time in milliseconds in which the event loop was not let through. */
  stall: number;
}

/** What was measured, and how busy the machine was. */
export interface StoreMeasured {
  entries: number;
  load: number;
  figures: StoreFigure[];
}

/**
 * Measures the store in a new SQLite file: a first import of so many entries, and the questions of the list and home
 * pages. `say` is told each figure as it comes.
 */
export async function measureStore(
  { entries, today, migrations }: { entries: number; today: IsoDate; migrations?: string },
  say: (figure: StoreFigure) => void,
): Promise<StoreMeasured> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-bench-store-"));
  const store = await openStore({ file: join(folder, "hublist.db"), migrations });
  const figures: StoreFigure[] = [];
  const note = (figure: StoreFigure) => {
    figures.push(figure);
    say(figure);
  };
  try {
    const hub = generateHub({ weekStart: today, planDate: today });
    const scope = await makeHub(store, hub);
    await measureImport(store, scope, manyOf(hub, entries), today, note);
    for (const [what, ask] of storeQuestions(scope, today))
      note(await measured(what, TIMES, async () => void (await ask(store.db))));
    return { entries, load: loadavg()[0]!, figures };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the organisation and the sites of a generated hub. */
export async function makeHub(store: Store, { organisation, sites }: DemoHub): Promise<Scope> {
  await saveOrganisation(store, ACTOR, organisation);
  for (const site of sites) await saveSite(store, ACTOR, { ...site, organisation: organisation.code });
  return { organisations: [organisation.code], sites: sites.map(({ code }) => code) };
}

/** The hub's entries over and over, each time as other patients, until there are so many. */
export function manyOf({ entries }: DemoHub, count: number): WaitingListEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const entry = entries[index % entries.length]!;
    const round = Math.floor(index / entries.length);
    const details = { ...entry.details, familyName: `${entry.details.familyName}${letters(round)}` };
    return {
      ...{ ...entry, details, row: index + 2, nhsNumber: null },
      ...{ pathwayId: `${entry.pathwayId}-${round}`, patientId: `${entry.patientId}-${round}` },
    };
  });
}

const letters = (round: number) => (round === 0 ? "" : String.fromCharCode(96 + round));

async function measureImport(
  store: Store,
  { organisations: [organisation = ""], sites }: Scope,
  entries: WaitingListEntry[],
  today: IsoDate,
  note: (figure: StoreFigure) => void,
): Promise<void> {
  const upload = { organisation, sites, fileName: "bench.csv", sha256: "0".repeat(64) };
  const rows = entries.map((entry) => ({ entry, unknown: {} }));
  const read = { rows, faults: [], refused: [] };
  let id = "";
  const stage = async () => void ({ id } = await stageWaitingList(store, ACTOR, upload, read, today));
  const scope = { organisations: [organisation], sites };
  const confirm = async () => void (await confirmImport(scope, store, ACTOR, id, today));
  note(await measured("First import: compare", 1, stage));
  note(await measured("First import: confirm", 1, confirm));
  note(await measured("The same file again: compare", 1, stage));
}

async function measured(what: string, times: number, work: () => Promise<void>): Promise<StoreFigure> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  await pause();
  const before = process.cpuUsage();
  const walls: number[] = [];
  for (let run = 0; run < times; run++) {
    const from = performance.now();
    await work();
    walls.push(performance.now() - from);
    await pause();
  }
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  walls.sort((a, b) => a - b);
  const at = (share: number) => walls[Math.min(walls.length - 1, Math.floor(share * walls.length))]!;
  const processor = (user + system) / 1e6;
  return { what, median: at(0.5), p95: at(0.95), most: at(1), processor, stall: delay.max / 1e6 };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
