import { join } from "node:path";
import { expect, it } from "vitest";
import { openPglite } from "./pglite";

const MIGRATIONS = join(import.meta.dirname, "../../db/migrations");

it("closes an embedded PostgreSQL that it discards, and loads another", async () => {
  const first = await openPglite(MIGRATIONS);
  await first.raw("select 1");
  await first.discard();
  await expect(first.raw("select 1")).rejects.toThrow(/closed/);
  const second = await openPglite(MIGRATIONS);
  await second.raw("select 1");
  await second.discard();
});
