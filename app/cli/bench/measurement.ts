import type { ExactRun } from "./exact-runs";
import type { PeerRun } from "./peer-runs";
import type { PlanRun } from "./plan-runs";
import { median } from "./statistics";
import type { WarmRuns } from "./warm-questions";

/** One instance of one seed, as measured. */
export interface Measured {
  name: string;
  seed: number;
  entries: number;
  /** Sessions that can be planned. */
  lists: number;
  /** Pairs of an entry and a session that the rules allow. */
  pairs: number;
  runs: PlanRun[];
  /** Threads of `runs`, and the same instance and seed with other numbers of threads. */
  workers: number;
  crews: { workers: number; runs: PlanRun[] }[];
  /** Changed questions to a warm solver; null: none was asked. */
  warm: WarmRuns | null;
  /** The best plan of all, of a small week where it was asked for; else null. */
  exact: ExactRun | null;
  peers: PeerRun[];
  /** Processor seconds that each peer is given; null: none is asked. */
  peerSeconds: number | null;
}

/** Everything that was measured, in order; the seeds of one name stand together. */
export type Measurement = readonly Measured[];

/** The middle run of an instance: score and bound are those of every run of its seed. */
export interface Middle {
  cpu: number;
  wall: number;
  memory: number;
  planning: number;
  score: number;
  bound: number;
  gap: number;
}

/** Median time and largest memory of the runs. */
export function middleOf({ runs }: Pick<Measured, "runs">): Middle {
  const { score, bound } = runs[0]!;
  return {
    cpu: median(runs.map(({ cpu }) => cpu)),
    wall: median(runs.map(({ wall }) => wall)),
    planning: median(runs.map(({ planning }) => planning)),
    memory: Math.max(...runs.map(({ memory }) => memory)),
    score,
    bound,
    gap: bound > 0 ? (bound - score) / bound : 0,
  };
}

/** The first seed of each name. */
export function firstSeeds(measurement: Measurement): Measured[] {
  return measurement.filter(({ name }, at) => measurement.findIndex((each) => each.name === name) === at);
}

/** Whether every run of one seed gave the same plan, `seconds` aside, with any number of threads. */
export function isSteady(measurement: Measurement): boolean {
  return measurement.every(({ runs, crews }) => {
    const all = [...runs, ...crews.flatMap((crew) => crew.runs)];
    return new Set(all.map(({ digest }) => digest)).size === 1;
  });
}
