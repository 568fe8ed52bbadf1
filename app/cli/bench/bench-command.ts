import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { counted } from "~/domain/figure-words";
import { exactRun } from "./exact-runs";
import { gapFigure, seconds } from "./figures";
import type { BenchOrder } from "./bench-options";
import { generateInstance, SIZES, type SizeName } from "./generated";
import { instanceProblem, type Instance } from "./instance-problem";
import { SMALL } from "./engine-report";
import type { Measured } from "./measurement";
import { peerRun } from "./peer-runs";
import { PEERS } from "./peers/peers";
import { planRun, type PlanRun, type PlanSettings } from "./plan-runs";
import { warmRuns } from "./warm-questions";

/** Seconds that a peer gets on a given folder. */
const FOLDER_SECONDS = 60;

/** Where the bench says how far it is. */
export interface BenchProgress {
  /** What it does now. */
  now(words: string): void;
  /** What it has done. */
  done(words: string): void;
}

/** An instance that is made or found when its turn comes. */
interface Planned {
  name: string;
  seed: number;
  runs: number;
  /** Processor seconds of each peer; null: no peers here. */
  peerSeconds: number | null;
  /** Whether a warm solver is asked here. */
  warm: boolean;
  find(folder: string): Instance;
}

/**
 * Measures what was ordered, the planner first and then its peers, until it is done or stopped; what is measured by then
 * stands. Throws a Refusal.
 */
export async function measure(
  order: BenchOrder,
  progress: BenchProgress,
  stop: AbortSignal,
): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-bench-"));
  const measured: [Measured, Instance][] = [];
  try {
    for (const planned of plannedOf(order)) {
      if (stop.aborted) break;
      const instance = planned.find(folder);
      const each = await measurePlanner(planned, instance, order, folder, progress, stop);
      if (each.runs.length > 0) measured.push([each, instance]);
    }
    for (const [each, instance] of measured) await measurePeers(each, instance, progress, stop);
    return measured.map(([each]) => each);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function plannedOf(order: BenchOrder): Planned[] {
  const { sizes, instances, planDate, seeds, peerSeconds, largeOnce } = order;
  const runsOf = (seed: number) => (seed === seeds[0] ? order.runs : 1);
  const isLarge = (name: SizeName) => SIZES[name].peerSeconds === null;
  const seedsOf = (name: SizeName) => (largeOnce && isLarge(name) ? seeds.slice(0, 1) : seeds);
  const peersAt = (seed: number, size: number | null) =>
    order.peers && seed === seeds[0] && size !== null ? (peerSeconds ?? size) : null;
  const made = (name: SizeName, seed: number): Planned => {
    return {
      name,
      seed,
      runs: largeOnce && isLarge(name) ? 1 : runsOf(seed),
      peerSeconds: peersAt(seed, SIZES[name].peerSeconds),
      warm: order.warm && seed === seeds[0] && !isLarge(name),
      find: (folder) => generateInstance(name, seed, folder),
    };
  };
  return [
    ...sizes.flatMap((name) => seedsOf(name).map((seed) => made(name, seed))),
    ...instances.flatMap(({ name, folder }) =>
      seeds.map((seed): Planned => {
        const find = () => ({ name, folder, planDate: planDate! });
        const warm = order.warm && seed === seeds[0];
        return { name, seed, runs: runsOf(seed), peerSeconds: peersAt(seed, FOLDER_SECONDS), warm, find };
      }),
    ),
  ];
}

async function measurePlanner(
  planned: Planned,
  instance: Instance,
  { workers, steps, seeds, exact: wanted }: BenchOrder,
  folder: string,
  progress: BenchProgress,
  stop: AbortSignal,
): Promise<Measured> {
  const { name, seed, peerSeconds } = planned;
  progress.now(`${name}, seed ${seed}: making the instance`);
  const [first, ...others] = workers as [number, ...number[]];
  const size = await sizeOf(instance);
  const runsWith = (count: number) =>
    planRuns(planned, instance, { seed, steps, workers: count }, folder, progress, stop);
  const runs = await runsWith(first);
  const crews: Measured["crews"] = [];
  if (seed === seeds[0] && runs.length > 0)
    for (const count of others) crews.push({ workers: count, runs: await runsWith(count) });
  const asked = planned.warm && !stop.aborted;
  if (asked) progress.now(`${name}, seed ${seed}: changed questions`);
  const warm = asked ? await warmRuns(instance, seed, stop) : null;
  const small = wanted && size.lists <= SMALL && runs.length > 0 && !stop.aborted;
  if (small) progress.now(`${name}, seed ${seed}: the best plan of all`);
  const exact = small ? await exactRun(instance, stop) : null;
  const measuredCrews = crews.filter((crew) => crew.runs.length > 0);
  return {
    name,
    seed,
    ...size,
    runs,
    workers: first,
    crews: measuredCrews,
    warm,
    exact,
    peers: [],
    peerSeconds,
  };
}

/** Runs of one instance with one number of threads; fewer when it was stopped. */
async function planRuns(
  { name, seed, runs }: Planned,
  instance: Instance,
  settings: PlanSettings,
  folder: string,
  progress: BenchProgress,
  stop: AbortSignal,
): Promise<PlanRun[]> {
  const done: PlanRun[] = [];
  for (let run = 1; run <= runs && !stop.aborted; run++) {
    const what = `${name}, seed ${seed}, run ${run}, ${counted(settings.workers, "thread")}`;
    progress.now(what);
    const one = await planRun(instance, settings, folder, stop);
    if (one === null) break;
    done.push(one);
    progress.done(`${what}: ${seconds(one.cpu)} s of processor, gap ${gapFigure(one.score, one.bound)}`);
  }
  return done;
}

async function measurePeers(
  measured: Measured,
  instance: Instance,
  progress: BenchProgress,
  stop: AbortSignal,
) {
  const { name, seed, peerSeconds } = measured;
  if (peerSeconds === null) return;
  for (const peer of PEERS) {
    if (stop.aborted) return;
    progress.now(`${name}, seed ${seed}: ${peer}`);
    const run = await peerRun(instance, peer, peerSeconds, stop);
    if (run === null) return;
    measured.peers.push(run);
    progress.done(`${name}, seed ${seed}: ${peer}, ${seconds(run.cpu)} s of processor`);
  }
}

async function sizeOf(instance: Instance): Promise<Pick<Measured, "entries" | "lists" | "pairs">> {
  const { problem, entries } = await instanceProblem(instance);
  return { entries, lists: problem.lists.length, pairs: problem.options.case.length };
}
