import { z } from "zod";
import { hashPassword } from "~/auth/password-hash.server";
import { newOneTimePassword } from "~/auth/token.server";
import type { Actor } from "~db/actor";
import { listOrganisations, wholeScope } from "~db/organisations";
import type { Store } from "~db/store";
import { createUser, grantRole } from "~db/users";

export type AdministratorAnswer =
  /** `password` serves once, to choose another at the first sign-in. */
  { kind: "created"; password: string } | { kind: "refused"; message: string };

/** Makes the first administrator of an organisation, by command: nobody can grant that role before. */
export async function createAdministrator(
  store: Store,
  actor: Actor,
  person: { name: string; email: string; organisation: string },
): Promise<AdministratorAnswer> {
  const { name, email, organisation } = person;
  const known = await listOrganisations(await wholeScope(store.db), store.db);
  if (!known.some(({ code }) => code === organisation))
    return { kind: "refused", message: `There is no organisation ${organisation}. Create it first.` };
  if (!z.email().safeParse(email.trim()).success || name.trim() === "")
    return {
      kind: "refused",
      message: "An administrator needs a name and an e-mail address such as a.okafor@nhs.net.",
    };
  const password = newOneTimePassword();
  const passwordHash = await hashPassword(password, "once");
  return store.commit(actor, "user.create-administrator", async (): Promise<AdministratorAnswer> => {
    const created = await createUser(store, actor, { name: name.trim(), email, passwordHash, demo: false });
    if (created.kind === "emailTaken")
      return { kind: "refused", message: `${email} has an account already.` };
    await grantRole(store, actor, { user: created.id, role: "administrator", organisation, site: null });
    return { kind: "created", password };
  });
}
