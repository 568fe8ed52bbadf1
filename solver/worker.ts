import { parentPort, workerData } from "node:worker_threads";
import type { Progress, Solution } from "./solution";
import type { Problem } from "./problem";
import type { SolveOptions } from "./solution";
import { solve } from "./solve";
import { watch } from "./watch";

/** What a run hands to its worker. `stop` holds one whole number: 1 asks the worker to stop and keep the best. */
export interface Work {
  problem: Problem;
  options: SolveOptions;
  stop: SharedArrayBuffer;
  /** Milliseconds since the epoch when the run began. */
  began: number;
}

/** What a worker says. */
export type Message = { kind: "progress"; progress: Progress } | { kind: "solution"; solution: Solution };

const work = workerData as Work;
const say = (message: Message) => parentPort?.postMessage(message);
const control = watch(work, (progress) => say({ kind: "progress", progress }));
say({ kind: "solution", solution: solve(work.problem, work.options, control) });
