import { getTableColumns, getTableName, sql, type Column, type SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT, PgTable } from "drizzle-orm/pg-core";
import { breathe, type Connection, type Row } from "./engine";

const ROWS_A_STATEMENT = 1000;
/** Any fixed number: what every writer of a Hublist database locks, so that commits follow one another. */
export const WRITER_LOCK = 7_265_401;

/** The writes of one PostgreSQL transaction: each block of rows travels as one JSON parameter. */
export function postgresConnection(transaction: PgDatabase<PgQueryResultHKT>): Connection {
  const eachBlock = async (table: PgTable, rows: Row[], statement: (records: SQL) => SQL) => {
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      const json = JSON.stringify(
        rows.slice(from, from + ROWS_A_STATEMENT).map((row) => jsonRow(table, row)),
      );
      await transaction.execute(statement(sql`json_populate_recordset(null::${name(table)}, ${json}::json)`));
      await breathe();
    }
  };
  return {
    reader: transaction,
    async insertMany(table, rows) {
      if (rows.length === 0) return;
      const columns = sql.join(names(table, Object.keys(rows[0]!)), sql`, `);
      await eachBlock(
        table,
        rows,
        (records) => sql`insert into ${name(table)} (${columns}) select ${columns} from ${records}`,
      );
    },
    async updateMany(table, key, rows) {
      if (rows.length === 0) return;
      const properties = Object.keys(rows[0]!).filter((property) => !key.includes(property));
      const set = sql.join(
        names(table, properties).map((column) => sql`${column} = r.${column}`),
        sql`, `,
      );
      await eachBlock(
        table,
        rows,
        (records) => sql`update ${name(table)} h set ${set} from ${records} r where ${matching(table, key)}`,
      );
    },
    async removeMany(table, key, rows) {
      await eachBlock(
        table,
        rows,
        (records) => sql`delete from ${name(table)} h using ${records} r where ${matching(table, key)}`,
      );
    },
  };
}

const name = (table: PgTable) => sql.identifier(getTableName(table));

function names(table: PgTable, properties: string[]): SQL[] {
  const columns = getTableColumns(table) as Record<string, Column>;
  return properties.map((property) => sql`${sql.identifier(columns[property]!.name)}`);
}

function matching(table: PgTable, key: string[]): SQL {
  return sql.join(
    names(table, key).map((column) => sql`h.${column} = r.${column}`),
    sql` and `,
  );
}

function jsonRow(table: PgTable, row: Row): Row {
  const columns = getTableColumns(table) as Record<string, Column>;
  return Object.fromEntries(
    Object.entries(row).map(([property, value]) => [
      columns[property]!.name,
      Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : (value ?? null),
    ]),
  );
}
