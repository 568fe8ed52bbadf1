import { PGlite } from "@electric-sql/pglite";
import { createHash } from "node:crypto";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "~db/engine";

/** The embedded PostgreSQL that stands in where no server runs. */
export interface PgliteEngine extends Engine {
  /** Back to how it was after migrating. */
  empty(): Promise<void>;
  raw(statements: string): Promise<void>;
}

const FOLDER = join(import.meta.dirname, "../../test-results/pglite");

/** A name that changes with the migrations and with the database program. */
function nameOf(migrations: string): string {
  const hash = createHash("sha256").update(
    readFileSync(join(import.meta.dirname, "../../package-lock.json")),
  );
  for (const entry of readdirSync(migrations, { recursive: true, withFileTypes: true }).sort(byPlace))
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  return hash.digest("hex").slice(0, 16);
}

const byPlace = (a: { parentPath: string; name: string }, b: typeof a) =>
  join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;

/** A migrated database that each file of tests loads: to make one takes five seconds, to load it one. */
async function migratedFile(migrations: string): Promise<string> {
  const file = join(FOLDER, `${nameOf(migrations)}.tar`);
  if (existsSync(file)) return file;
  const client = new PGlite();
  await migrate(drizzle(client), { migrationsFolder: migrations });
  const dump = await client.dumpDataDir("none");
  await client.close();
  mkdirSync(FOLDER, { recursive: true });
  // Renamed when it is whole, since another file of tests may be making it too.
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

export async function openPglite(migrations: string): Promise<PgliteEngine> {
  const { postgresConnection } = await import("~db/postgres-connection");
  const file = await migratedFile(join(migrations, "postgresql"));
  const client = new PGlite({ loadDataDir: new Blob([readFileSync(file)]) });
  const database = drizzle(client);
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

// `replica` silences the triggers that keep tables append-only; a test may have switched them off for good. Truncating
// makes new files for every table and index, which takes five times as long as deleting the few rows of a test.
const EMPTY = `
  set session_replication_role = replica;
  do $$ declare name text; held boolean; begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
      execute 'alter table ' || quote_ident(name) || ' enable trigger all';
      execute 'select exists (select from ' || quote_ident(name) || ')' into held;
      if held then execute 'delete from ' || quote_ident(name); end if;
    end loop;
  end $$;
  insert into audit_head (id, seq, hash) values ('head', 0, '');
  set session_replication_role = origin;
`;
