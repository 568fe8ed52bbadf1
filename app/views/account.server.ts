import type { User } from "~/auth/visitor.server";
import { browserName } from "~/components/browser-name";
import { isRole, permissionSentence, PERMISSIONS, roleFacts } from "~/facts/roles";
import { store } from "~/store.server";
import { listSignIns } from "~db/sign-in-sessions";
import { findAccount } from "~db/users";

/** One browser in which an account is signed in. */
export interface SignInShown {
  id: string;
  browser: string;
  since: Date;
  lastSeen: Date;
  /** This very browser. */
  own: boolean;
}

export interface AccountPage {
  name: string;
  email: string;
  /** A demo account's password stays as it is, for the next visitor. */
  demo: boolean;
  roles: { id: string; name: string; place: string; sentence: string }[];
  may: string[];
  signIns: SignInShown[];
}

/** Where a grant holds, in words. */
export function grantPlace(
  grant: { organisation: string; site: string | null },
  { organisations, sites }: Pick<User, "organisations" | "sites">,
): string {
  const organisation =
    organisations.find(({ code }) => code === grant.organisation)?.name ?? grant.organisation;
  if (grant.site === null) return `${organisation}: all sites`;
  return sites.find(({ code }) => code === grant.site)?.name ?? grant.site;
}

/** One's own account: roles, what they permit, and the browsers in which one is signed in. */
export async function accountPage(user: User): Promise<AccountPage> {
  const account = await findAccount(store().db, user.id);
  const signIns = await listSignIns(store().db, user.id, store().now());
  return {
    name: user.name,
    email: user.email,
    demo: account?.demo ?? false,
    roles: user.grants.map((grant) => {
      const facts = isRole(grant.role) ? roleFacts(grant.role) : { name: grant.role, sentence: "" };
      return { id: grant.id, name: facts.name, sentence: facts.sentence, place: grantPlace(grant, user) };
    }),
    may: PERMISSIONS.filter((permission) => user.may(permission)).map(permissionSentence),
    signIns: signIns.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      id,
      browser: browserName(userAgent),
      since: new Date(createdAt),
      lastSeen: new Date(lastSeenAt),
      own: id === user.signIn.id,
    })),
  };
}
