import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");

/** What a command printed and how it left. */
export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

interface Options {
  /** `HUBLIST_DATA`; a fresh folder unless given. */
  data?: string;
  /** Standard input. */
  input?: string;
  env?: Record<string, string>;
}

/** A built command and a folder of data for it; `done` removes both. */
export interface CommandBench {
  folder: string;
  /** Runs the built program afresh within this process, which takes hundredths of a second. One at a time. */
  run(typed: string[], options?: Options): Promise<Ran>;
  /** Runs it as a process of its own, which takes half a second of the processor: where the process itself matters. */
  spawn(typed: string[], options?: Options): Ran;
  done(): void;
}

/** Bundles one command as `npm run build` does, beside the packages that it loads at run time. */
export async function commandBench(name: string): Promise<CommandBench> {
  mkdirSync(join(root, "test-results"), { recursive: true });
  const built = mkdtempSync(join(root, "test-results/cli-"));
  const folder = mkdtempSync(join(tmpdir(), "hublist-cli-"));
  await build({
    absWorkingDir: root,
    entryPoints: [`app/cli/${name}.ts`],
    outdir: built,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  const program = join(built, `${name}.mjs`);
  const given = ({ data = join(folder, "data"), input = "", env = {} }: Options) => {
    const { PATH = "" } = process.env;
    const set = { PATH, HUBLIST_DATA: data, NODE_ENV: "production" as const, HUBLIST_TODAY: "2026-11-20" };
    return { cwd: folder, input, env: { ...set, ...env } };
  };
  let number = 0;
  return {
    folder,
    run(typed, options = {}) {
      const copy = join(built, `${name}-${++number}.mjs`);
      copyFileSync(program, copy);
      return runWithin(copy, typed, given(options));
    },
    spawn(typed, options = {}) {
      const done = spawnSync(process.execPath, [program, ...typed], { encoding: "utf8", ...given(options) });
      return { code: done.status, out: done.stdout, err: done.stderr };
    },
    done() {
      rmSync(built, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Surroundings {
  cwd: string;
  input: string;
  env: NodeJS.ProcessEnv;
}

/** Loads the program, which is its whole run, in surroundings like those of a new process. */
async function runWithin(program: string, typed: string[], { cwd, input, env }: Surroundings): Promise<Ran> {
  const said = { out: "", err: "" };
  const restore = [
    replaced(process, "argv", [process.execPath, program, ...typed]),
    replaced(process, "env", env),
    replaced(process, "stdin", Readable.from(input === "" ? [] : [Buffer.from(input)])),
    replaced(console, "log", (...words: unknown[]) => void (said.out += `${format(...words)}\n`)),
    replaced(console, "error", (...words: unknown[]) => void (said.err += `${format(...words)}\n`)),
    // The store of a process is kept here, and this run is to open its own.
    replaced(globalThis as { hublistStore?: unknown }, "hublistStore", undefined),
  ];
  const [before, folder] = [process.exitCode, process.cwd()];
  process.exitCode = undefined;
  process.chdir(cwd);
  try {
    await import(/* @vite-ignore */ pathToFileURL(program).href);
    return { code: Number(process.exitCode ?? 0), ...said };
  } finally {
    process.chdir(folder);
    process.exitCode = before;
    for (const undo of restore.reverse()) undo();
  }
}

/** Puts a value in the place of another; the function that undoes it. */
function replaced<T extends object, K extends keyof T>(
  holder: T,
  name: K,
  value: T[K] | unknown,
): () => void {
  const before = Object.getOwnPropertyDescriptor(holder, name);
  Object.defineProperty(holder, name, { value, configurable: true, writable: true, enumerable: true });
  return () => {
    if (before) Object.defineProperty(holder, name, before);
    else delete holder[name];
  };
}
