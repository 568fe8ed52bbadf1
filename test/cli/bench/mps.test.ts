import { describe, expect, it } from "vitest";
import { MipBuilder } from "~/cli/bench/mip";
import { columnOf, mpsOf } from "~/cli/bench/peers/mps";

describe("a program as a file", () => {
  it("stands in the fixed fields of MPS, its objective turned round", () => {
    const builder = new MipBuilder();
    const [a, b] = [builder.column(5, true), builder.column(0, false)];
    builder.row(
      [
        [a, 1],
        [b, -2.5],
      ],
      3,
    );
    builder.mip.lower[a] = 1;
    expect(mpsOf(builder.mip).split("\n")).toEqual([
      "NAME          LISTS",
      "ROWS",
      " N  POINTS",
      " L  R0000000",
      "COLUMNS",
      "    MARKER    'MARKER'                 'INTORG'",
      "    C0000000  POINTS    -5",
      "    C0000000  R0000000  1",
      "    MARKER    'MARKER'                 'INTEND'",
      "    C0000001  POINTS    0",
      "    C0000001  R0000000  -2.5",
      "RHS",
      "    RHS       R0000000  3",
      "BOUNDS",
      " LO BOUND     C0000000  1",
      " UP BOUND     C0000000  1",
      " UP BOUND     C0000001  1",
      "ENDATA",
      "",
    ]);
    expect(columnOf("C0000012")).toBe(12);
  });

  it("holds a program of many columns", () => {
    const builder = new MipBuilder();
    for (let at = 0; at < 300_000; at++) builder.column(1, true);
    expect(mpsOf(builder.mip).split("\n").length).toBeGreaterThan(600_000);
  });
});
