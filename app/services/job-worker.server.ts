import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** Heap of a worker, megabytes: 110,000 entries as rows, and as files, take less than half. */
const MEMORY = 1536;

let builtFolder: string | null = null;

/** Runs what was built into `folder` though this is source: tests have it so, for translating it costs a second a start. */
export function runBuiltPrograms(folder: string): void {
  builtFolder = folder;
}

/** Starts one of the programs of `app/cli` in a worker thread of its own, with a limit on its heap, megabytes. */
export function startJobWorker(
  program: "solve-job" | "import-job" | "warm-job",
  options: WorkerOptions,
  memory = MEMORY,
): Worker {
  const limited = { ...options, resourceLimits: { maxOldGenerationSizeMb: memory } };
  const entry = programOf(program);
  if (!entry.endsWith(".ts")) return new Worker(new URL(entry), limited);
  // Node 20 does not pass `--import tsx` on to a worker, so the source is loaded through tsx's own register.
  const load = `import("tsx/esm/api").then((tsx) => { tsx.register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(load, { ...limited, eval: true });
}

/** The program's address: the source beside this source, else what was built from it. */
function programOf(program: string): string {
  if (builtFolder) return pathToFileURL(join(builtFolder, `${program}.js`)).href;
  const here = fileURLToPath(import.meta.url);
  if (here.endsWith(".ts")) return pathToFileURL(join(dirname(here), `../cli/${program}.ts`)).href;
  const built = `build/node/${program}.js`;
  let folder = dirname(here);
  while (!existsSync(join(folder, built))) {
    if (folder === dirname(folder)) throw new Error(`${built} is missing. Maybe npm run build was not run.`);
    folder = dirname(folder);
  }
  return pathToFileURL(join(folder, built)).href;
}
