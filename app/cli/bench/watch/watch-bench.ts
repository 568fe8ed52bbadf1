import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { environment } from "~/env.server";
import { raiseForPlans } from "~/services/preparation/watch-plans.server";
import { assessOutdated, leftToAssess } from "~/services/triage/watch-fitness.server";
import { openTheStore } from "~/store.server";
import type { Store } from "~db/store";
import { wholeScope } from "~db/organisations";
import { readGiven, usage, type Command } from "../../hublist/command";
import type { BenchProgress } from "../bench-command";
import { BENCH_DAY } from "../served/served-hub";
import { p95, tenths } from "../served/times";
import { textTable } from "../table";
import { makeWatched } from "./made-watch";

const PATIENTS = 10_000;

const WATCH: Command = {
  name: "watch",
  summary: `Measures what Hublist does by itself beside its pages: assessing every patient anew after a change of the rules, and
watching every preparation plan, on a generated list of ${PATIENTS} in a database file.`,
  positionals: [],
  options: {
    json: { type: "boolean", words: "Print the figures alone, as one line of JSON" },
    patients: { type: "string", value: "N", words: `Patients, each with answers and a plan (${PATIENTS})` },
  },
  run: async () => undefined,
};

/** One piece of work: how much it did, seconds, and what others waited meanwhile, in milliseconds. */
interface Watched {
  what: string;
  done: number;
  seconds: number;
  processor: number;
  /** Longest time in which the event loop was not let through, and longest processor time: less where others use it too. */
  stall: number;
  busy: number;
  /** Of a commit that another asks for meanwhile. */
  commits: number[];
}

/** Runs `bench watch` and prints what was measured. */
export async function watchBench(words: string[], progress: BenchProgress): Promise<void> {
  if (words.includes("--help")) return console.log(usage(WATCH, "npm run bench -- watch"));
  const given = readGiven(WATCH, words);
  const patients = Number(given.text("patients") ?? PATIENTS);
  const data = mkdtempSync(join(tmpdir(), "hublist-bench-"));
  Object.assign(process.env, { HUBLIST_DATA: data, HUBLIST_TODAY: BENCH_DAY });
  const store = await openTheStore(environment());
  try {
    progress.now(`making ${patients} patients with answers and plans`);
    await makeWatched(store, BENCH_DAY, patients);
    const measured: Watched[] = [];
    for (const [what, work] of WORK) {
      progress.now(what);
      measured.push(await watched(store, what, work));
    }
    if (!given.is("json"))
      console.log(`Load ${loadavg()[0]!.toFixed(1)}\n\n${textTable(tableOf(measured))}\n`);
    console.log(JSON.stringify(measured.map((one) => ({ ...one, commits: p95(one.commits) }))));
  } finally {
    await store.close();
    rmSync(data, { recursive: true, force: true });
  }
}

const WORK: [what: string, work: (store: Store) => Promise<number>][] = [
  ["Watch all plans: tasks to raise", (store) => raiseForPlans(store)],
  ["Watch all plans: nothing new", (store) => raiseForPlans(store)],
  ["Count whom a change of rules leaves", async (store) => leftToAssess(await wholeScope(store.db), store)],
  ["Assess all after a change of rules", (store) => assessOutdated(store)],
  ["Count again: nobody", async (store) => leftToAssess(await wholeScope(store.db), store)],
];

/** Milliseconds between two commits that somebody else asks for. */
const BETWEEN = 100;

async function watched(
  store: Store,
  what: string,
  work: (store: Store) => Promise<number>,
): Promise<Watched> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const commits: number[] = [];
  let running = true;
  const other = (async () => {
    while (running) {
      const from = performance.now();
      await store.commit({ kind: "command", name: "bench" }, "bench.watch", async () => undefined);
      commits.push(performance.now() - from);
      await new Promise((later) => setTimeout(later, BETWEEN));
    }
  })();
  const burst = longestBurst();
  delay.enable();
  const before = process.cpuUsage();
  const from = performance.now();
  const done = await work(store);
  const seconds = tenths((performance.now() - from) / 1000);
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  const busy = burst.end();
  running = false;
  await other;
  const processor = tenths((user + system) / 1e6);
  return { what, done, seconds, processor, stall: tenths(delay.max / 1e6), busy, commits };
}

/** Processor milliseconds of the process, the most between two turns of the event loop until it is ended. */
function longestBurst() {
  let [last, most] = [process.cpuUsage(), 0];
  const look = () => {
    const { user, system } = process.cpuUsage(last);
    most = Math.max(most, (user + system) / 1000);
    last = process.cpuUsage();
  };
  const timer = setInterval(look, 1);
  return {
    end: () => {
      clearInterval(timer);
      return tenths(most);
    },
  };
}

const tableOf = (measured: readonly Watched[]): string[][] => [
  ["", "done", "seconds", "processor s", "longest block ms", "of processor", "commit p95 ms", "most ms"],
  ...measured.map(({ what, done, seconds, processor, stall, busy, commits }) => [
    ...[what, String(done), seconds.toFixed(1), processor.toFixed(1), stall.toFixed(0), busy.toFixed(0)],
    ...[p95(commits).toFixed(0), Math.max(...commits).toFixed(0)],
  ]),
];
