import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openSqlite } from "~db/sqlite";

const HOUSE = join(import.meta.dirname, "../..");
const MIGRATIONS = join(HOUSE, "db/migrations/sqlite");
const folder = mkdtempSync(join(tmpdir(), "hublist-busy-"));
const file = join(folder, "hublist.db");
afterAll(() => rmSync(folder, { recursive: true }));

/** Takes the write lock of the file, says so, and lets go after the milliseconds. */
const HOLD = `
  const [file, milliseconds] = process.argv.slice(1);
  const database = new (require("better-sqlite3"))(file);
  database.exec("BEGIN IMMEDIATE");
  console.log("held");
  setTimeout(() => database.exec("COMMIT"), Number(milliseconds));
`;

async function heldElsewhere(milliseconds: number): Promise<void> {
  const typed = ["-e", HOLD, file, String(milliseconds)];
  const child = spawn(process.execPath, typed, { cwd: HOUSE, stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
}

it("opens, and writes, while another process is in the middle of a long commit", async () => {
  await (await openSqlite(file, MIGRATIONS)).close();
  await heldElsewhere(1_000);
  const opened = await openSqlite(file, MIGRATIONS);
  await heldElsewhere(1_000);
  await opened.transaction(async () => undefined);
  await opened.close();
  expect(opened.kind).toBe("sqlite");
});
