import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";

it("MODEL.md names every rule", () => {
  const text = readFileSync("solver/MODEL.md", "utf8");
  const rules = readdirSync("solver/rules").map((file) => file.replace(/\.ts$/, ""));
  expect(rules.length).toBeGreaterThan(10);
  expect(rules.filter((rule) => !text.includes(`\`${rule}\``) && !text.includes(`\`${rule}.ts\``))).toEqual(
    [],
  );
});
