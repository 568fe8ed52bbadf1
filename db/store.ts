import { AsyncLocalStorage } from "node:async_hooks";
import { join } from "node:path";
import type { Actor } from "./actor";
import { Ledger } from "./audit/ledger";
import { Tx, type Transaction } from "./commit";
import { dialect, type Dialect } from "./dialect";
import type { Connection, Engine, Reader } from "./engine";

/** The store: reads on `db`, every write inside `commit`. */
export interface Store {
  kind: Dialect;
  /** Reads; within a commit they see what it has written. */
  readonly db: Reader;
  /**
   * The one way to write. Runs `work` in a transaction that holds when it returns and leaves nothing when it throws,
   * with audit entries for all it wrote: who (`actor`), what (`action`, such as `waiting-list.confirm`), when, and the
   * values before and after. Commits follow one another; a commit within a commit joins it. Keep it short: others wait.
   */
  commit<T>(actor: Actor, action: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** This instant, by the clock that the store was opened with. */
  now(): string;
  /** Copies the database to `file` while it is in use. On PostgreSQL null: use pg_dump. */
  backup: ((file: string) => Promise<void>) | null;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Path of the SQLite file; made when it is not there. */
  file?: string;
  /** `postgres://…`; then DATABASE_URL must name it too, since the tables are built when the program loads. */
  url?: string;
  /** Folder that holds the migrations of both engines; without it db/migrations of the working directory. */
  migrations?: string;
  /** UTC instant as ISO text; only tests set it. */
  now?: () => string;
}

/** Opens the database and brings it up to date. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const migrations = join(options.migrations ?? "db/migrations", dialect);
  return storeOn(await openEngine(options, migrations), options.now);
}

async function openEngine({ file, url }: StoreOptions, migrations: string): Promise<Engine> {
  if (dialect === "postgresql") {
    if (url === undefined)
      throw new Error("The store is set to PostgreSQL and needs its address: set DATABASE_URL.");
    return (await import("./postgres")).openPostgres(url, migrations);
  }
  if (file === undefined) {
    throw new Error(
      "The store is set to SQLite and needs a file. Maybe DATABASE_URL was meant to be postgres://….",
    );
  }
  return (await import("./sqlite")).openSqlite(file, migrations);
}

/** A store over an opened engine. */
export function storeOn(engine: Engine, now: () => string = () => new Date().toISOString()): Store {
  const current = new AsyncLocalStorage<Transaction>();
  return {
    kind: engine.kind,
    get db() {
      const transaction = current.getStore();
      return transaction === undefined || transaction.ended ? engine.reader : transaction.connection.reader;
    },
    commit(actor, action, work) {
      const joined = current.getStore();
      if (joined !== undefined && !joined.ended)
        return joining(joined, () => work(new Tx(joined, actor, action)));
      return engine.transaction((connection) => {
        const transaction = begun(connection, now());
        return current.run(transaction, () =>
          whole(transaction, () => work(new Tx(transaction, actor, action))),
        );
      });
    },
    now,
    backup: engine.backup,
    close: () => engine.close(),
  };
}

function begun(connection: Connection, at: string): Transaction {
  return { connection, ledger: new Ledger(connection, at), at, failed: false, ended: false, untold: null };
}

/** Runs the outermost commit of a transaction to its end; the engine keeps or undoes by whether this throws. */
async function whole<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    if (transaction.failed) throw new Error("A commit joined to this one failed, so nothing of it was kept.");
    if (transaction.untold !== null) {
      throw new Error(
        `Rows of ${transaction.untold} were written and the audit was not told. Maybe call tx.tell.`,
      );
    }
    await transaction.ledger.close();
    return result;
  } finally {
    transaction.ended = true;
  }
}

async function joining<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    transaction.failed = true;
    throw error;
  }
}
