import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const HOUSE = join(import.meta.dirname, "../..");

describe("writing", () => {
  it("happens through the store's commit alone", () => {
    const writes = /\b(db|reader)\s*\.(insert|update|delete|execute|transaction)\(|better-sqlite3"|from "pg"/;
    const drivers = ["sqlite", "sqlite-migrate", "sqlite-statements", "postgres", "postgres-connection"];
    const allowed = drivers.map((name) => `db/${name}.ts`);
    const files = ["db", "app"].flatMap((folder) =>
      readdirSync(join(HOUSE, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(folder, name)),
    );
    expect(files.length).toBeGreaterThan(50);
    const found = files.filter((file) => writes.test(readFileSync(join(HOUSE, file), "utf8")));
    expect(found.filter((file) => !allowed.includes(file))).toEqual([]);
    const commits = files.filter((file) => /\.commit\(/.test(readFileSync(join(HOUSE, file), "utf8")));
    expect(
      commits.filter((file) => !file.startsWith("db/") && !/^app\/(services|demo|cli)\//.test(file)),
    ).toEqual([]);
  });
});
