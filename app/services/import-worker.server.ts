import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Fault } from "~/domain/fault";
import type { ImportWork, ReadFile, ReadRow } from "./import-job.server";

/** What the worker says: once what it made of the file, then a block of rows each time it is asked; empty: the end. */
export type ImportMessage =
  | { kind: "refused"; faults: Fault[] }
  | { kind: "read"; rejected: Fault[]; warnings: Fault[]; missed: string[] }
  | { kind: "rows"; rows: ReadRow[] };

/** Heap of the worker, megabytes: a file of 64 MB with 110,000 rows takes less than half. */
const MEMORY = 1536;

/**
 * Reads an uploaded file in a worker of its own; the caller's event loop stays free. Takes the bytes over.
 * @throws Error when the worker ends before it has handed over everything
 */
export function readInWorker(work: ImportWork): Promise<ReadFile> {
  const worker = spawn(work);
  const rows: ReadRow[] = [];
  let read: Extract<ImportMessage, { kind: "read" }> | null = null;
  return new Promise<ReadFile>((settle, fail) => {
    worker.on("message", (message: ImportMessage) => {
      if (message.kind === "refused") return settle(message);
      if (message.kind === "read") read = message;
      else if (message.rows.length > 0) for (const row of message.rows) rows.push(row);
      else return settle({ ...read!, rows });
      worker.postMessage("next");
    });
    worker.on("error", fail);
    worker.on("exit", (code) => fail(new Error(`The reader of an upload left with ${code}.`)));
  }).finally(() => worker.terminate());
}

function spawn(workerData: ImportWork): Worker {
  const transferList = [workerData.bytes.buffer as ArrayBuffer];
  const options = { workerData, transferList, resourceLimits: { maxOldGenerationSizeMb: MEMORY } };
  const entry = jobEntry();
  if (!entry.endsWith(".ts")) return new Worker(new URL(entry), options);
  // Node 20 does not pass `--import tsx` on to a worker, so the source is loaded through tsx's own register.
  const load = `import("tsx/esm/api").then((tsx) => { tsx.register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(load, { ...options, eval: true });
}

/** The worker's program: the source beside this source, else what was built from it. */
function jobEntry(): string {
  const here = fileURLToPath(import.meta.url);
  if (here.endsWith(".ts")) return pathToFileURL(join(dirname(here), "../cli/import-job.ts")).href;
  let folder = dirname(here);
  while (!existsSync(join(folder, "build/node/import-job.js"))) {
    if (folder === dirname(folder))
      throw new Error("build/node/import-job.js is missing. Maybe npm run build was not run.");
    folder = dirname(folder);
  }
  return pathToFileURL(join(folder, "build/node/import-job.js")).href;
}
