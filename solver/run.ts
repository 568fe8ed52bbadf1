import { Worker } from "node:worker_threads";
import type { EngineWork } from "./engines/serve";
import type { Problem } from "./problem";
import type { Progress, Solution, SolveOptions } from "./solution";
import type { HelperWork } from "./team";
import type { Message, Work } from "./worker";

/** How a run ended. A crash carries one word for people and the error's own text for the log. */
export type Outcome =
  | { kind: "finished"; solution: Solution }
  | { kind: "killed" }
  | { kind: "crashed"; word: "out of memory" | "error"; message: string };

/** A run in a worker thread of its own. `outcome` never rejects. */
export interface Run {
  outcome: Promise<Outcome>;
  /** Asks for the best plan so far. */
  stop(): void;
  /** Ends the run at once, without a plan. */
  kill(): void;
}

/** Heap of a worker, megabytes. */
const MEMORY = 1024;

/** A worker thread that waits for a problem. It keeps no process alive. */
export function ready(entry: URL | string): Worker {
  const worker = spawn(String(entry), null);
  worker.unref();
  return worker;
}

/**
 * Solves a problem in a worker thread. `entry` is the URL of `solver/worker`: the built .js file, or the .ts source in
 * development and tests. Progress arrives about every 200 ms. `worker`: one of that entry that is ready.
 */
export function run(
  entry: URL | string,
  problem: Problem,
  options: SolveOptions,
  onProgress: (progress: Progress) => void = () => undefined,
  worker: Worker = ready(entry),
): Run {
  const stop = new SharedArrayBuffer(4);
  const work: Work = { entry: String(entry), problem, options, stop, began: Date.now() };
  worker.ref();
  worker.postMessage(work);
  let killed = false;
  const outcome = new Promise<Outcome>((settle) => {
    worker.on("message", (message: Message) => {
      if (message.kind === "progress") onProgress(message.progress);
      else settle({ kind: "finished", solution: message.solution });
    });
    worker.on("error", (error: Error & { code?: string }) => settle(crash(error)));
    worker.on("exit", (code) =>
      settle(killed ? { kind: "killed" } : crash(new Error(`the worker left with ${code}`))),
    );
  });
  const kill = () => {
    killed = true;
    void worker.terminate();
  };
  return { outcome, stop: () => void Atomics.store(new Int32Array(stop), 0, 1), kill };
}

function crash(error: Error & { code?: string }): Outcome {
  const word = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out of memory" : "error";
  return { kind: "crashed", word, message: error.message };
}

/** Starts the program of `solver/worker` in a thread. */
export function spawn(entry: string, workerData: HelperWork | EngineWork | null): Worker {
  const transferList = workerData !== null && "engine" in workerData ? [workerData.port] : [];
  const options = { workerData, transferList, resourceLimits: { maxOldGenerationSizeMb: MEMORY } };
  if (!entry.endsWith(".ts")) return new Worker(new URL(entry), options);
  // Node 20 does not pass `--import tsx` on to a worker, so the source is loaded through tsx's own register.
  const load = `import("tsx/esm/api").then((tsx) => { tsx.register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(load, { ...options, eval: true, execArgv: [] });
}
