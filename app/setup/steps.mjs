// What the setup commands share. Node's own modules only: this runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Says what happens, on standard error: standard output belongs to the command itself. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** The Node versions that Hublist runs on. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Hublist needs Node 20.19 or later; this is ${process.version}. Install a newer Node and try again.`);
  process.exit(1);
}

/**
 * Runs a program quietly and keeps what it prints; shows it, and leaves, only when it fails.
 * @param {string} what words for the person who waits
 */
export function quietly(what, command, args, env = {}) {
  const started = Date.now();
  say(what);
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (done.error || done.status !== 0) {
    say(`${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? done.error.message : ""}`);
    say(`That did not work: ${command} ${args.join(" ")}`);
    process.exit(1);
  }
  say(`  done in ${Math.max(1, Math.round((Date.now() - started) / 1000))} s`);
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** A digest of everything below the named files and folders, and of the Node version. */
export function digestOf(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths)
    for (const file of filesBelow(join(root, path)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

/** Does `work` only when `digest` is not the one noted in `stamp` by the last success. */
export function unlessDone(stamp, digest, work) {
  const file = join(root, stamp);
  if (existsSync(file) && readFileSync(file, "utf8") === digest) return false;
  work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, digest);
  return true;
}
