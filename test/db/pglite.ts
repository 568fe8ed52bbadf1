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
  /**
   * Closes it and has the next file of tests load another: a test that failed may have left it in the middle of
   * something. Settles once it is closed, which is never where a transaction does not end.
   */
  discard(): Promise<void>;
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

/** A migrated database that each process of tests loads: to make one takes five seconds, to load it one. */
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

/** What this process has loaded, by the file that it was loaded from. */
const loaded = new Map<string, PGlite>();

/** The database of this process, as migrating left it: files of tests have it one after another. */
async function ofThisProcess(file: string): Promise<PGlite> {
  const known = loaded.get(file);
  if (known) {
    await known.exec(RENEW);
    return known;
  }
  const client = new PGlite({ loadDataDir: new Blob([readFileSync(file)]) });
  loaded.set(file, client);
  return client;
}

/**
 * The embedded PostgreSQL, empty. It takes a second of the processor to start, so it runs until the process ends or
 * somebody discards it.
 */
export async function openPglite(migrations: string): Promise<PgliteEngine> {
  const { postgresConnection } = await import("~db/postgres-connection");
  const file = await migratedFile(join(migrations, "postgresql"));
  const client = await ofThisProcess(file);
  const database = drizzle(client);
  return {
    kind: "postgresql",
    reader: database,
    transaction: (work) => database.transaction((transaction) => work(postgresConnection(transaction))),
    backup: null,
    close: async () => undefined,
    async discard() {
      loaded.delete(file);
      await client.close();
    },
    async empty() {
      await client.exec(EMPTY);
    },
    async raw(statements) {
      await client.exec(statements);
    },
  };
}

/** Tables that hold rows, or held some: a table without has no page. */
const USED = `select oid::regclass from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`;

/**
 * Statements that leave no row, however `emptied` empties the table `used`. `replica` silences the triggers that keep
 * tables append-only; a test may have switched them off for good.
 */
const leavingNoRow = (emptied: string) => `
  set session_replication_role = replica;
  do $$ declare used regclass; held boolean; begin
    for used in select distinct tgrelid from pg_trigger where tgenabled <> 'O' loop
      execute 'alter table ' || used || ' enable trigger all';
    end loop;
    for used in ${USED} loop
      ${emptied}
    end loop;
  end $$;
  insert into audit_head (id, seq, hash) values ('head', 0, '');
  set session_replication_role = origin;
`;

/** For a test. Truncating makes new files for every table and index: five times the work of deleting a test's few rows. */
const EMPTY = leavingNoRow(`
  execute 'select exists (select from ' || used || ')' into held;
  if held then execute 'delete from ' || used; end if;`);

/** For a file of tests: not even the space of deleted rows stays, by which a plan for a query might be another. */
const RENEW = leavingNoRow("execute 'truncate ' || used || ' cascade';");
