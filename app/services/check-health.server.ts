import { store } from "~/store.server";
import { readInstallation } from "~db/organisations";

/** Whether the database answers. */
export async function isStoreReachable(): Promise<boolean> {
  try {
    await readInstallation(store().db);
    return true;
  } catch {
    return false;
  }
}
