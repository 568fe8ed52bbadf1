import { isRole, ROLES } from "~/facts/roles";
import { listOrganisations, listSites, wholeScope } from "~db/organisations";
import type { Store } from "~db/store";
import { createUser, grantRole } from "~db/users";
import { commandActor, withInstallation } from "../installation";
import { Refusal, type Command, type Given } from "./command";
import { requireEmail } from "./email";
import { choosePassword, PASSWORD_OPTIONS } from "./password";

/** Where a role counts: an organisation, and one site of it or (null) all. */
interface Place {
  organisation: string;
  site: string | null;
}

/** The places that were named; without a site all of the organisation, without an organisation the only one there is. */
async function placesOf(given: Given, store: Store): Promise<Place[]> {
  const scope = await wholeScope(store.db);
  const organisations = (await listOrganisations(scope, store.db)).map(({ code }) => code);
  const organisation = given.text("organisation") ?? (organisations.length === 1 ? organisations[0]! : "");
  if (!organisations.includes(organisation))
    throw new Refusal(
      `--organisation ${organisation || "(none)"}: expected one of ${organisations.join(", ")}.`,
    );
  const known = (await listSites(scope, store.db)).filter((site) => site.organisation === organisation);
  const named = given.texts("site");
  const stranger = named.find((code) => !known.some((site) => site.code === code));
  if (stranger)
    throw new Refusal(
      `--site ${stranger}: expected sites of ${organisation}: ${known
        .map(({ code }) => code)
        .sort()
        .join(", ")}.`,
    );
  return named.length > 0 ? named.map((site) => ({ organisation, site })) : [{ organisation, site: null }];
}

function readRoles(given: Given): string[] {
  const roles = given.texts("role");
  const stranger = roles.find((role) => !isRole(role));
  if (stranger) throw new Refusal(`--role ${stranger}: expected one of ${ROLES.join(", ")}.`);
  return roles;
}

export const addUser: Command = {
  name: "add-user",
  summary: "Adds an account with its roles. More accounts are made in the browser, by an administrator.",
  positionals: [],
  options: {
    email: { type: "string", value: "ADDRESS", words: "E-mail address to sign in with", required: true },
    name: { type: "string", value: "NAME", words: "Name of the person", required: true },
    role: {
      type: "string",
      value: "ROLE",
      words: `A role: ${ROLES.join(", ")}`,
      multiple: true,
      required: true,
    },
    organisation: {
      type: "string",
      value: "CODE",
      words: "Where the roles count; may be left out where there is one",
    },
    site: { type: "string", value: "CODE", words: "A site to which the roles are limited", multiple: true },
    ...PASSWORD_OPTIONS,
  },
  async run(given) {
    const email = requireEmail(given.required("email"), "email");
    const roles = readRoles(given);
    await withInstallation(async (store) => {
      const places = await placesOf(given, store);
      const { hash, words } = await choosePassword(given, email);
      const actor = commandActor("hublist add-user");
      const account = { email, name: given.required("name"), passwordHash: hash, demo: false };
      await store.commit(actor, "user.add", async () => {
        const user = await createUser(store, actor, account);
        if (user.kind === "emailTaken")
          throw new Refusal(`There is an account with the address ${email} already.`);
        for (const place of places)
          for (const role of roles) await grantRole(store, actor, { user: user.id, role, ...place });
      });
      console.log(`Added ${account.name} (${email}) as ${roles.join(", ")}.`);
      if (words) console.log(words);
    });
  },
};
