import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore, type Store } from "~db/store";
import { now } from "./clock.server";
import { environment, type Environment } from "./env.server";

/** One store a process, kept on globalThis so that a module loaded twice shares it. */
const held = globalThis as { hublistStore?: Store };

/** The migrations lie in the checkout, wherever the running bundle lies within it. */
function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "db/migrations"))) {
    if (folder === dirname(folder)) throw new Error("There is no db/migrations above the running program.");
    folder = dirname(folder);
  }
  return join(folder, "db/migrations");
}

/** Opens the database that the settings name, brings it up to date and holds it for this process. */
export async function openTheStore(settings: Environment = environment()): Promise<Store> {
  if (held.hublistStore) return held.hublistStore;
  const { HUBLIST_DATA, DATABASE_URL } = settings;
  mkdirSync(HUBLIST_DATA, { recursive: true, mode: 0o700 });
  const migrations = migrationsFolder();
  const where = DATABASE_URL ? { url: DATABASE_URL } : { file: join(HUBLIST_DATA, "hublist.db") };
  return holdStore(await openStore({ ...where, migrations, now: () => now().toISOString() }));
}

/** Makes `store` the one of this process; tests bring their own. */
export function holdStore(store: Store): Store {
  return (held.hublistStore = store);
}

/** The store of this process, which its start has opened. */
export function store(): Store {
  if (!held.hublistStore)
    throw new Error("The store is not open. Maybe openTheStore was not awaited at the start.");
  return held.hublistStore;
}
