import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "~db/store";
import { filterWhere, orderBy, WAITING_LIST_SORTS } from "~db/waiting-list-filter";
import { waitingListEntry as entry } from "~db/schema";
import { HUB, TODAY } from "./given-hub";

describe("the orders of the waiting list on SQLite", () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "hublist-order-"));
    store = await openStore({ file: join(folder, "hub.db") });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it.each(WAITING_LIST_SORTS)("a page by %s comes from an index alone, in its order", (sort) => {
    const asked = store.db
      .select({ id: entry.id })
      .from(entry)
      .where(filterWhere(HUB, store.db, { words: "lee", readiness: ["fit"] }, TODAY))
      .limit(50);
    for (const backwards of [false, true]) {
      const { sql, params } = asked.orderBy(...orderBy(sort, false, backwards)).toSQL();
      const database = new Database(join(folder, "hub.db"), { readonly: true });
      const steps = database.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[];
      database.close();
      expect(steps.map(({ detail }) => detail)).toEqual([
        expect.stringContaining("COVERING INDEX entry_by_"),
      ]);
    }
  });
});
