// Runs one of the commands (`npm run plan -- ...`): installs and builds what is lacking, then hands over.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installPackages } from "./install.mjs";
import { buildPrograms } from "./build.mjs";
import { root, say } from "./steps.mjs";

/** Starts a built program in the caller's folder and leaves with its exit code; signals reach it. */
export function handOver(program, args) {
  const file = join(root, "build/node", `${program}.js`);
  if (!existsSync(file)) {
    say(`There is no command ${program}.`);
    process.exit(2);
  }
  const child = spawn(process.execPath, ["--enable-source-maps", file, ...args], {
    stdio: "inherit",
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { NODE_ENV: "production", ...process.env },
  });
  // A terminal sends Ctrl-C to both; a service manager sends SIGTERM to this process alone.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [program, ...args] = process.argv.slice(2);
  installPackages();
  await buildPrograms();
  handOver(program ?? "hublist", args);
}
