import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool } from "pg";
import type { Engine } from "./engine";
import { refuseNewer } from "./migration-order";
import { postgresConnection, WRITER_LOCK } from "./postgres-connection";

/** Opens the PostgreSQL database at `url` and brings it up to date. */
export async function openPostgres(url: string, migrations: string): Promise<Engine> {
  const { default: pg } = await import("pg");
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const writers = new pg.Pool({ connectionString: url, max: 4 });
  const readers = new pg.Pool({
    connectionString: url,
    max: 8,
    options: "-c default_transaction_read_only=on",
  });
  // Without a listener an idle connection that the server drops would end the process.
  for (const pool of [writers, readers]) pool.on("error", () => undefined);
  const writing = drizzle(writers);
  await migrateOnce(writers, migrations);
  return {
    kind: "postgresql",
    reader: drizzle(readers),
    transaction: (work) =>
      writing.transaction(async (transaction) => {
        await transaction.execute(sql`select pg_advisory_xact_lock(${WRITER_LOCK})`);
        return work(postgresConnection(transaction));
      }),
    backup: null, // pg_dump
    async close() {
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}

/** Migrates under a lock, because several servers may start at once. */
async function migrateOnce(pool: Pool, folder: string): Promise<void> {
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const { migrate } = await import("drizzle-orm/node-postgres/migrator");
  const client = await pool.connect();
  try {
    const database = drizzle(client);
    await client.query("select pg_advisory_lock($1)", [WRITER_LOCK]);
    await refuseNewerPostgres(database, folder);
    await migrate(database, { migrationsFolder: folder });
    await client.query("select pg_advisory_unlock($1)", [WRITER_LOCK]);
  } finally {
    client.release(true); // ends the connection, and with it the lock if something failed
  }
}

async function refuseNewerPostgres(database: NodePgDatabase, folder: string): Promise<void> {
  const found = await database.execute(sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`);
  if (typeof found.rows[0]?.name !== "string") return;
  const { rows } = await database.execute(
    sql`select max(created_at)::text as done from drizzle.__drizzle_migrations`,
  );
  const done = rows[0]?.done;
  refuseNewer(
    typeof done === "string" ? Number(done) : null,
    readMigrationFiles({ migrationsFolder: folder }),
  );
}
