import type { Fault } from "~/domain/fault";
import { faultOfFile } from "./result";

/** Setting that raises or lowers the limit, in megabytes of 1,048,576 bytes. */
export const LIMIT_SETTING = "HUBLIST_MAX_UPLOAD_MB";
const USUAL_MEGABYTES = 64;
/** No text can be longer than about this many characters in Node, whatever the memory. */
export const MOST_MEGABYTES = 500;
const MEGABYTE = 1_048_576;
const EXPECTED = `expected a whole number of megabytes, 1 to ${MOST_MEGABYTES}.`;

/** The largest file in bytes that is read, from the text of the setting; null when that is no size. 64 MB by default. */
export function limitOf(setting: string | undefined): number | null {
  if (setting === undefined || setting.trim() === "") return USUAL_MEGABYTES * MEGABYTE;
  const megabytes = /^\s*\d{1,3}\s*$/.test(setting) ? Number(setting) : 0;
  return megabytes >= 1 && megabytes <= MOST_MEGABYTES ? megabytes * MEGABYTE : null;
}

/** The fault of a setting that is no limit: no file can be read. */
export function noLimit(setting: string | undefined): Fault {
  return faultOfFile(LIMIT_SETTING, `This setting is no size: ${EXPECTED}`, setting);
}

/** The fault of a file over the limit. `size` in bytes, null when it was not read to its end. */
export function tooLarge(file: string, size: number | null, limit: number): Fault {
  const is = size === null ? "larger" : `${(size / MEGABYTE).toFixed(1)} MB, larger`;
  const message = `The file is ${is} than ${limit / MEGABYTE} MB, the most that is read. Nothing of it was read.`;
  return faultOfFile(file, `${message} An administrator can raise the limit with ${LIMIT_SETTING}.`);
}
