import { describe, expect, it } from "vitest";
import { readWaitingList } from "~/import/waiting-list";
import { bytesOf, CONTEXT, csv, ENTRY, words } from "./example-rows";

const text = new TextDecoder().decode(csv([ENTRY]));
const [header, line] = text.trim().split("\n") as [string, string];
const read = (content: string) => readWaitingList(bytesOf(content), CONTEXT);
const other = line.replace("PP00000001", "PP00000002");

describe("the header", () => {
  it("finds columns in any order and case and names unknown ones", () => {
    const names = header.split(",").reverse();
    const cells = line.split(",").reverse();
    const result = read(`${names.join(",").toLowerCase()},Ward\n${cells.join(",")},7\n`);
    expect(result.rows).toHaveLength(1);
    expect(result.rows[0]).toMatchObject({ row: 2, pathwayId: "PP00000001" });
    expect(result.unknownColumns).toEqual(["Ward"]);
    expect(result.columns).toContain("NHS_NUMBER");
    expect(result.columns).not.toContain("TCI_Date");
  });

  it("hands on the cells of unknown columns of rows that stand", () => {
    const kept: unknown[] = [];
    const content = `${header},Ward,Bay\n${line},7,\n${other.replace("fit", "well")},8,A\n`;
    readWaitingList(bytesOf(content), { ...CONTEXT, keepUnknown: (row, cells) => kept.push([row, cells]) });
    expect(kept).toEqual([[2, { Ward: "7" }]]);
  });

  it("tells unknown columns of one name, and those without a name, by their letter", () => {
    const kept: unknown[] = [];
    const content = `${header},Ward,,Ward,,\n${line},7,x,8,,\n`;
    const context = {
      ...CONTEXT,
      keepUnknown: (_: number, cells: Record<string, string>) => kept.push(cells),
    };
    expect(readWaitingList(bytesOf(content), context).unknownColumns).toEqual([
      "Ward",
      "Column O",
      "Ward (column P)",
    ]);
    expect(kept).toEqual([{ Ward: "7", "Column O": "x", "Ward (column P)": "8" }]);
  });

  it("refuses a header of more than 2000 columns", () => {
    const wide = (count: number) => `${header}${",x".repeat(count - 13)}\n${line}${",".repeat(count - 13)}\n`;
    expect(read(wide(2000)).rows).toHaveLength(1);
    expect(words(read(wide(2001)).refused)).toEqual([
      "1 : The header has 2001 columns: expected at most 2000. Is a line break missing?",
    ]);
  });

  it("refuses a file without a must column and names one that looks like it", () => {
    const result = read(`${header.replace("PERSON_BIRTH_DATE", "PERSON_BIRTHDATE")}\n${line}\n`);
    expect(result.rows).toEqual([]);
    expect(words(result.refused)).toEqual([
      "1 PERSON_BIRTH_DATE: The column is missing: expected a date, YYYY-MM-DD or DD/MM/YYYY, not after the plan date. " +
        "Is it the column “PERSON_BIRTHDATE”?",
    ]);
  });

  it("refuses a known column that stands twice, and leaves unknown ones alone", () => {
    expect(words(read(`${header},nhs_number\n${line},\n`).refused)).toEqual([
      "1 NHS_NUMBER: The header names this column twice, in columns C and N: expected once. Delete or rename one of them.",
    ]);
    expect(read(`${header},Ward,Ward\n${line},7,8\n`).rows).toHaveLength(1);
  });

  it.each([
    [";", "semicolons"],
    ["\t", "tabs"],
    ["|", "upright bars"],
  ])("refuses a file separated by %j", (separator, word) => {
    const quoted = header.split(",").map((name) => `"${name}"`);
    for (const names of [header.split(","), quoted])
      expect(words(read(`${names.join(separator)}\n${line.replaceAll(",", separator)}\n`).refused)).toEqual([
        `1 : The cells are separated by ${word}: expected commas. Save it as “CSV UTF-8 (comma delimited)”.`,
      ]);
  });

  it("warns of a header without rows", () => {
    const result = read(`${header}\n\n`);
    expect(result).toMatchObject({ rows: [], rejected: [], refused: [] });
    expect(words(result.warnings)).toEqual(["0 : The file holds a header line and no rows."]);
  });

  it("refuses blank lines alone, and a header with a lost quotation mark", () => {
    expect(words(read("\n , \n").refused)).toEqual(["0 : The file holds no header line."]);
    expect(words(read(`"${header}\n${line}\n`).refused)).toEqual([
      '1 : A quotation mark (") that opens a cell of this row is never closed: close it or take it away.',
    ]);
  });

  it("takes a header that blank lines precede", () => {
    expect(read(`\n\n${header}\n${line}\n`).rows[0]).toMatchObject({ row: 4 });
  });
});

describe("the rows", () => {
  it.each([
    ["a byte order mark", `\uFEFF${header}\n${line}\n`],
    ["CRLF", `${header}\r\n${line}\r\n`],
    ["lone CR", `${header}\r${line}\r`],
    ["no last line break", `${header}\n${line}`],
    ["trailing blank lines", `${header}\n${line}\n\n \n${",".repeat(12)}\n`],
    ["trailing empty columns", `${header},,,\n${line},,,\n`],
    ["more empty cells than the header", `${header}\n${line},,\n`],
  ])("are read with %s", (_, content) => {
    const { rows, rejected, warnings, refused } = read(content);
    expect(rows.map((entry) => entry.pathwayId)).toEqual(["PP00000001"]);
    expect([...rejected, ...warnings, ...refused]).toEqual([]);
  });

  it("are rejected with too many or too few cells, and the others go on", () => {
    const content = `${header}\n${line},7\n\n${line.slice(0, -4)}\n${other}\n`;
    const result = read(content);
    expect(words(result.rejected)).toEqual([
      "2 : The row has 14 cells and the header 13: expected as many. Is a comma not in quotation marks?",
      "4 : The row has 12 cells and the header 13: expected as many. Is the line cut off?",
    ]);
    expect(result.rejected[0]!.value).toBe("7");
    expect(result.rows.map((entry) => entry.row)).toEqual([5]);
  });

  it("are rejected with lost quotation marks, and the others go on", () => {
    const result = read(`${header}\n"${line}\n${other}\n`);
    expect(words(result.rejected)).toEqual([
      '2 : A quotation mark (") that opens a cell of this row is never closed: close it or take it away.',
    ]);
    expect(result.rows.map((entry) => entry.row)).toEqual([3]);
  });

  it("may be many and blank, but not without end", () => {
    expect(read(`${header}\n${line}${"\n".repeat(100_000)}`).rows).toHaveLength(1);
    expect(words(read(`${header}\n${line}${"\n".repeat(2_000_000)}`).refused)).toEqual([
      "0 : The file has more than 2000000 rows, blank ones included: is it the right one?",
    ]);
  });

  it("cut a long value to 100 characters in a fault", () => {
    const { rejected } = read(`${header}\n${line.replace("1985-09-24", "9".repeat(300))}\n`);
    expect(rejected[0]!.value).toBe("9".repeat(99) + "…");
  });
});
