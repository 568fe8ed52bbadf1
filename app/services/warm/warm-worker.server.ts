import type { WarmAnswer, WarmQuestion } from "~/domain/warm-question";
import { startJobWorker } from "../job-worker.server";
import type { WarmFiles } from "./warm-files.server";

/** What a warm worker is told, and what it says. */
export interface Heard {
  id: number;
  question: WarmQuestion;
}
export type Told =
  | { kind: "ready" }
  | { kind: "unavailable"; sentence: string }
  | { kind: "answer"; id: number; answer: WarmAnswer };

/** A planned week kept ready in a thread of its own. It answers one question at a time, in the order of asking. */
export interface WarmWorker {
  state(): "waking" | "ready" | "answering";
  /** Milliseconds since the epoch when its state began. */
  since(): number;
  /** Never rejects: a worker that ended says why. */
  ask(question: WarmQuestion): Promise<WarmAnswer>;
  /** Ends it at once; open questions hear that it has ended. */
  kill(): void;
}

/**
 * Starts a worker on the files of a run. `ended` is told once, with a word for the log, when it has ended. `memory`: its
 * heap, megabytes, if not the usual.
 */
export function startWarm(files: WarmFiles, ended: (word: string) => void, memory?: number): WarmWorker {
  const worker = startJobWorker("warm-job", { workerData: files }, memory);
  const open = new Map<number, (answer: WarmAnswer) => void>();
  let [ready, next, since] = [false, 0, Date.now()];
  let over: WarmAnswer | null = null;
  const end = (sentence: string, word: string) => {
    if (over) return;
    over = { kind: "unavailable", sentence };
    for (const settle of open.values()) settle(over);
    open.clear();
    ended(word);
    void worker.terminate();
  };
  worker.on("message", (told: Told) => {
    if (told.kind === "unavailable") return end(told.sentence, "unavailable");
    if (told.kind === "answer") {
      open.get(told.id)?.(told.answer);
      open.delete(told.id);
    } else ready = true;
    since = Date.now();
  });
  worker.on("error", (error: Error & { code?: string }) =>
    error.code === "ERR_WORKER_OUT_OF_MEMORY"
      ? end(OUT_OF_MEMORY, "out of memory")
      : end(WENT_WRONG, `error: ${error.name}`),
  );
  worker.on("exit", (code) => end(WENT_WRONG, `left with ${code}`));
  return {
    state: () => (!ready ? "waking" : open.size > 0 ? "answering" : "ready"),
    since: () => since,
    ask: (question) =>
      new Promise((settle) => {
        if (over) return settle(over);
        if (ready && open.size === 0) since = Date.now();
        const id = next++;
        open.set(id, settle);
        worker.postMessage({ id, question } satisfies Heard);
      }),
    kill: () => end(LET_GO, "killed"),
  };
}

const OUT_OF_MEMORY = "The week is too large to be kept ready: the server ran out of memory for it.";
const WENT_WRONG = "Something went wrong while this was worked out. Ask again.";
const LET_GO = "The server has stopped working this out. Ask again.";
