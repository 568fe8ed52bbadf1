import { describe, expect, it } from "vitest";
import { readPasReturn } from "~/import/pas-return";

const FILE = "0192f000-0000-7000-8000-000000000000";
const read = (text: string) => readPasReturn(new TextEncoder().encode(text), { file: "back.csv" });

describe("a return file", () => {
  it("says what became of each row, columns in any order and others left in", () => {
    const found = read(
      `state,action,message,id\r\ndone,book,,${FILE}/1\r\nFailed,move,No slot,${FILE}/2\r\n`,
    );
    expect(found.rows).toEqual([
      { row: 2, file: FILE, number: 1, state: "done", message: "" },
      { row: 3, file: FILE, number: 2, state: "failed", message: "No slot" },
    ]);
    expect(found.rejected).toEqual([]);
  });

  it.each([
    ["an id that is none", `17,done,`, "id", "17"],
    ["a state that is none", `${FILE}/1,yes,`, "state", "yes"],
    ["no state", `${FILE}/1,,`, "state", ""],
    ["a failure without a message", `${FILE}/1,failed,`, "message", ""],
  ])("names a row with %s, and reads the others", (_what, line, column, value) => {
    const found = read(`id,state,message\n${line}\n${FILE}/9,done,\n`);
    expect(found.rejected).toMatchObject([{ row: 2, column, value }]);
    expect(found.rows.map(({ number }) => number)).toEqual([9]);
  });

  it("takes an id once", () => {
    const found = read(`id,state,message\n${FILE}/1,done,\n${FILE}/1,failed,late\n`);
    expect(found.rows.map(({ state }) => state)).toEqual(["done"]);
    expect(found.rejected).toMatchObject([{ row: 3, column: "id" }]);
  });

  it("is refused as a whole without its columns", () => {
    expect(read("id,message\nx,y\n")).toMatchObject({ rows: [], refused: [{ column: "state" }] });
  });
});
