import { existsSync } from "node:fs";
import { join } from "node:path";
import { environment, type Environment } from "~/env.server";
import { openTheStore } from "~/store.server";
import type { Actor } from "~db/actor";
import { readInstallation, type Installation } from "~db/organisations";
import type { Store } from "~db/store";
import { Refusal } from "./hublist/command";

/** Who a command is in the audit. */
export const commandActor = (name: string): Actor => ({ kind: "command", name });

/** Where the data of an installation lies, in words for a person. */
export function dataPlace(settings: Environment): string {
  return settings.DATABASE_URL ? "the PostgreSQL database of DATABASE_URL" : settings.HUBLIST_DATA;
}

/** Runs `work` on the store of this installation and closes it. Throws a Refusal when nothing was set up there yet. */
export async function withInstallation<T>(
  work: (store: Store, installation: Installation) => Promise<T>,
): Promise<T> {
  const settings = environment();
  if (!settings.DATABASE_URL && !existsSync(join(settings.HUBLIST_DATA, "hublist.db")))
    throw nothingThere(settings);
  const store = await openTheStore(settings);
  try {
    const installation = await readInstallation(store.db);
    if (installation) return await work(store, installation);
    throw nothingThere(settings);
  } finally {
    await store.close();
  }
}

function nothingThere(settings: Environment): Refusal {
  return new Refusal(
    `There is no installation in ${dataPlace(settings)}. Make one with "npm run hublist -- init …", or a demo with "npm start".`,
  );
}
