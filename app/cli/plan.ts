import { planCommand } from "./plan-command";
import type { Terminal } from "./terminal";
import { hasWritten, removeUnfinished } from "./plan-out";

/** The worker beside this program, or its source in development and tests. */
const WORKER = new URL(
  import.meta.url.endsWith(".ts") ? "../../solver/worker.ts" : "./solver-worker.js",
  import.meta.url,
);
const INTERRUPTED = 130;
const TERMINATED = 143;

/** When the command was given, milliseconds since the epoch: whoever started this program for a person says so. */
function began(): number {
  return Number(process.env.HUBLIST_BEGAN) || performance.timeOrigin;
}

const stop = new AbortController();
const kill = new AbortController();
const terminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  progress: process.stderr.isTTY ? process.stderr : null,
  seconds: () => (performance.timeOrigin + performance.now() - began()) / 1000,
  worker: WORKER,
  stop: stop.signal,
  kill: kill.signal,
};

process.on("SIGINT", () => {
  if (stop.signal.aborted) leave(INTERRUPTED);
  process.stderr.write("\nStopping, and keeping the best plan so far. Again to leave at once.\n");
  stop.abort();
});
process.on("SIGTERM", () => leave(TERMINATED));
// Whoever reads the summary may stop reading: the plan stands all the same.
process.stdout.on("error", () => undefined);

/** Ends at once and leaves no half file. */
function leave(code: number): never {
  kill.abort();
  removeUnfinished();
  process.stderr.write(`\nStopped; ${whatStands()}.\n`);
  process.exit(code);
}

function whatStands(): string {
  return hasWritten() ? "what was written stands" : "nothing was written";
}

try {
  process.exitCode = await planCommand(process.argv.slice(2), terminal);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The planner met a fault of its own; ${whatStands()}. ${message}\n`);
  process.exitCode = 1;
}
