import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const log = readFileSync(join(root, "docs/clinical-safety/hazard-log.md"), "utf8");
const hazards = log.split(/^## /m).slice(1);

describe("the hazard log", () => {
  it("says for each hazard its cause, risk before and after, controls, tests and what is open", () => {
    expect(hazards.length).toBeGreaterThan(12);
    for (const hazard of hazards)
      for (const part of ["Cause", "Effect", "Before", "After", "Controls", "Shown by", "Open"])
        expect(hazard, part).toContain(`**${part}**`);
  });

  it("numbers the hazards one by one", () => {
    expect(hazards.map((hazard) => /^H(\d+) /.exec(hazard)?.[1])).toEqual(
      hazards.map((_, at) => String(at + 1)),
    );
  });

  it("names tests that are there, at least one for each hazard", () => {
    for (const hazard of hazards) {
      const tests = [...hazard.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path!);
      expect(tests.length, hazard.slice(0, 40)).toBeGreaterThan(0);
      expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    }
  });
});
