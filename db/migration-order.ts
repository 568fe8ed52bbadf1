import type { MigrationMeta } from "drizzle-orm/migrator";

/** Refuses a database that a newer Hublist has migrated: this one does not know its tables. `done`: the last, in ms. */
export function refuseNewer(done: number | null, migrations: MigrationMeta[]): void {
  const newest = Math.max(0, ...migrations.map((migration) => migration.folderMillis));
  if (done !== null && done > newest) {
    throw new Error(
      "This database was last opened by a newer version of Hublist. Start that version, or restore a backup made before it.",
    );
  }
}
