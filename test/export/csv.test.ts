import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "~/export/csv";
import { cellText } from "~/import/cells";
import { readText } from "~/import/bytes";
import { readRecords } from "~/import/records";

/** Cells as the reader sees them. */
function readBack(csv: string): string[][] {
  const rows: string[][] = [];
  const { text } = readText(new TextEncoder().encode(csv), "f");
  readRecords(text!, {
    record: (cells) => rows.push(cells.map(cellText)) > 0,
    broken: () => expect.unreachable(),
  });
  return rows.slice(0, -1).concat(rows.at(-1)!.join("") === "" ? [] : [rows.at(-1)!]);
}

describe("CSV", () => {
  it("follows RFC 4180", () => {
    expect(
      csvText(
        ["a", "b"],
        [
          ['say "no"', "x,y"],
          ["1\n2", ""],
        ],
      ),
    ).toBe('a,b\r\n"say ""no""","x,y"\r\n"1\n2",\r\n');
  });

  it.each(["=1+1", "+44", "-5", "@x", "\tx", "'=x", "''@x"])("makes %j safe with an apostrophe", (text) => {
    expect(csvText(["a"], [[text]])).toBe(`a\r\n"'${text}"\r\n`);
  });

  it.each(["a=b", "1-2", "O'Example", "'s", ""])("leaves %j as it is", (text) => {
    expect(csvText(["a", "b"], [["x", text]])).toBe(`a,b\r\nx,${text}\r\n`);
  });

  it("guards a leading line break, which it must quote", () => {
    expect(csvText(["a"], [["\nx"]])).toBe('a\r\n"\'\nx"\r\n');
  });

  it("is read back as it was written", () => {
    const unit = fc.constantFrom(
      "a",
      "é",
      "💉",
      ",",
      '"',
      "\n",
      "\t",
      ";",
      " ",
      "'",
      "=",
      "+",
      "-",
      "@",
      "0",
    );
    const guarded = /^'*[=+\-@\t\n]/;
    // Blanks around a cell are no part of it, unless it is guarded.
    const cell = fc.string({ unit }).map((text) => (guarded.test(text) ? text : text.trim()));
    const row = fc.tuple(fc.constant("id"), cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        expect(readBack(csvText(["x", "y", "z"], rows))).toEqual([["x", "y", "z"], ...rows]);
      }),
      { numRuns: 500 },
    );
  });
});
