import type { WarmAnswer } from "~/domain/warm-question";

/** A question that somebody asked of a run, and what came of it. */
export interface AskedFigure {
  /** Milliseconds since 1970. */
  askedAt: number;
  /** Null: it is being worked out. */
  answer: WarmAnswer | null;
  stopped: boolean;
}

interface Held extends AskedFigure {
  stop: AbortController;
  done: Promise<void>;
}

/** Answers of late, by run and question: a plan never changes, so an answer stays true. */
const held = new Map<string, Held>();
const KEPT = 200;

/** Works an answer out; `stop` is aborted when nobody wants it any more. */
export type WorkOut = (stop: AbortSignal) => Promise<WarmAnswer>;

/** Asks a question of a run, once: who asks again sees the same. Waits for the answer, `patience` milliseconds at most. */
export async function askFigure(key: string, workOut: WorkOut, patience: number): Promise<void> {
  const known = held.get(key);
  const isOver = known && (known.stopped || known.answer?.kind === "unavailable");
  const asked = known && !isOver ? known : start(key, workOut);
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((settle) => (timer = setTimeout(settle, patience)));
  await Promise.race([asked.done, enough]);
  clearTimeout(timer);
}

/** Where a question stands; null: nobody asked it since the server was started. */
export function figureAsked(key: string): AskedFigure | null {
  return held.get(key) ?? null;
}

/** Stops working a question out. */
export function stopFigure(key: string): void {
  const asked = held.get(key);
  if (!asked || asked.answer !== null) return;
  asked.stopped = true;
  asked.stop.abort();
}

function start(key: string, workOut: WorkOut): Held {
  const stop = new AbortController();
  const asked: Held = { askedAt: Date.now(), answer: null, stopped: false, stop, done: Promise.resolve() };
  asked.done = workOut(stop.signal).then(
    (answer) => void (asked.answer = asked.stopped ? null : answer),
    () => void (asked.answer = { kind: "unavailable", sentence: "The figure could not be worked out." }),
  );
  held.delete(key);
  held.set(key, asked);
  if (held.size > KEPT) held.delete(held.keys().next().value!);
  return asked;
}
