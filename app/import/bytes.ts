import type { Fault } from "~/domain/fault";
import { fileKind } from "./file-kind";
import { faultAt, faultOfFile } from "./result";

/** The text of a file, or why there is none. Line breaks are all "\n"; a byte order mark is gone. */
export type TextResult = { text: string; refused: null } | { text: null; refused: Fault[] };

export const SAVE_AS_CSV = "Save it as “CSV UTF-8 (comma delimited)” and choose that file.";
const BINARY_SAMPLE = 65_536;
/** Text holds next to no control characters; a picture or a program holds many. */
const BINARY_SHARE = 0.01;
const REPLACEMENT = "\uFFFD";
/** Characters 80 to 9F of Windows-1252; the others are those of Latin-1, which is all that Node's own decoder knows. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * Decodes a file that should be UTF-8 text.
 * @param remedy what the person should do when it is another kind of file
 */
export function readText(bytes: Uint8Array, file: string, remedy = SAVE_AS_CSV): TextResult {
  const refusal = noText(bytes, file, remedy);
  if (refusal) return { text: null, refused: [refusal] };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: oneKindOfLineBreak(text), refused: null };
  } catch {
    return { text: null, refused: [notUtf8(bytes, file, remedy)] };
  }
}

function noText(bytes: Uint8Array, file: string, remedy: string): Fault | null {
  if (bytes.length === 0) return faultOfFile(file, "The file is empty (0 bytes).");
  const kind = fileKind(bytes);
  if (kind) return faultOfFile(file, `This seems to be ${kind}. ${remedy}`);
  if (looksBinary(bytes)) return faultOfFile(file, `This is not a text file. ${remedy}`);
  return nulByte(bytes, file);
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, BINARY_SAMPLE);
  let controls = 0;
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  return controls > 1 && controls > sample.length * BINARY_SHARE;
}

function nulByte(bytes: Uint8Array, file: string): Fault | null {
  const at = bytes.indexOf(0);
  if (at < 0) return null;
  const where = `Byte ${at + 1}, in line ${lineOf(bytes, at)}, is a NUL byte`;
  return faultOfFile(file, `${where}: the file is damaged or not text. Export it again.`);
}

function notUtf8(bytes: Uint8Array, file: string, remedy: string): Fault {
  const at = firstBadByte(bytes);
  const hex = bytes[at]!.toString(16).toUpperCase();
  const near = western(bytes.subarray(Math.max(0, at - 20), at + 20)).replace(/\s+/g, " ");
  const message =
    `The text is not UTF-8: byte ${at + 1}, in line ${lineOf(bytes, at)}, is ${hex} ` +
    `(“${western(bytes.subarray(at, at + 1))}” in Windows-1252, in which it may be saved). ${remedy}`;
  return faultAt(file, 0, "", near, message);
}

function western(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)).join("");
}

/** Index of the first byte that is no UTF-8. There is one: decoding has failed. */
function firstBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let at = 0;
  for (let from = 0; ;) {
    const bad = text.indexOf(REPLACEMENT, from);
    at += new TextEncoder().encode(text.slice(from, bad)).length;
    const isWritten = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    if (!isWritten) return at;
    at += 3;
    from = bad + 1;
  }
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++;
  return line;
}

function oneKindOfLineBreak(text: string): string {
  const unmarked = text.includes("\uFEFF") ? text.replaceAll("\uFEFF", "") : text;
  return unmarked.includes("\r") ? unmarked.replace(/\r\n?/g, "\n") : unmarked;
}
