import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecords } from "~/import/records";

function recordsOf(text: string) {
  const records: [number, string[]][] = [];
  const broken: [number, string][] = [];
  const whole = readRecords(text, {
    record: (cells, row) => records.push([row, cells]) > 0,
    broken: (row, fault) => broken.push([row, fault]),
  });
  return { records, broken, whole };
}

describe("records of a text", () => {
  it("numbers rows as a spreadsheet shows them: blank lines count, quoted line breaks do not", () => {
    const { records } = recordsOf('a,b\n\n"1\n2",x\n3,y\n');
    expect(records).toEqual([
      [1, ["a", "b"]],
      [2, [""]],
      [3, ["1\n2", "x"]],
      [4, ["3", "y"]],
    ]);
  });

  it("reads quotation marks written twice, and single ones inside a cell", () => {
    expect(recordsOf('"say ""no""",5" nail\n').records).toEqual([[1, ['say "no"', '5" nail']]]);
  });

  it("reports a cell that is never closed in its row, and goes on with the next line", () => {
    const { records, broken } = recordsOf('a,b\n1,"open\n3,4\n5,6\n');
    expect(broken).toEqual([[2, "unterminated"]]);
    expect(records.map(([row]) => row)).toEqual([1, 3, 4]);
  });

  it("does not let a lost quotation mark swallow rows up to the next quoted cell", () => {
    const { records, broken } = recordsOf('a,b\n1,"open\n3,"x;y"\n5,6');
    expect(broken).toEqual([[2, "misplaced"]]);
    expect(records).toEqual([
      [1, ["a", "b"]],
      [3, ["3", "x;y"]],
      [4, ["5", "6"]],
    ]);
  });

  it("gives up after 100 broken rows", () => {
    expect(recordsOf('1,"x\n'.repeat(99)).whole).toBe(true);
    expect(recordsOf('1,"x\n'.repeat(100)).whole).toBe(false);
  });

  it("reads a long text in pieces without losing or cutting a row", () => {
    const line = (i: number) => `${i},"${"x".repeat(i % 700)}\n${"y".repeat(i % 300)}"\n`;
    const text = Array.from({ length: 6000 }, (_, i) => line(i)).join("");
    expect(text.length).toBeGreaterThan(2_500_000);
    const { records, broken } = recordsOf(text);
    expect(broken).toEqual([]);
    expect(records.map(([row, cells]) => [row, Number(cells[0])])).toEqual(
      Array.from({ length: 6000 }, (_, i) => [i + 1, i]),
    );
  });

  it("reports a row of more than a million characters in an open quotation", () => {
    const { records, broken } = recordsOf(`a\n"${"z\n".repeat(600_000)}`);
    expect(broken).toEqual([[2, "unterminated"]]);
    expect(records.at(-1)).toEqual([600_001, ["z"]]);
  });

  it("reports a line of more than a million characters, and goes on", () => {
    const { records, broken } = recordsOf(`a,b\n${",".repeat(1_000_001)}\n1,2\n`);
    expect(broken).toEqual([[2, "long"]]);
    expect(records).toEqual([
      [1, ["a", "b"]],
      [3, ["1", "2"]],
    ]);
    expect(recordsOf(`${"x".repeat(999_999)}\n1\n`).broken).toEqual([]);
  });

  it("gives back any cells that were written by RFC 4180", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", ";", " ", "é", "'", "=") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(",")).join("\n");
        expect(recordsOf(text).records.map(([, cells]) => cells)).toEqual(rows);
      }),
    );
  });
});
