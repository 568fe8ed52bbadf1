import { MessageChannel, receiveMessageOnPort, type MessagePort, type Worker } from "node:worker_threads";
import type { EngineAnswer, EngineName, EngineRequest, Engines } from "./engine";
import type { EngineWork } from "./serve";

/** Milliseconds between two looks at the clock and the stop flag, and after which an engine is taken for hung. */
const LOOK = 20;
const HUNG = 120_000;

/** Starts the thread of an engine with what it is to serve. */
export type StartEngine = (work: EngineWork) => Worker;

/**
 * Engines in threads of their own, each started when it is first asked and killed when it hangs, fails, or time is out;
 * a killed engine is not started again. The caller's thread sleeps while it waits.
 */
export function engineThreads(start: StartEngine, hung = HUNG): Engines {
  const threads = new Map<EngineName, EngineThread | null>();
  const kill = (name: EngineName) => {
    threads.get(name)?.kill();
    threads.set(name, null);
  };
  return {
    ask(name, request, late) {
      if (late()) return null;
      if (!threads.has(name)) threads.set(name, begin(start, name));
      const answer = threads.get(name)?.ask(request, late, hung) ?? null;
      if (answer === null) kill(name);
      return answer;
    },
    end: () => [...threads.keys()].forEach(kill),
  };
}

function begin(start: StartEngine, engine: EngineName): EngineThread | null {
  try {
    return new EngineThread(start, engine);
  } catch {
    return null;
  }
}

class EngineThread {
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly count = new Int32Array(new SharedArrayBuffer(4));

  constructor(start: StartEngine, engine: EngineName) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.worker = start({ engine, port: port2, signal: this.count.buffer as SharedArrayBuffer });
    // A thread that dies says so by its silence: it is killed like one that hangs.
    this.worker.on("error", () => undefined);
    this.worker.unref();
    port1.unref();
  }

  /** Sends a request and sleeps until the answer is there; null when it does not come. */
  ask(request: EngineRequest, late: () => boolean, hung: number): EngineAnswer | null {
    const before = Atomics.load(this.count, 0);
    this.port.postMessage(request);
    const end = Date.now() + hung;
    while (Atomics.load(this.count, 0) === before) {
      Atomics.wait(this.count, 0, before, LOOK);
      if (late() || Date.now() >= end) return null;
    }
    return (receiveMessageOnPort(this.port)?.message as EngineAnswer | undefined) ?? null;
  }

  kill(): void {
    this.port.close();
    void this.worker.terminate();
  }
}
