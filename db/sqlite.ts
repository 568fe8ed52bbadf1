import type BetterSqlite3 from "better-sqlite3";
import type { Column } from "drizzle-orm";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { closeSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { breathe, type Connection, type Engine, type Reader, type Row } from "./engine";
import { migrateSqlite } from "./sqlite-migrate";
import { keepStatements } from "./sqlite-statements";

/** Longest wait for another process that writes to the same file. */
const LOCK_WAIT_MILLISECONDS = 30_000;
/** Longest time that a write blocks its process for the lock before it lets others work and asks again. */
const DRIVER_WAIT_MILLISECONDS = 250;
const ROWS_BETWEEN_BREATHS = 500;

/** Opens (and if need be makes) the database file and brings it up to date. */
export async function openSqlite(file: string, migrations: string): Promise<Engine> {
  const { default: Database } = await import("better-sqlite3");
  const { drizzle } = await import("drizzle-orm/better-sqlite3");
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, "a", 0o600)); // patients' data: the owner of the process alone may read it
  // Another process may be opening the file as well, or mending it after a kill, and then even a read is refused.
  const connect = (readonly: boolean) =>
    prepareConnection(new Database(file, { readonly, timeout: LOCK_WAIT_MILLISECONDS }), readonly);
  const writer = connect(false);
  migrateSqlite(writer, migrations);
  // A waiting driver blocks the whole process, so from here on `begin` waits without blocking.
  writer.pragma(`busy_timeout = ${DRIVER_WAIT_MILLISECONDS}`);
  const reading = keepStatements(connect(true));
  // drizzle's two builders are typed apart; the vocabulary keeps to what both can do (see columns.ts).
  const readerOf = (database: BetterSqlite3.Database) => drizzle(database) as unknown as Reader;
  const connection = sqliteConnection(writer, readerOf(writer));
  let last: Promise<unknown> = Promise.resolve();
  return {
    kind: "sqlite",
    reader: readerOf(reading),
    transaction(work) {
      const run = last.then(() => inTransaction(writer, () => work(connection)));
      last = run.catch(() => undefined);
      return run;
    },
    backup: (target) => backUp(writer, target),
    async close() {
      await last;
      reading.close();
      optimize(writer);
      writer.close();
    },
  };
}

function prepareConnection(database: BetterSqlite3.Database, readonly: boolean): BetterSqlite3.Database {
  if (!readonly) {
    // Rows of a kilobyte: larger pages halve the work of a large import. Heeded only when the file is made.
    database.pragma("page_size = 8192");
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("journal_size_limit = 67108864");
  }
  database.pragma("foreign_keys = ON");
  // So that INSERT OR REPLACE meets the triggers that keep tables append-only.
  database.pragma("recursive_triggers = ON");
  database.pragma("trusted_schema = OFF");
  database.pragma("cache_size = -65536");
  return database;
}

async function inTransaction<T>(writer: BetterSqlite3.Database, work: () => Promise<T>): Promise<T> {
  await begin(writer);
  try {
    const result = await work();
    writer.exec("COMMIT");
    return result;
  } catch (error) {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    throw error;
  }
}

/** Takes the write lock, waiting for other processes without blocking this one. */
async function begin(writer: BetterSqlite3.Database): Promise<void> {
  const until = Date.now() + LOCK_WAIT_MILLISECONDS;
  for (;;) {
    try {
      writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      await delay(25);
    }
  }
}

/** Another process holds the lock, or mends the file after a third was killed (SQLITE_BUSY_RECOVERY). */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

/** Statistics for the query planner: whoever closes next makes them where this one is refused. */
function optimize(writer: BetterSqlite3.Database): void {
  try {
    writer.pragma("optimize");
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}

async function backUp(writer: BetterSqlite3.Database, target: string): Promise<void> {
  const part = `${target}.part`;
  rmSync(part, { force: true });
  closeSync(openSync(part, "a", 0o600));
  await writer.backup(part);
  renameSync(part, target);
}

function sqliteConnection(writer: BetterSqlite3.Database, reader: Reader): Connection {
  const runEach = async (text: string, order: string[], table: PgTable, rows: Row[]) => {
    const statement = writer.prepare(text);
    const columns = getTableColumns(table) as Record<string, Column>;
    const inOrder = order.map((property) => [property, columns[property]!] as const);
    const values: unknown[] = new Array(order.length);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      for (let n = 0; n < inOrder.length; n++) values[n] = driverValue(inOrder[n]![1], row[inOrder[n]![0]]);
      statement.run(values);
      if (at % ROWS_BETWEEN_BREATHS === ROWS_BETWEEN_BREATHS - 1) await breathe();
    }
  };
  return {
    reader,
    async insertMany(table, rows) {
      if (rows.length === 0) return;
      const order = Object.keys(rows[0]!);
      const marks = order.map(() => "?").join(", ");
      await runEach(
        `insert into ${quoted(table)} (${named(table, order).join(", ")}) values (${marks})`,
        order,
        table,
        rows,
      );
    },
    async updateMany(table, key, rows) {
      if (rows.length === 0) return;
      const set = Object.keys(rows[0]!).filter((property) => !key.includes(property));
      const text = `update ${quoted(table)} set ${equals(table, set, ", ")} where ${equals(table, key, " and ")}`;
      await runEach(text, [...set, ...key], table, rows);
    },
    async removeMany(table, key, rows) {
      await runEach(`delete from ${quoted(table)} where ${equals(table, key, " and ")}`, key, table, rows);
    },
  };
}

const quoted = (table: PgTable) => `"${getTableName(table)}"`;

function named(table: PgTable, properties: string[]): string[] {
  const columns = getTableColumns(table) as Record<string, Column>;
  return properties.map((property) => `"${columns[property]!.name}"`);
}

const equals = (table: PgTable, properties: string[], joint: string) =>
  named(table, properties)
    .map((name) => `${name} = ?`)
    .join(joint);

function driverValue(column: Column, value: unknown): unknown {
  return value === null || value === undefined ? null : column.mapToDriverValue(value);
}
