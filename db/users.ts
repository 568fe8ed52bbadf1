import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { newId } from "./new-id";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import type { Organisation, Site } from "./organisations";
import { organisation, roleGrant, site, userAccount } from "./schema";
import { inScope, type Scope } from "./scope";
import type { Store } from "./store";

/** An account as pages show it; the password's hash never leaves `findAccountByEmail`. */
export interface UserAccount {
  id: string;
  email: string;
  name: string;
  demo: boolean;
  active: boolean;
  lockedUntil: string | null;
}

/** What signing in needs of an account. */
export interface SignInAccount extends UserAccount {
  passwordHash: string;
  failedAttempts: number;
}

/** A role at one site, or (site null) at all sites of the organisation. */
export interface RoleGrant {
  id: string;
  user: string;
  role: string;
  organisation: string;
  site: string | null;
}

/** The account of an e-mail address, for signing in: the scope follows from it, so it takes none. */
export async function findAccountByEmail(db: Reader, email: string): Promise<SignInAccount | null> {
  const [found] = await db
    .select({ ...shown, passwordHash: userAccount.passwordHash, failedAttempts: userAccount.failedAttempts })
    .from(userAccount)
    .where(eq(userAccount.email, asEmail(email)));
  return found ?? null;
}

/** One account by id, for the person themselves and for naming who did something. */
export async function findAccount(db: Reader, id: string): Promise<UserAccount | null> {
  const [found] = await db.select(shown).from(userAccount).where(eq(userAccount.id, id));
  return found ?? null;
}

/** The roles of an account. */
export async function listGrants(db: Reader, user: string): Promise<RoleGrant[]> {
  return db
    .select()
    .from(roleGrant)
    .where(eq(roleGrant.user, user))
    .orderBy(asc(roleGrant.role), asc(roleGrant.id));
}

/** The roles of an account, and what they reach: organisations and sites, by name. */
export interface Reach {
  grants: RoleGrant[];
  organisations: Organisation[];
  sites: Site[];
}

/**
 * The same as `listGrants`, and the organisations and sites of `scopeOf`, in one question, which every request asks. Scopes
 * are made of it, so it takes none. Of an active account: the caller has looked.
 */
export async function reachOf(db: Reader, user: string): Promise<Reach> {
  const rows = await db
    .select({ grant: roleGrant, organisation, site })
    .from(roleGrant)
    .innerJoin(organisation, eq(organisation.code, roleGrant.organisation))
    .leftJoin(site, ofGrant)
    .where(eq(roleGrant.user, user))
    .orderBy(asc(organisation.name), asc(organisation.code), asc(site.name), asc(site.code));
  const grants = new Map(rows.map(({ grant }) => [grant.id, grant]));
  return {
    grants: [...grants.values()].sort((a, b) => (`${a.role}|${a.id}` < `${b.role}|${b.id}` ? -1 : 1)),
    organisations: [...new Map(rows.map((row) => [row.organisation.code, row.organisation])).values()],
    sites: [
      ...new Map(rows.flatMap((row) => (row.site ? [[row.site.code, row.site] as const] : []))).values(),
    ],
  };
}

/** What an account may see: the sites of its grants; a grant without a site means all of its organisation. */
export async function scopeOf(db: Reader, user: string): Promise<Scope> {
  const rows = await db
    .selectDistinct({ organisation: roleGrant.organisation, site: site.code })
    .from(roleGrant)
    .innerJoin(userAccount, and(eq(roleGrant.user, userAccount.id), eq(userAccount.active, true)))
    .leftJoin(site, ofGrant)
    .where(eq(roleGrant.user, user))
    .orderBy(asc(site.code));
  return {
    organisations: [...new Set(rows.map((row) => row.organisation))],
    sites: rows.flatMap((row) => row.site ?? []),
  };
}

/** Accounts with a role in the organisations and sites in scope, with those of their roles. */
export async function listUsers(
  scope: Scope,
  db: Reader,
): Promise<(UserAccount & { grants: RoleGrant[] })[]> {
  const grants = await db
    .select()
    .from(roleGrant)
    .where(
      and(
        inScope(scope, roleGrant.organisation),
        or(isNull(roleGrant.site), inArray(roleGrant.site, scope.sites)),
      ),
    );
  if (grants.length === 0) return [];
  const users = [...new Set(grants.map((grant) => grant.user))];
  const accounts = await db
    .select(shown)
    .from(userAccount)
    .where(inArray(userAccount.id, users))
    .orderBy(asc(userAccount.name), asc(userAccount.id));
  return accounts.map((account) => ({
    ...account,
    grants: grants.filter((grant) => grant.user === account.id),
  }));
}

/** Makes an account. `passwordHash` is the finished hash, never the password. */
export async function createUser(
  store: Store,
  actor: Actor,
  user: { email: string; name: string; passwordHash: string; demo: boolean },
): Promise<{ kind: "created"; id: string } | { kind: "emailTaken" }> {
  const email = asEmail(user.email);
  return store.commit(actor, "user.create", async (tx) => {
    if ((await findAccountByEmail(tx.db, email)) !== null) return { kind: "emailTaken" };
    const id = newId();
    const fresh = { active: true, failedAttempts: 0, lockedUntil: null, createdAt: tx.at };
    await tx.insert(userAccount, { id, ...user, ...fresh, email });
    return { kind: "created", id };
  });
}

/** Gives an account a new password hash and lifts a lock-out. */
export async function setPassword(
  store: Store,
  actor: Actor,
  id: string,
  passwordHash: string,
): Promise<void> {
  await store.commit(actor, "user.set-password", async (tx) => {
    await tx.update(userAccount, { id }, { passwordHash, failedAttempts: 0, lockedUntil: null });
  });
}

/** Lets an account sign in, or no longer. Its sessions end by `revokeSignInsOf`. */
export async function setActive(store: Store, actor: Actor, id: string, active: boolean): Promise<void> {
  await store.commit(actor, "user.set-active", (tx) => tx.update(userAccount, { id }, { active }));
}

/** Counts a wrong password; `lockedUntil` (an instant) shuts the account until then. */
export async function recordFailedSignIn(
  store: Store,
  actor: Actor,
  id: string,
  failed: { failedAttempts: number; lockedUntil: string | null },
): Promise<void> {
  await store.commit(actor, "user.failed-sign-in", (tx) => tx.update(userAccount, { id }, failed));
}

/** Gives a role at a site, or (site null) at all sites of the organisation; the same again changes nothing. */
export async function grantRole(
  store: Store,
  actor: Actor,
  grant: Omit<RoleGrant, "id">,
): Promise<{ kind: "granted"; id: string } | { kind: "alreadyGranted"; id: string }> {
  return store.commit(actor, "user.grant-role", async (tx) => {
    const same = (await listGrants(tx.db, grant.user)).find(
      (held) =>
        held.role === grant.role && held.organisation === grant.organisation && held.site === grant.site,
    );
    if (same !== undefined) return { kind: "alreadyGranted", id: same.id };
    const id = newId();
    await tx.insert(roleGrant, { id, ...grant });
    return { kind: "granted", id };
  });
}

/** Takes a role back. */
export async function revokeRole(
  store: Store,
  actor: Actor,
  id: string,
): Promise<{ kind: "revoked" } | { kind: "notFound" }> {
  return store.commit(actor, "user.revoke-role", async (tx) => {
    const [held] = await tx.db.select().from(roleGrant).where(eq(roleGrant.id, id));
    if (held === undefined) return { kind: "notFound" };
    await tx.remove(roleGrant, { id });
    return { kind: "revoked" };
  });
}

/** The sites of a grant; of one without a site, all of its organisation. */
const ofGrant = and(
  eq(site.organisation, roleGrant.organisation),
  or(isNull(roleGrant.site), eq(roleGrant.site, site.code)),
);

const shown = {
  id: userAccount.id,
  email: userAccount.email,
  name: userAccount.name,
  demo: userAccount.demo,
  active: userAccount.active,
  lockedUntil: userAccount.lockedUntil,
};

const asEmail = (email: string) => email.trim().toLowerCase();
