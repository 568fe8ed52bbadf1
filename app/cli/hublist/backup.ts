import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { withInstallation } from "../installation";
import { Refusal, type Command } from "./command";

/** Refuses before anything is opened what could not be written, or would overwrite something. */
function requireFreeFile(file: string): void {
  if (existsSync(file))
    throw new Refusal(`${file} exists already; a backup overwrites nothing. Choose another name.`);
  const folder = dirname(file);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Refusal(`There is no folder ${folder}. Make it first.`);
}

export const backup: Command = {
  name: "backup",
  summary: "Copies the database to FILE, also while Hublist runs. Keep the file as safe as the data itself.",
  positionals: ["FILE"],
  options: {},
  async run(given) {
    const file = resolve(given.positionals[0]!);
    requireFreeFile(file);
    await withInstallation(async (store) => {
      if (!store.backup) throw new Refusal("The data is on PostgreSQL: back it up with pg_dump.");
      await store.backup(file);
    });
    console.log(`Copied the database to ${file} (${Math.ceil(statSync(file).size / 1024 / 1024)} MB).`);
  },
};
