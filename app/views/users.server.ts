import { mayFor } from "~/auth/grants";
import type { User } from "~/auth/visitor.server";
import type { Choice } from "~/components/filter-fields";
import { browserName } from "~/components/browser-name";
import { isRole, roleFacts, ROLES } from "~/facts/roles";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { listSignIns } from "~db/sign-in-sessions";
import { listUsers, type RoleGrant } from "~db/users";
import { grantPlace, type SignInShown } from "./account.server";

export interface GrantShown {
  id: string;
  role: string;
  place: string;
}

export interface UserRow {
  id: string;
  name: string;
  email: string;
  demo: boolean;
  active: boolean;
  locked: boolean;
  grants: GrantShown[];
}

/** One account as its administrator sees it. */
export interface UserPage extends UserRow {
  signIns: SignInShown[];
  /** Why nothing can be changed here; null: it can. */
  fixed: "own" | "demo" | null;
  roles: Choice[];
  places: Choice[];
}

const roleName = (role: string) => (isRole(role) ? roleFacts(role).name : role);

function asRow(
  account: {
    id: string;
    name: string;
    email: string;
    demo: boolean;
    active: boolean;
    lockedUntil: string | null;
  },
  grants: RoleGrant[],
  administrator: User,
): UserRow {
  const { id, name, email, demo, active, lockedUntil } = account;
  const shown = grants.map((grant) => ({
    id: grant.id,
    role: roleName(grant.role),
    place: grantPlace(grant, administrator),
  }));
  return { id, name, email, demo, active, locked: (lockedUntil ?? "") > store().now(), grants: shown };
}

/** Accounts with a role where the administrator manages users. */
export async function usersInScope(administrator: User, scope: Scope): Promise<UserRow[]> {
  const accounts = await listUsers(scope, store().db);
  return accounts.map((account) => asRow(account, account.grants, administrator));
}

/** The roles that can be granted. */
export const roleChoices = (): Choice[] =>
  ROLES.map((role) => ({ value: role, text: `${roleFacts(role).name}: ${roleFacts(role).sentence}` }));

/** Where the administrator can grant roles: `RQM/` is a whole organisation, `RQM/RQM01` one of its sites. */
export function placeChoices(administrator: User): Choice[] {
  const { grants, organisations, sites } = administrator;
  return organisations.flatMap(({ code, name }) => {
    const whole = mayFor(grants, "user.manage", { organisation: code, site: null });
    const own = sites.filter(
      (site) =>
        site.organisation === code && mayFor(grants, "user.manage", { organisation: code, site: site.code }),
    );
    return [
      ...(whole ? [{ value: `${code}/`, text: `${name}: all sites` }] : []),
      ...own.map((site) => ({ value: `${code}/${site.code}`, text: site.name })),
    ];
  });
}

/** One account, or null when it has no role where the administrator manages users. */
export async function userPage(administrator: User, scope: Scope, id: string): Promise<UserPage | null> {
  const account = (await listUsers(scope, store().db)).find((held) => held.id === id);
  if (!account) return null;
  const signIns = await listSignIns(store().db, id, store().now());
  return {
    ...asRow(account, account.grants, administrator),
    fixed: id === administrator.id ? "own" : account.demo ? "demo" : null,
    roles: roleChoices(),
    places: placeChoices(administrator),
    signIns: signIns.map((signIn) => ({
      id: signIn.id,
      browser: browserName(signIn.userAgent),
      since: new Date(signIn.createdAt),
      lastSeen: new Date(signIn.lastSeenAt),
      own: signIn.id === administrator.signIn.id,
    })),
  };
}
