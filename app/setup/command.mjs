// Runs one of the commands (`npm run plan -- ...`): installs and builds what is lacking, then hands over.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installPackages } from "./install.mjs";
import { buildPrograms } from "./build.mjs";
import { root, say } from "./steps.mjs";

/**
 * Runs a built program (`node/plan`, `server/server`) in the caller's folder; signals reach it. Resolves to its exit
 * code, 1 when a signal ended it.
 */
export function runProgram(program, args) {
  const file = join(root, "build", `${program}.js`);
  const child = spawn(process.execPath, ["--enable-source-maps", file, ...args], {
    stdio: "inherit",
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { NODE_ENV: "production", ...process.env, HUBLIST_BEGAN: String(began()) },
  });
  // A terminal sends Ctrl-C to both; a service manager sends SIGTERM to this process alone.
  const wait = () => {};
  const pass = () => child.kill("SIGTERM");
  process.on("SIGINT", wait).on("SIGTERM", pass);
  return new Promise((ended) =>
    child.on("exit", (code, signal) => {
      process.off("SIGINT", wait).off("SIGTERM", pass);
      ended(signal ? 1 : (code ?? 1));
    }),
  );
}

/** Seconds that npm takes to start a command, for each that this program has taken until then. */
const NPM = 1.4;

/** When a person gave the command, milliseconds since the epoch: this program's own start, and npm's before it. */
function began() {
  const own = performance.now();
  return Math.round(performance.timeOrigin - (process.env.npm_execpath ? NPM * Math.min(own, 500) : 0));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [program, ...args] = process.argv.slice(2);
  installPackages();
  await buildPrograms();
  const wanted = `node/${program ?? "hublist"}`;
  if (!existsSync(join(root, "build", `${wanted}.js`))) {
    say(`There is no command ${program}.`);
    process.exit(2);
  }
  process.exit(await runProgram(wanted, args));
}
