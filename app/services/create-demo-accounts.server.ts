import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "~/auth/demo-accounts";
import { hashPassword } from "~/auth/password-hash.server";
import type { Actor } from "~db/actor";
import { readInstallation } from "~db/organisations";
import type { Store } from "~db/store";
import { createUser, findAccountByEmail, grantRole } from "~db/users";

/**
 * Makes the demo accounts, one for each role, at all sites of an organisation; those that are there stay. Throws
 * where the installation is not a demo.
 */
export async function createDemoAccounts(store: Store, actor: Actor, organisation: string): Promise<void> {
  if ((await readInstallation(store.db))?.mode !== "demo")
    throw new Error(
      "Demo accounts exist in demo mode only. Maybe the installation was not created as a demo.",
    );
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await store.commit(actor, "demo.create-accounts", async (tx) => {
    for (const { name, email, role } of DEMO_ACCOUNTS) {
      const created = await createUser(store, actor, { name, email, passwordHash, demo: true });
      const id = created.kind === "created" ? created.id : (await findAccountByEmail(tx.db, email))!.id;
      await grantRole(store, actor, { user: id, role, organisation, site: null });
    }
  });
}
