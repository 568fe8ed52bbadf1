import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./places";

/** A server of its own for one test, on a fresh data folder. */
export interface SpareServer {
  /** Its address once it listens; null when it left before. */
  url: string | null;
  /** What it wrote to standard error so far. */
  errors: () => string;
  /** Tells it to stop; resolves to its exit code. */
  stop: () => Promise<number | null>;
}

const stops = new Set<() => Promise<number | null>>();

/** Stops those that a failed test left running. */
export async function stopSpareServers(): Promise<void> {
  await Promise.all([...stops].map((stop) => stop()));
}

/** Starts the built server, or another program, with these settings; `demo`: on the hub that seed.ts makes. */
export async function spareServer(
  settings: Record<string, string>,
  demo = false,
  program = "build/server/server.js",
): Promise<SpareServer> {
  const data = mkdtempSync(join(tmpdir(), "hublist-spare-"));
  const env = { ...process.env, NODE_ENV: "production" as const, PORT: "0", HUBLIST_DATA: data };
  if (demo) spawnSync(process.execPath, [join(root, "test-results/seed/seed.mjs")], { env });
  const server = spawn(process.execPath, [join(root, program)], {
    env: { ...env, ...settings },
  });
  let errors = "";
  server.stderr.on("data", (text: Buffer) => (errors += text.toString()));
  const exit = new Promise<number | null>((left) => server.once("exit", left));
  const listening = new Promise<string>((resolve) =>
    server.stdout.on("data", (text: Buffer) => {
      const url = /http:\/\/\S+/.exec(text.toString())?.[0];
      if (url) resolve(url);
    }),
  );
  const url = await Promise.race([listening, exit.then(() => null)]);
  const stop = async () => {
    stops.delete(stop);
    server.kill("SIGTERM");
    const code = await exit;
    rmSync(data, { recursive: true, force: true });
    return code;
  };
  stops.add(stop);
  return { url, errors: () => errors, stop };
}
