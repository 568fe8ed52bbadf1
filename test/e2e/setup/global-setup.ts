import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { DEMO_ACCOUNTS } from "../../../app/auth/demo-accounts";
import { root, SEEDED, stateOf, TODAY } from "./places";
import { signedIn } from "./sign-in";

/** Bundles and runs seed.ts: the hub that the browser tests find. */
async function seed(env: NodeJS.ProcessEnv): Promise<void> {
  const outfile = join(root, "test-results/seed/seed.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["test/e2e/setup/seed.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  const done = spawnSync(process.execPath, [outfile], { env, stdio: "inherit" });
  if (done.status !== 0) throw new Error("The hub of the browser tests could not be prepared.");
}

/** Starts the built server on a free port; resolves to its address once it listens. */
function serve(env: NodeJS.ProcessEnv): Promise<{ server: ChildProcess; url: string }> {
  const program = join(root, "build/server/server.js");
  if (!existsSync(program)) throw new Error("There is no build/server/server.js. Run `npm run build` first.");
  const server = spawn(process.execPath, ["--enable-source-maps", program], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`The server left with ${code} before it listened.`)));
    server.stdout!.on("data", (text: Buffer) => {
      const url = /http:\/\/\S+/.exec(text.toString())?.[0];
      if (url) resolve({ server, url });
    });
  });
}

/**
 * Signs every role in once, by the form, and keeps the cookies for the tests, which hold on copies of the hub too: a
 * sign-in takes the processor as long as three pages.
 */
async function signEverybodyIn(url: string): Promise<void> {
  mkdirSync(join(root, "test-results/state"), { recursive: true });
  for (const { role } of DEMO_ACCOUNTS)
    writeFileSync(stateOf(role), JSON.stringify(await signedIn(url, role)));
}

export default async function globalSetup(): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), "hublist-browser-"));
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    HOST: "127.0.0.1",
    PORT: "0",
    HUBLIST_DATA: data,
    HUBLIST_TODAY: TODAY,
    HUBLIST_MAX_UPLOAD_MB: "2",
  };
  await seed(env);
  const { server, url } = await serve(env);
  process.env.HUBLIST_TEST_URL = url;
  await signEverybodyIn(url);
  rmSync(SEEDED, { recursive: true, force: true });
  // Nobody writes now, so the files of the running server are whole.
  cpSync(data, SEEDED, { recursive: true });
  return async () => {
    const left = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await left;
    rmSync(data, { recursive: true, force: true });
  };
}
