import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { larger, NOTHING, soFar } from "./process-so-far";

/** What one process took and said. */
export interface MeasuredRun {
  /** Exit code; null when it was killed, be it at the limit or because the bench was stopped. */
  code: number | null;
  out: string;
  err: string;
  /** Processor seconds, user and system, of all its threads. Of a killed process: as last seen. */
  cpu: number;
  wall: number;
  /** Peak resident memory, bytes. */
  memory: number;
}

/** Programs of the bench and those that it measures lie beside each other once built. */
const beside = (program: string) => fileURLToPath(new URL(`./${program}.js`, import.meta.url));

/**
 * Runs a built program in a fresh process and measures the whole of it.
 * @param limit processor seconds after which the system kills it; null for none
 * @param stop aborted: the process and its children are killed at once
 */
export function measuredRun(
  program: string,
  words: readonly string[],
  limit: number | null,
  stop: AbortSignal,
): Promise<MeasuredRun> {
  const node = [process.execPath, "--import", beside("bench-usage"), beside(program), ...words];
  const bounded = limit === null ? [] : ["-c", `ulimit -t ${Math.ceil(limit)}; exec "$@"`, "sh"];
  const [command = "", ...rest] = limit === null ? node : ["sh", ...bounded, ...node];
  const began = performance.now();
  return new Promise((settle, fail) => {
    const child = spawn(command, rest, { stdio: ["ignore", "pipe", "pipe", "pipe"], detached: true });
    const texts = ["", "", "", ""];
    for (const channel of [1, 2, 3])
      child.stdio[channel]?.on("data", (text: Buffer) => (texts[channel] += text.toString()));
    let seen = NOTHING;
    const watch = setInterval(() => (seen = larger(seen, soFar(child.pid))), 250);
    const kill = () => killGroup(child.pid);
    stop.addEventListener("abort", kill, { once: true });
    child.on("error", fail);
    child.on("close", (code) => {
      clearInterval(watch);
      stop.removeEventListener("abort", kill);
      const wall = (performance.now() - began) / 1000;
      const took = usageOf(texts[3]!) ?? seen;
      settle({ code, out: texts[1]!, err: texts[2]!, wall, ...took });
    });
  });
}

/** A detached child leads a group of its own, with its children in it. */
function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended in the meantime.
  }
}

function usageOf(text: string): { cpu: number; memory: number } | null {
  if (text === "") return null;
  const usage = JSON.parse(text) as NodeJS.ResourceUsage;
  return { cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6, memory: usage.maxRSS * 1024 };
}
