import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gapFigure, seconds } from "./figures";
import type { BenchOrder } from "./bench-options";
import { generateInstance, SIZES, type SizeName } from "./generated";
import { instanceProblem, type Instance } from "./instance-problem";
import type { Measured } from "./measurement";
import { peerRuns } from "./peer-runs";
import { planRun, type PlanRun } from "./plan-runs";

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
  peerSeconds: number | null;
  find(folder: string): Instance;
}

/** Measures what was ordered, until it is done or stopped; what is measured by then stands. Throws a Refusal. */
export async function measure(
  order: BenchOrder,
  progress: BenchProgress,
  stop: AbortSignal,
): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-bench-"));
  const measured: Measured[] = [];
  try {
    for (const planned of plannedOf(order)) {
      if (stop.aborted) break;
      const each = await measureOne(planned, order, folder, progress, stop);
      if (each.runs.length > 0) measured.push(each);
    }
    return measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function plannedOf({ sizes, instances, planDate, seeds, peerSeconds }: BenchOrder): Planned[] {
  const made = (name: SizeName, seed: number): Planned => {
    const own = SIZES[name].peerSeconds;
    return {
      name,
      seed,
      peerSeconds: own && (peerSeconds ?? own),
      find: (folder) => generateInstance(name, seed, folder),
    };
  };
  return [
    ...sizes.flatMap((name) => seeds.map((seed) => made(name, seed))),
    ...instances.flatMap(({ name, folder }) =>
      seeds.map((seed): Planned => {
        const find = () => ({ name, folder, planDate: planDate! });
        return { name, seed, peerSeconds: peerSeconds ?? FOLDER_SECONDS, find };
      }),
    ),
  ];
}

async function measureOne(
  planned: Planned,
  order: BenchOrder,
  folder: string,
  progress: BenchProgress,
  stop: AbortSignal,
): Promise<Measured> {
  const { name, seed } = planned;
  const isFirst = seed === order.seeds[0];
  progress.now(`${name}, seed ${seed}: making the instance`);
  const instance = planned.find(folder);
  const size = await sizeOf(instance);
  const runs: PlanRun[] = [];
  for (let run = 1; run <= (isFirst ? order.runs : 1) && !stop.aborted; run++) {
    const what = `${name}, seed ${seed}, run ${run}`;
    progress.now(what);
    const done = await planRun(instance, { ...order, seed }, folder, stop);
    if (done) runs.push(done);
    if (done)
      progress.done(`${what}: ${seconds(done.cpu)} s of processor, gap ${gapFigure(done.score, done.bound)}`);
  }
  const peerSeconds = order.peers && isFirst && !stop.aborted ? planned.peerSeconds : null;
  const told = (peer: string) => progress.now(`${name}, seed ${seed}: ${peer}`);
  const peers = peerSeconds === null ? [] : await peerRuns(instance, peerSeconds, stop, told);
  return { name, seed, ...size, runs, peers, peerSeconds: peerSeconds ?? 0 };
}

async function sizeOf(instance: Instance): Promise<Pick<Measured, "entries" | "lists" | "pairs">> {
  const { problem, entries } = await instanceProblem(instance);
  return { entries, lists: problem.lists.length, pairs: problem.options.case.length };
}
