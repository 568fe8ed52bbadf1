import { describe, expect, it } from "vitest";
import { readText } from "~/import/bytes";
import { bytesOf } from "./example-rows";

const refusal = (bytes: Uint8Array) => {
  const { refused } = readText(bytes, "list.csv");
  expect(refused).toHaveLength(1);
  expect(refused![0]).toMatchObject({ file: "list.csv", row: 0, column: "" });
  return refused![0]!.message;
};
const raw = (...parts: (number[] | string)[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...bytesOf(part)] : part)));
const SAVE = "Save it as “CSV UTF-8 (comma delimited)” and choose that file.";

describe("text of a file", () => {
  it("takes UTF-8 with a byte order mark or without", () => {
    expect(readText(raw([0xef, 0xbb, 0xbf], "a,é"), "f").text).toBe("a,é");
    expect(readText(raw("a,é"), "f").text).toBe("a,é");
  });

  it("reads CRLF and lone CR as line breaks", () => {
    expect(readText(raw("a\r\nb\rc\nd"), "f").text).toBe("a\nb\nc\nd");
  });

  it("refuses a file of 0 bytes", () => {
    expect(refusal(new Uint8Array())).toBe("The file is empty (0 bytes).");
  });

  it.each([
    [raw([0xff, 0xfe], "a\0,\0"), "text in UTF-16"],
    [raw([0xfe, 0xff], "\0a\0,"), "text in UTF-16"],
    [raw("P\0A\0T\0H\0W\0A\0Y\0"), "text in UTF-16"],
    [raw([0xff, 0xfe, 0, 0], "a\0\0\0"), "text in UTF-32"],
    [raw("PK\x03\x04....xl/workbook.xml"), "an Excel workbook (.xlsx)"],
    [
      raw("PK\x03\x04", new Array<number>(100_000).fill(7), "xl/worksheets/sheet1.xml"),
      "an Excel workbook (.xlsx)",
    ],
    [
      raw("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
      "a LibreOffice spreadsheet (.ods)",
    ],
    [raw("PK\x03\x04....notes.txt"), "a zip file"],
    [raw([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "an Excel workbook of the older kind (.xls)"],
    [raw("%PDF-1.7"), "a PDF document"],
    [raw("\n<html><table>"), "a web page or an XML file"],
    [raw([0x89, 0x50, 0x4e, 0x47]), "an image (PNG)"],
  ])("says what another kind of file seems to be", (bytes, kind) => {
    expect(refusal(bytes)).toBe(`This seems to be ${kind}. ${SAVE}`);
  });

  it("refuses binary rubbish", () => {
    const rubbish = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256);
    expect(refusal(rubbish)).toBe(`This is not a text file. ${SAVE}`);
  });

  it("refuses a NUL byte and says where it is", () => {
    expect(refusal(raw("a,b\r\n1,2\r\n3,".padEnd(400, "4"), [0], "4\n"))).toBe(
      "Byte 401, in line 3, is a NUL byte: the file is damaged or not text. Export it again.",
    );
  });

  it("refuses Windows-1252 and says where it is no UTF-8", () => {
    const { refused } = readText(raw("name\nSmith\nRen", [0xe9], "e,1\n"), "list.csv");
    expect(refused![0]).toEqual({
      file: "list.csv",
      row: 0,
      column: "",
      value: "name Smith Renée,1 ",
      message:
        "The text is not UTF-8: byte 15, in line 3, is E9 (“é” in Windows-1252, in which it may be saved). " +
        SAVE,
    });
  });

  it("knows the quotation marks and dashes of Windows-1252", () => {
    expect(refusal(raw("O", [0x92], "Brien"))).toContain("byte 2, in line 1, is 92 (“’” in Windows-1252");
  });

  it("counts a written replacement character as text when it looks for the bad byte", () => {
    expect(refusal(raw("a�b", [0x80]))).toContain("byte 6, in line 1, is 80");
  });
});
