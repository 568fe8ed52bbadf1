import { beforeShutdown } from "~/http/shutdown";
import { InProcessQueue, type SolveQueue } from "./solve-runs.server";

/** One queue a process, kept on globalThis so that a module loaded twice shares it. */
const held = globalThis as { hublistSolves?: SolveQueue };

/** The queue of this process. A server that stops ends what is in it. */
export function theQueue(): SolveQueue {
  if (held.hublistSolves) return held.hublistSolves;
  const queue = new InProcessQueue((error) =>
    console.error(`A solve's record could not be kept: ${kindOf(error)}`),
  );
  beforeShutdown(() => queue.close());
  return (held.hublistSolves = queue);
}

/** The kind of an error and where it came from: its message may quote a row. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return [error.name, ...(error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))].join("\n");
}
