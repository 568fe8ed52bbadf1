import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { DEMO_ACCOUNTS } from "../../../app/auth/demo-accounts";
import { root, SEEDED, stateOf, TODAY } from "./places";
import { signedIn } from "./sign-in";
import { startServer } from "./spare-server";

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

/**
 * Signs every role in once, by the form, and keeps the cookies for the tests, which hold on copies of the hub too: a
 * sign-in takes the processor as long as three pages.
 */
async function signEverybodyIn(url: string): Promise<void> {
  mkdirSync(join(root, "test-results/state"), { recursive: true });
  for (const { role } of DEMO_ACCOUNTS)
    writeFileSync(stateOf(role), JSON.stringify(await signedIn(url, role)));
}

/** Makes the hub that every worker's server, and every spare one, has a copy of. */
export default async function globalSetup(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), "hublist-browser-"));
  await seed({ ...process.env, NODE_ENV: "production", HUBLIST_DATA: data, HUBLIST_TODAY: TODAY });
  const server = await startServer({ HOST: "127.0.0.1", HUBLIST_TODAY: TODAY }, { data });
  if (server.url === null) throw new Error(`The server left before it listened: ${server.errors()}`);
  await signEverybodyIn(server.url);
  rmSync(SEEDED, { recursive: true, force: true });
  // Nobody writes now, so the files of the running server are whole.
  cpSync(data, SEEDED, { recursive: true });
  await server.stop();
}
