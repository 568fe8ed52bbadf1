import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { join } from "node:path";
import type { Engine } from "~db/engine";

/** The embedded PostgreSQL that stands in where no server runs. */
export interface PgliteEngine extends Engine {
  /** Back to how it was after migrating. */
  empty(): Promise<void>;
}

export async function openPglite(migrations: string): Promise<PgliteEngine> {
  const { postgresConnection } = await import("~db/postgres-connection");
  const client = new PGlite();
  const database = drizzle(client);
  await migrate(database, { migrationsFolder: join(migrations, "postgresql") });
  return {
    kind: "postgresql",
    reader: database,
    transaction: (work) => database.transaction((transaction) => work(postgresConnection(transaction))),
    backup: null,
    close: () => client.close(),
    async empty() {
      await client.exec(EMPTY);
    },
  };
}

// `replica` silences the triggers that keep tables append-only.
const EMPTY = `
  set session_replication_role = replica;
  do $$ begin
    execute (select 'truncate ' || string_agg(quote_ident(tablename), ', ') from pg_tables where schemaname = 'public');
  end $$;
  insert into audit_head (id, seq, hash) values ('head', 0, '');
  set session_replication_role = origin;
`;
