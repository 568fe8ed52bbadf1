import { mayFor, type Grant } from "~/auth/grants";
import { hashPassword } from "~/auth/password-hash.server";
import { newOneTimePassword } from "~/auth/token.server";
import type { User } from "~/auth/visitor.server";
import { store } from "~/store.server";
import { revokeSignInsOf } from "~db/sign-in-sessions";
import {
  createUser,
  findAccount,
  findAccountByEmail,
  grantRole,
  listGrants,
  revokeRole,
  setActive,
  setPassword,
} from "~db/users";

const actorOf = (user: User) => ({ kind: "user", id: user.id }) as const;

/** Something an administrator may not do here, and why. */
export interface NotAllowed {
  kind: "notAllowed";
  message: string;
}
const notAllowed = (message: string): NotAllowed => ({ kind: "notAllowed", message });

const OWN_ACCOUNT = "You cannot change your own roles or account here. Ask another administrator.";
const ELSEWHERE =
  "This person also works where you are not an administrator. Ask an administrator there, or of the whole organisation.";

const DEMO = "Demo accounts stay as they are, for the next visitor. Add a user and try it there.";

/** Why nothing of a person's may be changed by this administrator; null: something may. */
async function whyNotPerson(administrator: User, id: string): Promise<NotAllowed | null> {
  if (id === administrator.id) return notAllowed(OWN_ACCOUNT);
  const account = await findAccount(store().db, id);
  if (!account) return notAllowed("There is no such account.");
  return account.demo ? notAllowed(DEMO) : null;
}

/** Why an administrator may not change an account as a whole; null: they may, for they administer all its roles. */
async function whyNotAccount(administrator: User, id: string): Promise<NotAllowed | null> {
  const refused = await whyNotPerson(administrator, id);
  if (refused) return refused;
  const grants = await listGrants(store().db, id);
  const all =
    grants.length > 0 && grants.every((grant) => mayFor(administrator.grants, "user.manage", grant));
  return all ? null : notAllowed(ELSEWHERE);
}

function whyNotGrant(administrator: User, grant: Grant): NotAllowed | null {
  if (mayFor(administrator.grants, "user.manage", grant)) return null;
  return notAllowed(
    "You are not an administrator of that organisation or site. Choose one that you administer.",
  );
}

export type AddUserAnswer =
  /** `password` is shown once and must be changed at the first sign-in. */
  | { kind: "added"; id: string; password: string }
  /** Somebody has that address already: the role was granted to that account, whose password stays. */
  | { kind: "grantedToExisting"; id: string; name: string }
  | NotAllowed;

/** Makes an account with a first role; for an address that has an account already, grants the role to that one. */
export async function addUser(
  administrator: User,
  person: { name: string; email: string },
  grant: Grant,
): Promise<AddUserAnswer> {
  const refused = whyNotGrant(administrator, grant);
  if (refused) return refused;
  const password = newOneTimePassword();
  const passwordHash = await hashPassword(password, "once");
  const actor = actorOf(administrator);
  return store().commit(actor, "user.add", async (): Promise<AddUserAnswer> => {
    const held = await findAccountByEmail(store().db, person.email);
    if (held) {
      const untouchable = await whyNotPerson(administrator, held.id);
      if (untouchable) return untouchable;
      await grantRole(store(), actor, { user: held.id, ...grant });
      return { kind: "grantedToExisting", id: held.id, name: held.name };
    }
    const created = await createUser(store(), actor, { ...person, passwordHash, demo: false });
    if (created.kind !== "created") throw new Error("An address was taken within one commit.");
    await grantRole(store(), actor, { user: created.id, ...grant });
    return { kind: "added", id: created.id, password };
  });
}

/** Gives a role at a site, or at all sites of an organisation. */
export async function giveRole(
  administrator: User,
  id: string,
  grant: Grant,
): Promise<{ kind: "granted" | "alreadyGranted" } | NotAllowed> {
  const refused = (await whyNotPerson(administrator, id)) ?? whyNotGrant(administrator, grant);
  if (refused) return refused;
  return { kind: (await grantRole(store(), actorOf(administrator), { user: id, ...grant })).kind };
}

/** Takes a role back. */
export async function takeRole(
  administrator: User,
  id: string,
  grantId: string,
): Promise<{ kind: "revoked" | "notFound" } | NotAllowed> {
  const refused = await whyNotPerson(administrator, id);
  if (refused) return refused;
  const grant = (await listGrants(store().db, id)).find((held) => held.id === grantId);
  if (!grant) return { kind: "notFound" };
  return whyNotGrant(administrator, grant) ?? (await revokeRole(store(), actorOf(administrator), grantId));
}

/** Shuts an account, which ends its sign-ins, or opens it again. */
export async function switchAccount(
  administrator: User,
  id: string,
  active: boolean,
): Promise<{ kind: "switched" } | NotAllowed> {
  const refused = await whyNotAccount(administrator, id);
  if (refused) return refused;
  const actor = actorOf(administrator);
  await store().commit(actor, active ? "user.open" : "user.shut", async () => {
    await setActive(store(), actor, id, active);
    if (!active) await revokeSignInsOf(store(), actor, id);
  });
  return { kind: "switched" };
}

/** Gives an account a one-time password and ends its sign-ins. */
export async function resetPassword(
  administrator: User,
  id: string,
): Promise<{ kind: "reset"; password: string } | NotAllowed> {
  const refused = await whyNotAccount(administrator, id);
  if (refused) return refused;
  const password = newOneTimePassword();
  const hash = await hashPassword(password, "once");
  const actor = actorOf(administrator);
  await store().commit(actor, "user.reset-password", async () => {
    await setPassword(store(), actor, id, hash);
    await revokeSignInsOf(store(), actor, id);
  });
  return { kind: "reset", password };
}

/** Ends all sign-ins of an account. */
export async function endSignIns(administrator: User, id: string): Promise<{ kind: "ended" } | NotAllowed> {
  const refused = await whyNotAccount(administrator, id);
  if (refused) return refused;
  await revokeSignInsOf(store(), actorOf(administrator), id);
  return { kind: "ended" };
}
