import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { verifyAuditChain } from "~db/audit/verify";
import { saveOrganisation } from "~db/organisations";
import { organisation } from "~db/schema";
import { openStore } from "~db/store";
import { ACTOR } from "./engines";

const HOUSE = join(import.meta.dirname, "../..");
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hublist-crash-"));
  file = join(folder, "hub.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another Hublist process that holds a commit open on the file: it has written, and not yet ended. */
async function openCommitElsewhere() {
  const child = spawn(process.execPath, ["--import", "tsx", join(HOUSE, "test/db/hold-a-commit.ts"), file], {
    cwd: HOUSE,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

it("leaves nothing half when the process is killed in the middle of a commit", async () => {
  const store = await openStore({ file, migrations: join(HOUSE, "db/migrations") });
  await saveOrganisation(store, ACTOR, { code: "RKE", name: "Before" });
  await store.close();
  const child = await openCommitElsewhere();
  child.kill("SIGKILL");
  await once(child, "exit");
  const again = await openStore({ file, migrations: join(HOUSE, "db/migrations") });
  expect((await again.db.select().from(organisation)).map(({ name }) => name)).toEqual(["Before"]);
  expect(await verifyAuditChain(again.db)).toMatchObject({ kind: "whole", entries: 1 });
  await saveOrganisation(again, ACTOR, { code: "RQM", name: "After" });
  expect(await verifyAuditChain(again.db)).toMatchObject({ kind: "whole", entries: 2 });
  await again.close();
});

it("waits for another process that writes, without holding this one up", async () => {
  const store = await openStore({ file, migrations: join(HOUSE, "db/migrations") });
  const child = await openCommitElsewhere();
  let ticks = 0;
  const timer = setInterval(() => ticks++, 20);
  const saved = saveOrganisation(store, ACTOR, { code: "RQM", name: "Waited" });
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(await store.db.select().from(organisation)).toEqual([]);
  child.kill("SIGKILL");
  await saved;
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(2);
  expect((await store.db.select().from(organisation)).map(({ name }) => name)).toEqual(["Waited"]);
  await store.close();
});

it("copies the database while it is in use", async () => {
  const store = await openStore({ file, migrations: join(HOUSE, "db/migrations") });
  await saveOrganisation(store, ACTOR, { code: "RQM", name: "Kept" });
  const copy = join(folder, "copy.db");
  await store.backup!(copy);
  await saveOrganisation(store, ACTOR, { code: "RKE", name: "Later" });
  await store.close();
  const restored = await openStore({ file: copy, migrations: join(HOUSE, "db/migrations") });
  expect((await restored.db.select().from(organisation)).map(({ name }) => name)).toEqual(["Kept"]);
  await restored.close();
});
