import { randomUUID } from "node:crypto";
import { accessSync, closeSync, constants, openSync, rmSync } from "node:fs";
import { open, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

/** Where a plan can be written, or a line that says why not. */
export type OutPath = { kind: "writable"; path: string } | { kind: "refused"; line: string };

/**
 * Checks that a file can be written at `out` before any work is done. A link is followed, so that it stays one.
 * @param inputs paths that must not be written over
 */
export async function outPath(out: string, inputs: readonly string[]): Promise<OutPath> {
  const refused = (why: string): OutPath => ({ kind: "refused", line: `--out ${out}: ${why}` });
  const path = await realpath(out).catch(() => resolve(out));
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return refused("this is a folder, expected a file to write");
  if (found && !found.isFile()) return refused("this is no ordinary file, expected one to write");
  const taken = await Promise.all(inputs.map((input) => realpath(input).catch(() => null)));
  if (found && taken.includes(path)) return refused("this file is read as input, expected another name");
  const folder = await stat(dirname(path)).catch(() => null);
  if (!folder?.isDirectory()) return refused("its folder does not exist, expected a folder that does");
  if (!isWritable(dirname(path))) return refused("its folder cannot be written, expected one that can");
  return { kind: "writable", path };
}

let written = false;

/** Whether this process has put a whole file in its place. */
export function hasWritten(): boolean {
  return written;
}

/** Files that are being written beside their place. */
const unfinished = new Set<string>();

/** Takes away what is half written; for a process that must leave at once. */
export function removeUnfinished(): void {
  for (const file of unfinished) rmSync(file, { force: true });
}

/**
 * Writes a file whole or not at all: beside its place first, then renamed. What killed processes left half written beside
 * that place goes. Throws when the disk refuses.
 * @param text the whole of it, or its pieces in their order
 */
export async function writeWhole(path: string, text: string | Iterable<string>): Promise<void> {
  const beside = besideOf(path);
  unfinished.add(beside);
  try {
    // What cannot be taken away is no reason to write nothing.
    await removeLeft(path).catch(() => null);
    const file = await open(beside, "wx");
    try {
      await writeFile(file, text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    written = true;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    unfinished.delete(beside);
  }
}

/** Permissions alone do not tell (a read-only disk): a trial file does. In one go, so that no signal leaves it there. */
function isWritable(folder: string): boolean {
  const trial = besideOf(join(folder, "trial"));
  try {
    accessSync(folder, constants.W_OK);
    closeSync(openSync(trial, "wx"));
    rmSync(trial);
    return true;
  } catch {
    return false;
  }
}

/** Named by who writes, so that others can tell a file that nobody goes on writing. */
function besideOf(path: string): string {
  const name = `${besideBegins(path)}${process.pid}.${randomUUID().slice(0, 8)}.tmp`;
  return join(dirname(path), name);
}

/** A folder may be shared with other machines, whose processes cannot be asked about here. */
const besideBegins = (path: string) => `.${basename(path)}.${hostname()}.`;

const BESIDE_ENDS = /^(\d+)\.[0-9a-f]{8}\.tmp$/;

/** Takes away what processes of this machine that live no more were writing to the same place. */
async function removeLeft(path: string): Promise<void> {
  const [folder, begins] = [dirname(path), besideBegins(path)];
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(begins) ? Number(BESIDE_ENDS.exec(name.slice(begins.length))?.[1]) : NaN;
    if (Number.isNaN(pid)) continue;
    const file = join(folder, name);
    // A number is given anew some day, to this process too.
    const isWritten = pid === process.pid ? unfinished.has(file) : isAlive(pid);
    if (!isWritten) await rm(file, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
