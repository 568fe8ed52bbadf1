import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { findSession, type HeldSession } from "~db/theatre-sessions";
import { dayStamp } from "./day-stamp.server";

/** Milliseconds between two looks at a list, between two beats, and until a browser must show again who it is. */
const LOOK = 2_000;
const BEAT = 15_000;
const WHOLE = 600_000;

/**
 * The stamp of a list, now and whenever it changes, as server-sent events: a page that has another one asks again. Ends
 * after ten minutes, so that a browser whose sign-in has ended does not listen on. Null: no such session in scope.
 */
export async function dayEvents(
  scope: Scope,
  session: string,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | null> {
  const held = await findSession(scope, store().db, session);
  return held && stampsOf(scope, held, signal);
}

function stampsOf(scope: Scope, held: HeldSession, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let last = "";
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const send = async () => {
        const stamp = await dayStamp(scope, store().db, held);
        if (signal.aborted || stamp === last) return;
        last = stamp;
        write(`data: ${stamp}\n\n`);
      };
      const close = () => {
        stop();
        controller.close();
      };
      const look = setInterval(() => void send().catch(close), LOOK);
      const beat = setInterval(() => write(": beat\n\n"), BEAT);
      const end = setTimeout(close, WHOLE);
      stop = () => {
        clearInterval(look);
        clearInterval(beat);
        clearTimeout(end);
        stop = () => {};
      };
      signal.addEventListener("abort", () => stop());
      void send().catch(close);
    },
    cancel: () => stop(),
  });
}
