import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");

/** What a command printed and how it left. */
export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** A built command and a folder of data for it; `done` removes both. */
export interface CommandBench {
  folder: string;
  /** Runs the command with `HUBLIST_DATA` set to `data` (a fresh folder unless given). */
  run(typed: string[], options?: { data?: string; input?: string; env?: Record<string, string> }): Ran;
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
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  return {
    folder,
    run(typed, { data = join(folder, "data"), input = "", env = {} } = {}) {
      const { PATH = "" } = process.env;
      const done = spawnSync(process.execPath, [join(built, `${name}.js`), ...typed], {
        cwd: folder,
        encoding: "utf8",
        input,
        env: { PATH, HUBLIST_DATA: data, NODE_ENV: "production", HUBLIST_TODAY: "2026-11-20", ...env },
      });
      return { code: done.status, out: done.stdout, err: done.stderr };
    },
    done() {
      rmSync(built, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
