import { describe, expect, it } from "vitest";
import { cellText, columnLetter } from "~/import/cells";

describe("text of a cell", () => {
  it.each([
    ["  x\u00a0", "x"],
    ['="007"', "007"],
    ['="a ""b"""', 'a "b"'],
    ['=HYPERLINK("x")', '=HYPERLINK("x")'],
    ['="a"&"b"', '="a"&"b"'],
    ["'=1+1", "=1+1"],
    ["'+44 7700 900123", "+44 7700 900123"],
    ["'-5", "-5"],
    ["'@x", "@x"],
    ["'\tx", "\tx"],
    ["''=x", "'=x"],
    ["'s-Gravenhage", "'s-Gravenhage"],
    ["O'Example", "O'Example"],
    ["'", "'"],
  ])("%j is %j", (raw, text) => expect(cellText(raw)).toBe(text));
});

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (index, letter) => expect(columnLetter(index)).toBe(letter));
