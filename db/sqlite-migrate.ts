import type BetterSqlite3 from "better-sqlite3";
import { readMigrationFiles, type MigrationMeta } from "drizzle-orm/migrator";
import { refuseNewer } from "./migration-order";

/**
 * Brings a SQLite database up to date, all pending migrations in one transaction. Foreign keys are off meanwhile:
 * drizzle-kit rebuilds a table by dropping it, and its own `PRAGMA foreign_keys=OFF` does nothing inside a
 * transaction, so cascades would delete the child rows. What is broken afterwards is found and the whole undone.
 */
export function migrateSqlite(connection: BetterSqlite3.Database, folder: string): void {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  connection.pragma("foreign_keys = OFF");
  try {
    connection.transaction(() => runPending(connection, migrations)).immediate();
  } finally {
    connection.pragma("foreign_keys = ON");
  }
}

function runPending(connection: BetterSqlite3.Database, migrations: MigrationMeta[]): void {
  connection.exec(
    "create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at integer) strict",
  );
  const done = connection.prepare("select max(created_at) from __drizzle_migrations").pluck().get();
  refuseNewer(done === null ? null : Number(done), migrations);
  const pending = migrations.filter((migration) => migration.folderMillis > Number(done ?? 0));
  for (const migration of pending) {
    for (const statement of migration.sql) connection.exec(statement);
    connection
      .prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)")
      .run(migration.hash, migration.folderMillis);
  }
  if (pending.length > 0) refuseBrokenKeys(connection);
}

function refuseBrokenKeys(connection: BetterSqlite3.Database): void {
  const broken = connection.pragma("foreign_key_check") as { table: string; rowid: number; parent: string }[];
  if (broken.length === 0) return;
  const first = broken[0]!;
  throw new Error(
    `A migration broke ${broken.length} foreign keys, first row ${first.rowid} of ${first.table} towards ${first.parent}. ` +
      "Nothing was changed; the database is as it was before the update.",
  );
}
