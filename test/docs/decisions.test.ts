import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "../../docs/decisions");
const files = readdirSync(FOLDER).filter((name) => name !== "README.md");
const index = readFileSync(join(FOLDER, "README.md"), "utf8");

describe("the decisions", () => {
  it("have a number each, without a gap", () => {
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, at) => at + 1));
  });

  it.each(files)("%s says its number and stands once in the index", (name) => {
    const number = name.slice(0, 4);
    expect(readFileSync(join(FOLDER, name), "utf8")).toMatch(new RegExp(`^# ${number} `));
    expect(index.split(`| [${number}](${name}) |`)).toHaveLength(2);
  });
});
