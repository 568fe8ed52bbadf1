import type { PgDatabase, PgQueryResultHKT, PgTable } from "drizzle-orm/pg-core";
import type { Dialect } from "./dialect";

/** All that a query may do: read. Typed as PostgreSQL on both engines, so every read is awaited. */
export type Reader = Pick<
  PgDatabase<PgQueryResultHKT>,
  "select" | "selectDistinct" | "$count" | "$with" | "with"
>;

/** A row by the schema's property names. */
export type Row = Record<string, unknown>;

/**
 * What a transaction can write. Rows of one call share their properties; any number of them is taken, and the event
 * loop is let through between blocks. Only db/commit.ts uses it.
 */
export interface Connection {
  reader: Reader;
  insertMany(table: PgTable, rows: Row[]): Promise<void>;
  /** Sets the other properties of each row where the key properties match. */
  updateMany(table: PgTable, key: string[], rows: Row[]): Promise<void>;
  removeMany(table: PgTable, key: string[], rows: Row[]): Promise<void>;
}

/** A database, opened and migrated. */
export interface Engine {
  kind: Dialect;
  /** Sees what is committed. */
  reader: Reader;
  /** Runs `work` in a transaction, one at a time: kept when it returns, undone when it throws. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Copies the database to a file while it is in use; null where the engine has its own tool. */
  backup: ((file: string) => Promise<void>) | null;
  close(): Promise<void>;
}

/** Lets waiting requests in between two blocks of a long piece of work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
