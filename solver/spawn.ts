import { Worker } from "node:worker_threads";
import type { EngineWork } from "./engines/serve";

/** Heap of a worker, megabytes. */
const MEMORY = 1024;

/** Starts the program of `solver/worker` in a thread. */
export function spawn(entry: string, workerData: EngineWork | null): Worker {
  const transferList = workerData === null ? [] : [workerData.port];
  const options = { workerData, transferList, resourceLimits: { maxOldGenerationSizeMb: MEMORY } };
  if (!entry.endsWith(".ts")) return new Worker(new URL(entry), options);
  // Node 20 does not pass `--import tsx` on to a worker, so the source is loaded through tsx's own register.
  const load = `import("tsx/esm/api").then((tsx) => { tsx.register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(load, { ...options, eval: true, execArgv: [] });
}
