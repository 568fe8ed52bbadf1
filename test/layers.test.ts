import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Engines that choose among lists: packages that solver/engines alone knows. */
const ENGINES = ["highs", "javascript-lp-solver"];

/** Imports run one way (docs/decisions/0001-layout.md): layer -> what it may import beside itself. */
const MAY_IMPORT: Record<string, string[]> = {
  "app/domain": ["luxon"],
  "app/facts": ["app/domain"],
  "app/import": ["app/domain", "app/facts", "zod", "papaparse", "jsonc-parser", "ical.js", "luxon", "node:"],
  "app/export": ["app/domain", "app/facts", "app/import", "papaparse"],
  "app/demo": ["app/domain", "app/facts", "app/export"],
  solver: ["node:", "tsx", ...ENGINES],
  db: ["app/domain", "drizzle-orm", "better-sqlite3", "pg", "@electric-sql/pglite", "node:"],
};

/** Routes are thin: they reach the store and the solver through services and views alone. */
const MAY_NOT_IMPORT: Record<string, string[]> = {
  "app/routes": ["db", "solver"],
  "app/components": ["db", "solver", "app/services", "app/views", "app/routes"],
  "app/views": ["app/routes", "solver"],
  "app/services": ["app/routes", "app/views", "app/components"],
};

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?[^;'"]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']/g;

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

interface Import {
  /** From the top of the checkout, or the package's name. */
  path: string;
  typesAlone: boolean;
}

function everyImportOf(file: string): Import[] {
  return [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, , type, from, dynamic]) => {
    const name = (from ?? dynamic)!;
    const path = name.startsWith(".")
      ? normalize(join(dirname(file), name))
      : name
          .replace(/^~db\//, "db/")
          .replace(/^~solver\//, "solver/")
          .replace(/^~\//, "app/");
    return { path, typesAlone: type !== undefined };
  });
}

/** Paths that a file imports. Types alone bind nothing at run time: components may take them from behind. */
function importsOf(file: string): string[] {
  const isComponent = file.startsWith("app/components");
  return everyImportOf(file).flatMap(({ path, typesAlone }) => (typesAlone && isComponent ? [] : [path]));
}

const inside = (path: string, layer: string) =>
  path === layer || path.startsWith(`${layer}/`) || (layer.endsWith(":") && path.startsWith(layer));

describe("imports run one way", () => {
  it.each(Object.entries(MAY_IMPORT))("%s imports itself and what it may", (layer, allowed) => {
    const files = sources(layer);
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((path) => ![layer, ...allowed].some((l) => inside(path, l)))
        .map((path) => `${file} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(MAY_NOT_IMPORT))("%s leaves alone what lies behind", (layer, forbidden) => {
    const files = sources(layer);
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((path) => forbidden.some((l) => inside(path, l)))
        .map((path) => `${file} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it("leaves the engines to solver/engines", () => {
    const users = sources("solver").filter((file) =>
      importsOf(file).some((path) => ENGINES.some((engine) => inside(path, engine))),
    );
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !inside(file, "solver/engines"))).toEqual([]);
  });

  it("lets no file import itself by way of others", () => {
    const files = ["app", "db", "solver"].flatMap(sources);
    const known = new Set(files);
    const paths = (name: string) => [name, `${name}.ts`, `${name}.tsx`].filter((path) => known.has(path));
    const imports = new Map(
      files.map((file) => [file, new Set(everyImportOf(file).flatMap(({ path }) => paths(path)))]),
    );
    expect([...imports.values()].filter(({ size }) => size > 0).length).toBeGreaterThan(files.length / 2);
    // Whoever imports nothing that is left is in no circle.
    for (let free = [""]; free.length > 0;) {
      free = [...imports]
        .filter(([, of]) => ![...of].some((path) => imports.has(path)))
        .map(([file]) => file);
      for (const file of free) imports.delete(file);
    }
    expect([...imports.keys()]).toEqual([]);
  });
});
