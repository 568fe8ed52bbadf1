import { MessageChannel, type Worker } from "node:worker_threads";
import type { Problem } from "./problem";
import type { Progress, Solution, SolveOptions } from "./solution";
import { spawn } from "./spawn";
import type { HelperWork, LeaderWork, Message } from "./worker";

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

/** Threads that wait for a problem: one leads, the others help. They keep no process alive. */
export interface Threads {
  leader: Worker;
  helpers: Worker[];
  /** The first fault of any of them. */
  fault: Fault | null;
}

type Fault = Error & { code?: string };

/** Starts the threads of a run before there is a problem: a thread needs some time to start. */
export function ready(entry: URL | string, workers: number): Threads {
  const [leader, ...helpers] = Array.from({ length: Math.max(1, workers) }, () => spawn(String(entry), null));
  const threads: Threads = { leader: leader!, helpers, fault: null };
  for (const worker of allOf(threads)) {
    worker.unref();
    worker.on("error", (error: Fault) => (threads.fault ??= error));
    worker.on("exit", (code) => (threads.fault ??= new Error(`the worker left with ${code}`)));
  }
  return threads;
}

/** Ends threads for which there is no problem after all. */
export function dismiss(threads: Threads): void {
  for (const worker of allOf(threads)) void worker.terminate();
}

function allOf({ leader, helpers }: Threads): Worker[] {
  return [leader, ...helpers];
}

/**
 * Solves a problem in worker threads. `entry` is the URL of `solver/worker`: the built .js file, or the .ts source in
 * development and tests. Progress arrives about every 200 ms. `threads`: of that entry, ready, as many as are asked for.
 */
export function run(
  entry: URL | string,
  problem: Problem,
  options: SolveOptions,
  onProgress: (progress: Progress) => void = () => undefined,
  threads: Threads = ready(entry, options.workers),
): Run {
  const stop = new SharedArrayBuffer(4);
  let killed = false;
  handOut(threads, String(entry), problem, { options, stop, began: Date.now() });
  const kill = () => {
    killed = true;
    void threads.leader.terminate();
  };
  const outcome = outcomeOf(threads, onProgress, () => killed);
  return { outcome, stop: () => void Atomics.store(new Int32Array(stop), 0, 1), kill };
}

/** Gives every thread the problem, and leader and helpers a channel to each other. */
function handOut({ leader, helpers }: Threads, entry: string, problem: Problem, of: LeaderWork["of"]): void {
  const channels = helpers.map(() => new MessageChannel());
  leader.ref();
  post(leader, { kind: "lead", entry, problem, of, helpers: channels.map(({ port1 }) => port1) });
  helpers.forEach((helper, at) => post(helper, { kind: "help", problem, of, leader: channels[at]!.port2 }));
}

/** How the threads end, whichever says so first; the others end with it. A leader would wait for a helper that fails. */
function outcomeOf(
  threads: Threads,
  onProgress: (progress: Progress) => void,
  killed: () => boolean,
): Promise<Outcome> {
  const outcome = new Promise<Outcome>((settle) => {
    const fail = (error: Fault) => settle(killed() ? { kind: "killed" } : crash(error));
    if (threads.fault) fail(threads.fault);
    threads.leader.on("message", (message: Message) => {
      if (message.kind === "progress") onProgress(message.progress);
      else settle({ kind: "finished", solution: message.solution });
    });
    for (const worker of allOf(threads)) {
      worker.on("error", fail);
      // A helper may have left in peace before its leader's solution arrives.
      worker.on("exit", (code) => {
        if (worker === threads.leader || code !== 0) fail(new Error(`the worker left with ${code}`));
      });
    }
  });
  void outcome.then(() => dismiss(threads));
  return outcome;
}

function post(worker: Worker, work: LeaderWork | HelperWork): void {
  worker.postMessage(work, work.kind === "lead" ? work.helpers : [work.leader]);
}

function crash(error: Fault): Outcome {
  const word = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out of memory" : "error";
  return { kind: "crashed", word, message: error.message };
}
