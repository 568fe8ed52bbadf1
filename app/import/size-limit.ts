import type { Fault } from "~/domain/fault";
import { faultOfFile } from "./result";

/** Setting that raises or lowers the limit, in megabytes of 1,048,576 bytes. */
export const LIMIT_SETTING = "HUBLIST_MAX_UPLOAD_MB";
const USUAL_MEGABYTES = 64;
/** A text cannot be longer than this many characters in Node, whatever the memory. */
const MOST_MEGABYTES = 500;
const MEGABYTE = 1_048_576;

/**
 * The largest file in bytes that is read, from the text of the setting; 64 MB when it is not set.
 * @throws Error when the setting is no whole number of megabytes from 1 to 500: the installation is set up wrongly
 */
export function uploadLimit(setting: string | undefined): number {
  if (setting === undefined || setting.trim() === "") return USUAL_MEGABYTES * MEGABYTE;
  const megabytes = /^\s*\d{1,3}\s*$/.test(setting) ? Number(setting) : 0;
  if (megabytes >= 1 && megabytes <= MOST_MEGABYTES) return megabytes * MEGABYTE;
  throw new Error(
    `${LIMIT_SETTING} is “${setting}”: expected a whole number of megabytes, 1 to ${MOST_MEGABYTES}.`,
  );
}

/** The fault of a file over the limit. `size` in bytes, null when it was not read to its end. */
export function tooLarge(file: string, size: number | null, limit: number): Fault {
  const is = size === null ? "larger" : `${(size / MEGABYTE).toFixed(1)} MB, larger`;
  const message = `The file is ${is} than ${limit / MEGABYTE} MB, the most that is read. Nothing of it was read.`;
  return faultOfFile(file, `${message} An administrator can raise the limit with ${LIMIT_SETTING}.`);
}
