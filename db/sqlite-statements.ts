import type BetterSqlite3 from "better-sqlite3";

/** Statements that are kept ready; a list of many keys makes a text of its own for each length. */
const MOST = 400;

/**
 * Keeps the statements of a connection ready, the last used ones: to compile one takes as long as most reads do, and a
 * page asks the same dozen for every request. Not for a connection on which two readers step through one statement.
 */
export function keepStatements(database: BetterSqlite3.Database): BetterSqlite3.Database {
  const kept = new Map<string, BetterSqlite3.Statement>();
  const compile = database.prepare.bind(database);
  const prepare = (text: string): BetterSqlite3.Statement => {
    const statement = kept.get(text) ?? compile(text);
    // Last in the map is last used.
    kept.delete(text);
    kept.set(text, statement);
    if (kept.size > MOST) kept.delete(kept.keys().next().value!);
    // As it was compiled: whoever had it before may have asked for rows without names.
    return statement.reader ? statement.raw(false) : statement;
  };
  return Object.assign(database, { prepare });
}
