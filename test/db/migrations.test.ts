import Database from "better-sqlite3";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "~db/store";

const OURS = join(import.meta.dirname, "../../db/migrations");
let folder: string;
let migrations: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hublist-migrations-"));
  migrations = join(folder, "migrations");
  file = join(folder, "hub.db");
  cpSync(OURS, migrations, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openStore({ file, migrations });

/** Adds a migration as drizzle-kit would write it. */
function addMigration(statements: string[]): void {
  const path = join(migrations, "sqlite/meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as {
    entries: { idx: number; when: number; tag: string }[];
  };
  const last = journal.entries[journal.entries.length - 1]!;
  const added = { ...last, idx: last.idx + 1, when: last.when + 1, tag: "9999_added" };
  writeFileSync(path, JSON.stringify({ ...journal, entries: [...journal.entries, added] }));
  writeFileSync(join(migrations, "sqlite/9999_added.sql"), statements.join("\n--> statement-breakpoint\n"));
}

/** Runs SQL past the store. */
function raw<T>(work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const PARENT_AND_CHILD = [
  "CREATE TABLE parent (id text PRIMARY KEY NOT NULL, size integer CHECK (size < 5)) STRICT;",
  "CREATE TABLE child (id text PRIMARY KEY NOT NULL, parent text NOT NULL REFERENCES parent(id) ON DELETE cascade) STRICT;",
  "INSERT INTO parent VALUES ('p', 1);",
  "INSERT INTO child VALUES ('c', 'p');",
];
// What drizzle-kit writes when a check of `parent` changes.
const REBUILD = [
  "PRAGMA foreign_keys=OFF;",
  "CREATE TABLE __new_parent (id text PRIMARY KEY NOT NULL, size integer CHECK (size < 9)) STRICT;",
  "INSERT INTO __new_parent SELECT id, size FROM parent;",
  "DROP TABLE parent;",
  "ALTER TABLE __new_parent RENAME TO parent;",
  "PRAGMA foreign_keys=ON;",
];

describe("a migration that rebuilds a table", () => {
  it("keeps the child rows, and the foreign key with them", async () => {
    await (await open()).close();
    raw((database) => PARENT_AND_CHILD.forEach((statement) => database.exec(statement)));
    addMigration(REBUILD);
    await (await open()).close();
    raw((database) => {
      expect(database.prepare("select id, parent from child").all()).toEqual([{ id: "c", parent: "p" }]);
      database.exec("insert into parent values ('q', 8)");
      expect(() => database.exec("insert into child values ('d', 'nobody')")).toThrow("FOREIGN KEY");
    });
  });
});

describe("a migration that breaks a foreign key", () => {
  it("is refused and undone", async () => {
    await (await open()).close();
    raw((database) => PARENT_AND_CHILD.forEach((statement) => database.exec(statement)));
    addMigration(["DELETE FROM parent;", "CREATE TABLE late (id text) STRICT;"]);
    await expect(open()).rejects.toThrow("broke 1 foreign keys, first row 1 of child towards parent");
    raw((database) => {
      expect(database.prepare("select count(*) from parent").pluck().get()).toBe(1);
      expect(database.prepare("select count(*) from sqlite_master where name = 'late'").pluck().get()).toBe(
        0,
      );
    });
  });
});

describe("a database of a newer version", () => {
  it("is refused in plain words", async () => {
    addMigration(["CREATE TABLE late (id text) STRICT;"]);
    await (await open()).close();
    await expect(openStore({ file, migrations: OURS })).rejects.toThrow("a newer version of Hublist");
  });
});

describe("the migrations as shipped", () => {
  it("make every table STRICT, and text sort by bytes on PostgreSQL", async () => {
    await (await open()).close();
    const loose = raw((database) =>
      database
        .prepare("select name from pragma_table_list where schema = 'main' and strict = 0 and type = 'table'")
        .all(),
    ) as { name: string }[];
    expect(loose.map(({ name }) => name).filter((name) => !name.startsWith("sqlite_"))).toEqual([]);
    const postgresql = readFileSync(join(OURS, "postgresql/0000_foundation.sql"), "utf8");
    expect(postgresql.match(/" text(?! COLLATE "C")/g)).toBeNull();
  });

  it("open with the pragmas that keep data safe", async () => {
    await (await open()).close();
    raw((database) => expect(database.pragma("journal_mode", { simple: true })).toBe("wal"));
  });
});

describe("the migration of the search text", () => {
  it("finds and sorts entries of before by their patients' names and numbers", async () => {
    await openAsOf(3);
    raw((database) =>
      insertEntry(database, { search: " lee ann 9991234567 h12" }, { name_order: "lee ann" }),
    );
    cpSync(OURS, migrations, { recursive: true });
    await (await open()).close();
    raw((database) => {
      const searched = database.prepare("select search from waiting_list_entry").pluck().get();
      expect(searched).toBe(" lee ann  9991234567 h12");
    });
  });
});

describe("the migration of who said a word", () => {
  it("keeps the words of before, of whom nobody knows who said them, and knows it of those since", async () => {
    await openAsOf(23);
    const word = { entry: "E", kind: "stillWant", code: "no", at: "2026-11-20T10:00:00.000Z" };
    raw((database) => {
      insertEntry(database);
      insertAnyRow(database, "patient_word", { ...word, number: "1", text: "Not now" });
    });
    cpSync(OURS, migrations, { recursive: true });
    await (await open()).close();
    raw((database) => {
      insertAnyRow(database, "patient_word", { ...word, number: "2", said_by: "carer" });
      const kept = database.prepare("select code, text, said_by from patient_word order by number").all();
      expect(kept).toEqual([
        { code: "no", text: "Not now", said_by: null },
        { code: "no", text: "", said_by: "carer" },
      ]);
      expect(() =>
        insertAnyRow(database, "patient_word", { ...word, number: "3", said_by: "neighbour" }),
      ).toThrow("patient_word_said_by_known");
    });
  });
});

/** Makes the file as the first so many migrations left it. */
async function openAsOf(count: number): Promise<void> {
  const path = join(migrations, "sqlite/meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: unknown[] };
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  await (await open()).close();
}

/** An entry of the waiting list with its patient. */
function insertEntry(
  database: Database.Database,
  patient: Record<string, string> = {},
  entry: Record<string, string> = {},
): void {
  insertAnyRow(database, "organisation", { code: "RQM" });
  insertAnyRow(database, "site", { code: "RQM01", organisation: "RQM", type: "main" });
  insertAnyRow(database, "patient", { id: "P", organisation: "RQM", ...patient });
  const held = { id: "E", organisation: "RQM", patient: "P", listing_site: "RQM01" };
  const known = {
    state: "listed",
    priority: "P2",
    screening: "fit",
    file_screening: "fit",
    anaesthetic: "GA",
  };
  const row = { ...held, ...known, intended_management: "dayCase", ...entry };
  insertAnyRow(database, "waiting_list_entry", row);
}

/** A row with these values, and with empty ones in the other columns that must have one. */
function insertAnyRow(database: Database.Database, table: string, values: Record<string, string>): void {
  const columns = database.pragma(`table_info(${table})`) as {
    name: string;
    type: string;
    notnull: number;
  }[];
  const empty = columns.filter(({ notnull }) => notnull === 1).map(({ name, type }) => [name, emptyOf(type)]);
  const row = { ...Object.fromEntries(empty), ...values } as Record<string, unknown>;
  const names = Object.keys(row);
  database
    .prepare(`insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`)
    .run(Object.values(row));
}

const emptyOf = (type: string) => (type.toUpperCase() === "TEXT" ? "" : 0);
