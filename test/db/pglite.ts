import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { join } from "node:path";
import type { Engine } from "~db/engine";

/** The embedded PostgreSQL that stands in where no server runs. */
export interface PgliteEngine extends Engine {
  /** Back to how it was after migrating. */
  empty(): Promise<void>;
  raw(statements: string): Promise<void>;
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
    async raw(statements) {
      await client.exec(statements);
    },
  };
}

// `replica` silences the triggers that keep tables append-only; a test may have switched them off for good.
const EMPTY = `
  set session_replication_role = replica;
  do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
      execute 'alter table ' || quote_ident(name) || ' enable trigger all';
    end loop;
    execute (select 'truncate ' || string_agg(quote_ident(tablename), ', ') from pg_tables where schemaname = 'public');
  end $$;
  insert into audit_head (id, seq, hash) values ('head', 0, '');
  set session_replication_role = origin;
`;
