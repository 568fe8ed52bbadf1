import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mip } from "../mip";
import { larger, NOTHING, soFar } from "../process-so-far";
import { mpsOf } from "./mps";

/** What a program outside Node left behind. */
export interface OutsideRun {
  log: string;
  /** The solution file; null when it wrote none. */
  solution: string | null;
  /** Processor seconds and bytes that it took. */
  cpu: number;
  memory: number;
}

/** First line of `program --version` or the like that `pattern` finds; null when there is no such program. */
export async function outsideVersion(
  program: string,
  words: string[],
  pattern: RegExp,
): Promise<string | null> {
  const { log } = await measured([program, ...words]).catch(() => ({ log: "" }));
  return pattern.exec(log)?.[1] ?? null;
}

/** Writes the program to a file, runs an engine on it and reads what it wrote; the files are removed again. */
export async function runOutside(
  mip: Mip,
  words: (files: { model: string; solution: string }) => string[],
): Promise<OutsideRun> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-peer-"));
  const files = { model: join(folder, "model.mps"), solution: join(folder, "solution.txt") };
  try {
    writeFileSync(files.model, mpsOf(mip));
    const run = await measured(words(files));
    return { ...run, solution: readOrNull(files.solution) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Runs a program under a shell that says at the end what processor time its child took. */
function measured(words: string[]): Promise<Omit<OutsideRun, "solution">> {
  return new Promise((settle, fail) => {
    const child = spawn("sh", ["-c", '"$@" 2>&1; times >&2', "sh", ...words], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [log, times, seen] = ["", "", NOTHING];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (log += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (times += text));
    const watch = setInterval(() => (seen = larger(seen, soFar(child.pid))), 50);
    child.on("error", fail);
    child.on("close", () => {
      clearInterval(watch);
      settle({ log, cpu: childSeconds(times), memory: seen.memory });
    });
  });
}

/** The second line of `times`: user and system time of the children, as in 1m2.34s 0m0.05s. */
function childSeconds(times: string): number {
  const line = times.trim().split("\n").at(-1) ?? "";
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
}
