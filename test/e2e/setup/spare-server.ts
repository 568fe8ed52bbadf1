import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, SEEDED } from "./places";

/** A server on a data folder of its own. */
export interface SpareServer {
  /** Its address once it listens; null when it left before. */
  url: string | null;
  /** Its data folder, which `stop` removes. */
  data: string;
  /** What it wrote to standard error so far. */
  errors: () => string;
  /** Tells it to stop; resolves to its exit code. */
  stop: () => Promise<number | null>;
  /** Ends it as a crash or a power cut does, and leaves its data. */
  kill: () => Promise<void>;
}

/** What a spare server runs, and on which data. */
interface SpareOptions {
  /** A copy of the hub of all browser tests, where their cookies hold too, or one that seed.ts makes from today on: small or of true size. */
  hub?: "copy" | "small" | "full";
  /** The folder that another one left. */
  data?: string;
  program?: string;
}

const stops = new Set<() => Promise<number | null>>();

/** Stops those that a failed test left running. */
export async function stopSpareServers(): Promise<void> {
  await Promise.all([...stops].map((stop) => stop()));
}

/** Starts the built server, or another program, with these settings, for one test. */
export async function spareServer(
  settings: Record<string, string>,
  options: SpareOptions = {},
): Promise<SpareServer> {
  const server = await startServer(settings, options);
  const end = async <T>(ended: () => Promise<T>) => {
    stops.delete(stop);
    return ended();
  };
  const stop = () => end(server.stop);
  stops.add(stop);
  return { ...server, stop, kill: () => end(server.kill) };
}

/** Starts the built server, or another program, with these settings, until it is stopped. */
export async function startServer(
  settings: Record<string, string>,
  {
    hub,
    data = mkdtempSync(join(tmpdir(), "hublist-spare-")),
    program = "build/server/server.js",
  }: SpareOptions = {},
): Promise<SpareServer> {
  const env = {
    ...{ ...process.env, NODE_ENV: "production" as const, PORT: "0", HUBLIST_DATA: data },
    ...settings,
  };
  if (hub === "copy") cpSync(SEEDED, data, { recursive: true });
  else if (hub) spawnSync(process.execPath, [join(root, "test-results/seed/seed.mjs"), hub], { env });
  const server = spawn(process.execPath, [join(root, program)], { env });
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
  const end = async (signal: NodeJS.Signals) => {
    server.kill(signal);
    return exit;
  };
  const stop = async () => {
    const code = await end("SIGTERM");
    rmSync(data, { recursive: true, force: true });
    return code;
  };
  return { url, data, errors: () => errors, stop, kill: async () => void (await end("SIGKILL")) };
}
