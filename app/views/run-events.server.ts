import { theQueue } from "~/services/solve-queue.server";
import type { Scope } from "~db/scope";
import { currentStanding } from "./run-page.server";

/** Milliseconds between two events at least, between two looks at a solve of another process, and between two beats. */
const APART = 500;
const LOOK = 2_000;
const BEAT = 15_000;

interface EventsAsked {
  scope: Scope;
  run: string;
  /** Number of the last event that the browser has seen; null: none. */
  seen: number | null;
  signal: AbortSignal;
}

/**
 * Where a solve stands, again and again until its end, as server-sent events: each holds all of it, so that a browser
 * that was cut off needs only the next. The last is called `end`.
 */
export function runEvents({ scope, run, seen, signal }: EventsAsked): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let last = seen;
      let due: NodeJS.Timeout | null = null;
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const send = async () => {
        due = null;
        const number = theQueue().look(run)?.changes ?? null;
        if (number !== null && number === last) return;
        const standing = await currentStanding(scope, run);
        if (signal.aborted) return;
        last = number;
        if (standing)
          write(
            `${number === null ? "" : `id: ${number}\n`}${standing.ended ? "event: end\n" : ""}data: ${JSON.stringify(standing)}\n\n`,
          );
        if (!standing || standing.ended) close();
      };
      const soon = () => (due ??= setTimeout(() => void send().catch(close), APART));
      const beat = setInterval(() => write(": beat\n\n"), BEAT);
      const look = setInterval(() => (theQueue().look(run) ? undefined : soon()), LOOK);
      const unwatch = theQueue().watch(run, soon);
      let open = true;
      stop = () => {
        open = false;
        unwatch();
        clearInterval(beat);
        clearInterval(look);
        if (due) clearTimeout(due);
      };
      const close = () => {
        if (!open) return;
        stop();
        controller.close();
      };
      signal.addEventListener("abort", close);
      void send().catch(close);
    },
    cancel: () => stop(),
  });
}
