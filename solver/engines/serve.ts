import type { MessagePort } from "node:worker_threads";
import type { Engine, EngineAnswer, EngineName, EngineRequest } from "./engine";

/** What an engine's thread is started with. `signal` holds the number of answers given; -1 when there will be none. */
export interface EngineWork {
  engine: EngineName;
  port: MessagePort;
  signal: SharedArrayBuffer;
}

/** An engine's thread: loads the package, then answers. Whatever goes wrong ends in "no engine", never in a crash. */
export async function serve({ engine, port, signal }: EngineWork): Promise<void> {
  const count = new Int32Array(signal);
  const tell = (answer: EngineAnswer | null) => {
    port.postMessage(answer);
    Atomics.add(count, 0, 1);
    Atomics.notify(count, 0);
  };
  const started = await start(engine).catch(() => null);
  port.on("message", (request: EngineRequest) => tell(tryAnswer(started, request)));
}

/** Each package is loaded here and nowhere else, so a missing one costs its engine alone. */
async function start(engine: EngineName): Promise<Engine> {
  if (engine === "HiGHS") return (await import("./highs")).startHighs();
  return (await import("./javascript-lp-solver")).startJavascriptLpSolver();
}

function tryAnswer(engine: Engine | null, request: EngineRequest): EngineAnswer | null {
  try {
    return engine?.answer(request) ?? null;
  } catch {
    return null;
  }
}
