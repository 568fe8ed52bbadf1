import type { SiteType } from "~/domain/theatre";
import type { Actor } from "~db/actor";
import type { Store } from "~db/store";
import { createInstallation, saveOrganisation, saveSite, type Organisation } from "~db/organisations";

import { createUser, grantRole } from "~db/users";

/** What a live installation starts with. */
export interface LiveInstallation {
  organisation: Organisation;
  sites: { code: string; name: string; type: SiteType }[];
  administrator: { email: string; name: string; passwordHash: string };
}

/**
 * Makes a live installation: one organisation with its sites, and its first administrator. Whole or not at all.
 * `alreadyCreated`: there is one already, demo or live, and nothing was changed.
 */
export async function createLiveInstallation(
  store: Store,
  actor: Actor,
  { organisation, sites, administrator }: LiveInstallation,
): Promise<{ kind: "created" } | { kind: "alreadyCreated" }> {
  return store.commit(actor, "installation.init", async () => {
    const made = await createInstallation(store, actor, { mode: "live", demoFirstDay: null });
    if (made.kind === "alreadyCreated") return made;
    await saveOrganisation(store, actor, organisation);
    for (const site of sites) await saveSite(store, actor, { ...site, organisation: organisation.code });
    const user = await createUser(store, actor, { ...administrator, demo: false });
    if (user.kind === "emailTaken") throw new Error("A new installation already had an account.");
    const everywhere = { user: user.id, organisation: organisation.code, site: null };
    await grantRole(store, actor, { ...everywhere, role: "administrator" });
    return made;
  });
}
