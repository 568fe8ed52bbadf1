/** What a file seems to be that is no text, for the word to the person who gave it. */

const SIGNATURES: [bytes: number[], kind: string][] = [
  [[0xd0, 0xcf, 0x11, 0xe0], "an Excel workbook of the older kind (.xls)"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF document"],
  [[0x1f, 0x8b], "a compressed file (gzip)"],
  [[0x37, 0x7a, 0xbc, 0xaf], "a compressed file (7z)"],
  [[0x52, 0x61, 0x72, 0x21], "a compressed file (RAR)"],
  [[0x89, 0x50, 0x4e, 0x47], "an image (PNG)"],
  [[0xff, 0xd8, 0xff], "an image (JPEG)"],
  [[0xff, 0xfe, 0x00, 0x00], "text in UTF-32"],
  [[0xff, 0xfe], "text in UTF-16"],
  [[0xfe, 0xff], "text in UTF-16"],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Names inside a zip file, which show the program that wrote it. They stand near its beginning or its end. */
const ZIP_CONTENTS: [name: string, kind: string][] = [
  ["xl/", "an Excel workbook (.xlsx)"],
  ["opendocument.spreadsheet", "a LibreOffice spreadsheet (.ods)"],
  ["word/", "a Word document (.docx)"],
];
const ZIP_SEARCHED = 65_536;

/** What the bytes seem to be, such as "an Excel workbook (.xlsx)"; null when nothing is recognised. */
export function fileKind(bytes: Uint8Array): string | null {
  if (startsWith(bytes, ZIP)) return zipKind(bytes);
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (known) return known[1];
  if (isUnmarkedUtf16(bytes)) return "text in UTF-16";
  return startsWithMarkup(bytes) ? "a web page or an XML file" : null;
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function zipKind(bytes: Uint8Array): string {
  const latin = new TextDecoder("latin1");
  const ends = latin.decode(bytes.subarray(0, ZIP_SEARCHED)) + latin.decode(bytes.subarray(-ZIP_SEARCHED));
  return ZIP_CONTENTS.find(([name]) => ends.includes(name))?.[1] ?? "a zip file";
}

/** Western text in UTF-16 has a NUL in nearly every second place. */
function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1024);
  const nuls = [0, 0];
  sample.forEach((byte, index) => byte === 0 && nuls[index % 2]!++);
  return (
    sample.length >= 4 && Math.max(...nuls) > sample.length * 0.4 && Math.min(...nuls) < sample.length * 0.05
  );
}

function startsWithMarkup(bytes: Uint8Array): boolean {
  return /^\s*<[!?a-z]/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, 256)).replace(/^ï»¿/, ""));
}
