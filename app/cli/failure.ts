import { EnvironmentError } from "~/env.server";
import { Refusal } from "./hublist/command";

/** What goes wrong with the machine rather than with Hublist, by the code of the error. */
const MACHINE: Record<string, string> = {
  EACCES: "The data folder may not be written by this user. Change its permissions, or set HUBLIST_DATA.",
  EPERM: "The data folder may not be written by this user. Change its permissions, or set HUBLIST_DATA.",
  EROFS: "The data folder is on a read-only disk. Set HUBLIST_DATA to a folder that can be written.",
  ENOTDIR: "HUBLIST_DATA names a file, or a folder below one: expected a folder.",
  EEXIST: "HUBLIST_DATA names a file: expected a folder.",
  ENOSPC: "The disk is full. Make room and try again; what was begun was undone.",
  SQLITE_FULL: "The disk is full. Make room and try again; what was begun was undone.",
  SQLITE_CANTOPEN: "The database cannot be opened. Check that the data folder is there and can be written.",
  SQLITE_READONLY: "The database may not be written by this user. Change the permissions of the data folder.",
  SQLITE_NOTADB: "hublist.db in the data folder is no database of Hublist. Restore it from a backup.",
  SQLITE_CORRUPT: "hublist.db in the data folder is damaged. Restore it from a backup.",
  SQLITE_BUSY: "Another process has held the database for too long. Stop it and try again.",
  ECONNREFUSED: "The database server of DATABASE_URL does not answer. Start it, or mend the address.",
  ENOTFOUND: "The database server of DATABASE_URL cannot be found. Mend the address.",
  "28P01": "The database server refuses the user or the password of DATABASE_URL.",
  "3D000": "The database that DATABASE_URL names does not exist. Create it first.",
};

function machineWords(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    const words = typeof code === "string" ? MACHINE[code] : undefined;
    if (words) return words;
  }
  return undefined;
}

/** Words for what made a command fail, and its exit code: 2 when the person can mend it, 1 for a defect. */
export function failureOf(error: unknown): { words: string; exitCode: 1 | 2 } {
  if (error instanceof Refusal || error instanceof EnvironmentError)
    return { words: error.message, exitCode: 2 };
  const machine = machineWords(error);
  if (machine) return { words: machine, exitCode: 2 };
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { words: `This is a fault of Hublist itself; nothing was half done. ${message}`, exitCode: 1 };
}
