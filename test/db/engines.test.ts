import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { dialect } from "~db/dialect";
import config from "../../vite.config";
import { onEachEngine } from "./engines";

onEachEngine("the engine", (given) => {
  it("is the project's own", async ({ task }) => {
    const own = task.file.projectName === "postgresql" ? "postgresql" : "sqlite";
    expect([dialect, given.kind]).toEqual([own, own]);
    // Each refuses what only the other has.
    const only = { sqlite: "pragma user_version", postgresql: "show server_version" };
    await given.raw(only[own]);
    await expect(given.raw(only[own === "sqlite" ? "postgresql" : "sqlite"])).rejects.toThrow(/syntax error/);
  });
});

const TESTS = resolve(import.meta.dirname, "..");
const ENGINES = join(TESTS, "db/engines.ts");
const IMPORT =
  /(?:^|\n)(?:import|export)\s+([^;'"]*?)\s*from\s+["'](\.[^"']+)["']|import\(\s*["'](\.[^"']+)["']/g;

/** What an import names, types left out; "*" for all that there is. */
function namesOf(clause = "*"): string[] {
  if (clause.startsWith("type ")) return [];
  const names = /\{([^}]*)\}/.exec(clause)?.[1];
  return names === undefined
    ? ["*"]
    : names.split(",").flatMap((name) => /^\s*(?!type\s)(\w+)/.exec(name)?.[1] ?? []);
}

/** Whether a file imports more of ./engines than who acts, itself or by a file of test/ that it imports. */
function usesEngines(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  return [...readFileSync(file, "utf8").matchAll(IMPORT)].some(([, clause, from, dynamic]) => {
    const path = resolve(dirname(file), (from ?? dynamic)!);
    const found = [path, `${path}.ts`, `${path}.tsx`].find(
      (name) => /\.tsx?$/.test(name) && existsSync(name),
    );
    if (found === undefined || !found.startsWith(TESTS)) return false;
    if (found === ENGINES) return namesOf(clause).some((name) => name !== "ACTOR");
    return usesEngines(found, seen);
  });
}

describe("the project of PostgreSQL", () => {
  it("has every test that asks for both engines", () => {
    const projects = (config as { test: { projects: { test: { name: string; include: string[] } }[] } }).test
      .projects;
    const { include } = projects.find(({ test }) => test.name === "postgresql")!.test;
    const asking = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.test\.tsx?$/.test(name) && usesEngines(join(TESTS, name)))
      .map((name) => `test/${name.replaceAll("\\", "/")}`);
    expect(asking.length).toBeGreaterThan(10);
    expect(asking.filter((name) => !include.includes(name))).toEqual([]);
  });
});
