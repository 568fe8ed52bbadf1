import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepStatements } from "~db/sqlite-statements";

let database: Database.Database;
beforeEach(() => {
  database = keepStatements(new Database(":memory:"));
  database.exec("create table list (name text)");
  database.exec("insert into list values ('Theatre 1')");
});
afterEach(() => database.close());

const NAMES = "select name from list";

it("compiles a text once, and another text again", () => {
  expect(database.prepare(NAMES)).toBe(database.prepare(NAMES));
  expect(database.prepare(`${NAMES} limit 1`)).not.toBe(database.prepare(NAMES));
});

it("answers with names after somebody had rows without", () => {
  expect(database.prepare(NAMES).raw().all()).toEqual([["Theatre 1"]]);
  expect(database.prepare(NAMES).all()).toEqual([{ name: "Theatre 1" }]);
});

it("sees columns that came later", () => {
  database.prepare("select * from list").all();
  database.exec("alter table list add column site text");
  expect(database.prepare("select * from list").all()).toEqual([{ name: "Theatre 1", site: null }]);
});

it("keeps no more than some hundreds, the last used", () => {
  const first = database.prepare(NAMES);
  for (let at = 1; at <= 1200; at++) {
    database.prepare(`${NAMES} limit ${at}`);
    if (at <= 700) expect(database.prepare(NAMES)).toBe(first);
  }
  expect(database.prepare(NAMES)).not.toBe(first);
});
