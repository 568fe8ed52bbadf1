import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import type { Actor } from "~db/actor";
import { dialect, type Dialect } from "~db/dialect";
import type { Store } from "~db/store";
import { openPglite, type PgliteEngine } from "./pglite";

export const ACTOR: Actor = { kind: "command", name: "test" };
const MIGRATIONS = join(import.meta.dirname, "../../db/migrations");

/** What a test body is given: an empty store of one engine, new for each test. */
export interface Given {
  kind: Dialect;
  readonly store: Store;
  /** Runs SQL past the store, as somebody with the database's own tool would. */
  raw(statements: string): Promise<void>;
}

/** Loads a module once its tables are built for the engine under test. */
export type Load = <T>(load: () => Promise<T>) => () => T;

const server = process.env.HUBLIST_TEST_DATABASE_URL;
const ENGINES: { title: string; kind: Dialect; url?: string }[] = [
  { title: "SQLite", kind: "sqlite" },
  { title: "PostgreSQL, embedded", kind: "postgresql" },
  ...(server === undefined ? [] : [{ title: "PostgreSQL server", kind: "postgresql" as const, url: server }]),
];

/**
 * Runs a suite on each engine. The tables are built for one engine when their module loads, so a process is for one: the
 * projects of vite.config.ts run the file once in a process of SQLite and once in one of PostgreSQL, and each takes its
 * own. `load(() => import("~db/users"))` gives a getter for use inside the tests.
 */
export function onEachEngine(name: string, suite: (given: Given, load: Load) => void): void {
  describe.each(ENGINES.filter(({ kind }) => kind === dialect))(`${name} on $title`, ({ kind, url }) => {
    const opened: { bench?: Bench; store?: Store; failed?: boolean } = {};
    const loaders: (() => Promise<void>)[] = [];
    const load: Load = <T>(importing: () => Promise<T>) => {
      let module: T | undefined;
      loaders.push(async () => void (module = await importing()));
      return () => module!;
    };
    beforeAll(async () => {
      opened.bench = await (kind === "sqlite" ? sqliteBench() : url ? serverBench(url) : pgliteBench());
      for (const loadOne of loaders) await loadOne();
    });
    afterAll(async () => {
      await opened.bench?.close(opened.failed ?? false);
    });
    beforeEach(async ({ onTestFailed }) => {
      onTestFailed(() => void (opened.failed = true));
      const store = await opened.bench!.fresh();
      opened.store = store;
      return async () => opened.bench!.done(store);
    });
    suite(
      {
        kind,
        raw: (statements) => opened.bench!.raw(statements),
        get store() {
          return opened.store!;
        },
      },
      load,
    );
  });
}

/** Makes empty stores of one engine. */
interface Bench {
  fresh(): Promise<Store>;
  raw(statements: string): Promise<void>;
  done(store: Store): Promise<void>;
  /** `failed`: some test did. */
  close(failed: boolean): Promise<void>;
}

/** Migrates one file and copies it for each test. */
async function sqliteBench(): Promise<Bench> {
  const { openStore } = await import("~db/store");
  const folder = mkdtempSync(join(tmpdir(), "hublist-db-"));
  const base = join(folder, "base.db");
  await (await openStore({ file: base, migrations: MIGRATIONS })).close();
  let number = 0;
  return {
    async fresh() {
      const file = join(folder, `${++number}.db`);
      copyFileSync(base, file);
      return openStore({ file, migrations: MIGRATIONS });
    },
    async raw(statements) {
      const { default: Database } = await import("better-sqlite3");
      const connection = new Database(join(folder, `${number}.db`));
      try {
        connection.exec(statements);
      } finally {
        connection.close();
      }
    },
    done: (store) => store.close(),
    close: async () => rmSync(folder, { recursive: true }),
  };
}

/** The embedded PostgreSQL of this process, emptied before each test. */
async function pgliteBench(): Promise<Bench> {
  const { storeOn } = await import("~db/store");
  const engine: PgliteEngine = await openPglite(MIGRATIONS);
  return {
    async fresh() {
      await engine.empty();
      return storeOn(engine);
    },
    raw: (statements) => engine.raw(statements),
    done: async () => undefined,
    async close(failed) {
      // Nobody waits: what the failed test left may never end.
      if (failed) void engine.discard();
    },
  };
}

/** Uses the server's database; what it holds is lost. */
async function serverBench(url: string): Promise<Bench> {
  const { openStore } = await import("~db/store");
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async fresh() {
      await client.query(
        "drop schema public cascade; drop schema if exists drizzle cascade; create schema public",
      );
      return openStore({ url, migrations: MIGRATIONS });
    },
    async raw(statements) {
      await client.query(statements);
    },
    done: (store) => store.close(),
    close: () => client.end(),
  };
}
