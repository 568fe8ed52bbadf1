import { parentPort, workerData } from "node:worker_threads";
import { planHeldWeek } from "~/services/solve-week-job.server";
import { loadWeek } from "~/services/solve-week-load.server";
import type { JobMessage, WeekWork } from "~/services/solve-week-worker.server";
import { openTheStore } from "~/store.server";
import type { Progress } from "~solver/solution";

/** The solver's own worker: beside this program when it is built, else its source. */
const solver = import.meta.url.endsWith(".ts")
  ? new URL("../../solver/worker.ts", import.meta.url)
  : new URL("./solver-worker.js", import.meta.url);

const work = workerData as WeekWork;
const port = parentPort!;
const say = (message: JobMessage) =>
  port.postMessage(message, message.kind === "planned" ? buffersOf(message) : []);

/** Files change hands without being copied. */
function buffersOf({ planned }: Extract<JobMessage, { kind: "planned" }>): ArrayBuffer[] {
  return Object.values(planned.files).map(({ buffer }) => buffer as ArrayBuffer);
}

/** Plans the week of `workerData` from the store, which it only reads, and says what came of it. */
async function job(): Promise<void> {
  const stop = new AbortController();
  port.on("message", () => stop.abort());
  const store = await openTheStore(work.settings);
  try {
    const held = await loadWeek(store.db, work);
    const told = (progress: Progress) => say({ kind: "progress", progress });
    say(await planHeldWeek(held, { ...work, solver, stop: stop.signal, told }));
  } finally {
    await store.close();
    port.close();
  }
}

await job();
