import { sql, type SQL } from "drizzle-orm";
import * as p from "drizzle-orm/pg-core";
import * as s from "drizzle-orm/sqlite-core";
import { dialect } from "./dialect";

/**
 * The column vocabulary: the schema is written once with these words and becomes SQLite or PostgreSQL. It is typed
 * as the PostgreSQL builders, which are asynchronous on both. Ids are text made by us; dates are `YYYY-MM-DD`,
 * instants UTC ISO text with milliseconds, so both sort as text; durations are whole minutes.
 */
// Collation C sorts and compares by bytes, as SQLite does; the server's own would order names differently.
const pgText = p.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
const pgBytes = p.customType<{ data: Buffer }>({ dataType: () => "bytea" });

const postgresqlColumns = {
  table: p.pgTable,
  text: (name: string) => pgText(name),
  enumText: <const V extends readonly string[]>(name: string, _values: V) => pgText(name).$type<V[number]>(),
  date: (name: string) => pgText(name),
  instant: (name: string) => pgText(name),
  int: (name: string) => p.integer(name),
  /** Whole numbers beyond 32 bits: sequence numbers and scores. */
  bigint: (name: string) => p.bigint(name, { mode: "number" }),
  real: (name: string) => p.doublePrecision(name),
  bool: (name: string) => p.boolean(name),
  json: <T>(name: string) => p.jsonb(name).$type<T>(),
  bytes: (name: string) => pgBytes(name),
  index: p.index,
  uniqueIndex: p.uniqueIndex,
  primaryKey: p.primaryKey,
  foreignKey: p.foreignKey,
  check: p.check,
};

const sqliteColumns = {
  table: s.sqliteTable,
  text: (name: string) => s.text(name),
  enumText: (name: string) => s.text(name),
  date: (name: string) => s.text(name),
  instant: (name: string) => s.text(name),
  int: (name: string) => s.integer(name),
  bigint: (name: string) => s.integer(name),
  real: (name: string) => s.real(name),
  bool: (name: string) => s.integer(name, { mode: "boolean" }),
  json: (name: string) => s.text(name, { mode: "json" }),
  bytes: (name: string) => s.blob(name, { mode: "buffer" }),
  index: s.index,
  uniqueIndex: s.uniqueIndex,
  primaryKey: s.primaryKey,
  foreignKey: s.foreignKey,
  check: s.check,
};

export const t = (dialect === "postgresql" ? postgresqlColumns : sqliteColumns) as typeof postgresqlColumns;

/** A check that `column` holds one of a vocabulary's values (or null, where the column allows it). */
export function oneOf(name: string, column: p.AnyPgColumn, values: readonly string[]) {
  return t.check(name, sql`${column} in (${textList(values)})`);
}

/** Values of our own vocabularies as SQL literals: a check cannot hold parameters. */
function textList(values: readonly string[]): SQL {
  return sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", "));
}
