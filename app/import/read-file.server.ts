import { open, type FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import type { Fault } from "~/domain/fault";
import { faultOfFile } from "./result";
import { LIMIT_SETTING, limitOf, noLimit, tooLarge } from "./size-limit";

/** The bytes of a file, or why there are none. */
export type FileRead = { bytes: Uint8Array; refused: null } | { bytes: null; refused: Fault[] };

const WORDS: Record<string, string> = {
  ENOENT: "There is no such file. Check the path.",
  ENOTDIR: "There is no such file. Check the path.",
  EISDIR: "This is a folder: expected a file.",
  EACCES: "The file may not be read by this user. Change its permissions.",
  EPERM: "The file may not be read by this user. Change its permissions.",
};

/**
 * Reads a file given by its path. A file over the limit is refused before any of it is read.
 * @param given the most bytes; by default the setting HUBLIST_MAX_UPLOAD_MB
 */
export async function readFileBytes(path: string, given?: number): Promise<FileRead> {
  const setting = process.env[LIMIT_SETTING];
  const limit = given ?? limitOf(setting);
  if (limit === null) return refusal(noLimit(setting));
  const file = basename(path);
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, "r");
    const stats = await handle.stat();
    if (stats.isDirectory()) return refusal(faultOfFile(file, WORDS.EISDIR!, path));
    if (stats.size > limit) return refusal(tooLarge(file, stats.size, limit));
    return await readToEnd(handle, file, limit);
  } catch (error) {
    return refusal(faultOfFile(file, wordsFor(error), path));
  } finally {
    await handle?.close();
  }
}

/** A pipe or a growing file tells no size: reading stops at the limit. */
async function readToEnd(handle: FileHandle, file: string, limit: number): Promise<FileRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: 1_048_576 })) {
    size += chunk.length;
    if (size > limit) return refusal(tooLarge(file, null, limit));
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), refused: null };
}

function refusal(fault: Fault): FileRead {
  return { bytes: null, refused: [fault] };
}

function wordsFor(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return WORDS[code] ?? `The file cannot be read (${code || "unknown fault"}).`;
}
