// Builds what runs: commands and workers (esbuild, build/node) and the web application (Remix, build/client and build/server).
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { digestOf, quietly, root, say, unlessDone } from "./steps.mjs";

const CONFIGURATION = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "remix.config.js",
];
const SOURCES = ["app", "db", "solver", "public", ...CONFIGURATION];

/** Programs that Node runs: file in build/node -> its source. */
const PROGRAMS = {
  plan: "app/cli/plan.ts",
  hublist: "app/cli/hublist.ts",
  start: "app/cli/start.ts",
  bench: "app/cli/bench.ts",
  "bench-store": "app/cli/bench-store.ts",
  "bench-usage": "app/cli/bench/usage-hook.ts",
  "bench-peer": "app/cli/bench/peer-job.ts",
  "bench-exact": "app/cli/bench/exact-job.ts",
  "solver-worker": "solver/worker.ts",
  "solve-job": "app/cli/solve-job.ts",
  "import-job": "app/cli/import-job.ts",
  "warm-job": "app/cli/warm-job.ts",
};

async function bundlePrograms() {
  const { build } = await import("esbuild");
  rmSync(join(root, "build/node"), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      Object.entries(PROGRAMS).filter(([, file]) => existsSync(join(root, file))),
    ),
    outdir: "build/node",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
}

/** Builds the commands and workers when their sources changed; takes about a second. */
export async function buildPrograms() {
  const digest = digestOf(SOURCES);
  let stale = false;
  unlessDone("build/.programs", digest, () => (stale = true));
  if (!stale && existsSync(join(root, "build/node"))) return;
  say("Building the commands ...");
  try {
    await bundlePrograms();
  } catch (error) {
    rmSync(join(root, "build/.programs"), { force: true });
    throw error;
  }
}

/** Builds everything when its sources changed. Pages first: Remix empties the folder that it builds into. */
export async function buildAll() {
  unlessDone("build/.pages", digestOf(SOURCES), () =>
    quietly("Building the pages (about 15 seconds) ...", "npx", ["remix", "vite:build"], {
      NODE_ENV: "production",
    }),
  );
  await buildPrograms();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildAll();
