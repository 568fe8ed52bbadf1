import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const text = readFileSync("solver/MODEL.md", "utf8");

/** Files below a folder, with their paths from the top. */
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));

const files = ["solver", "app/services", "docs", "test/solver"].flatMap(filesOf);
/** The solver's code without its comments: a name that only a comment has is none. */
const code = files
  .filter((name) => name.startsWith("solver/") && name.endsWith(".ts"))
  .map((name) => readFileSync(name, "utf8").replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, ""))
  .join("\n");
const words = new Set(code.match(/[A-Za-z_]\w*/g));

/** What stands in backticks: names and formulas of the code, or files and folders. */
const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!);
const isFile = (name: string) => files.some((file) => `/${file}/`.endsWith(`/${name.replace(/\/$/, "")}/`));
const ruleNames = new Set(readdirSync("solver/rules").map((file) => file.replace(/\.ts$/, "")));

/** Words of a quotation that the solver's code does not have. */
function unknownIn(name: string): string[] {
  if (ruleNames.has(name) || isFile(name)) return [];
  return (name.match(/[A-Za-z_]\w*/g) ?? []).filter((word) => !words.has(word));
}

describe("MODEL.md", () => {
  it("names every rule", () => {
    expect(ruleNames.size).toBeGreaterThan(10);
    expect(
      [...ruleNames].filter((rule) => !text.includes(`\`${rule}\``) && !text.includes(`\`${rule}.ts\``)),
    ).toEqual([]);
  });

  it("quotes no name and no file that is not there", () => {
    expect(quoted.length).toBeGreaterThan(100);
    // The formula of the score is written in the words of the problem.
    const known = quoted.filter((name) => !name.startsWith("score = "));
    expect(known.filter((name) => unknownIn(name).length > 0)).toEqual([]);
  });

  it("says of every field of a problem what it is", () => {
    const [, fields] = /export interface Problem \{([^]*?)\n\}/.exec(
      readFileSync("solver/problem.ts", "utf8"),
    )!;
    const names = [...fields!.matchAll(/\n {2}(\w+):/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(8);
    // In which order a person places cases by hand is no part of the model.
    expect(names.filter((name) => name !== "handOrder" && !text.includes(`\`${name}\``))).toEqual([]);
  });

  it("has every part that code refers to", () => {
    const referred = files
      .filter((name) => name.startsWith("solver/") && name.endsWith(".ts"))
      .flatMap((name) => [...readFileSync(name, "utf8").matchAll(/MODEL\.md, "([^"]+)"/g)])
      .map(([, part]) => part!);
    expect(referred.length).toBeGreaterThan(1);
    expect(referred.filter((part) => !text.includes(`# ${part}\n`))).toEqual([]);
  });
});
