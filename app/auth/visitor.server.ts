import type { AppLoadContext } from "@remix-run/node";
import type { Permission } from "~/facts/roles";
import { environment } from "~/env.server";
import { store } from "~/store.server";
import { readInstallation, type Organisation, type Site } from "~db/organisations";
import type { InstallationMode } from "~db/schema";
import type { Scope } from "~db/scope";
import { findSignIn, touchSignIn, type SignInSession } from "~db/sign-in-sessions";
import { findAccount, reachOf, type RoleGrant } from "~db/users";
import { mayAnywhere, scopeFor } from "./grants";
import { readToken } from "./sign-in-cookie.server";
import { expiry, isDueForNote, type SignInLifetime } from "./sign-in-lifetime";
import { tokenHash } from "./token.server";

/** Somebody who is signed in. */
export interface User {
  id: string;
  name: string;
  email: string;
  grants: RoleGrant[];
  /** Organisations and sites of any of the grants. */
  organisations: Organisation[];
  sites: Site[];
  /** The sign-in of this browser. */
  signIn: SignInSession;
  /** Whether the user may do something anywhere. */
  may(permission: Permission): boolean;
  /** Where the user may do something. */
  scope(permission: Permission): Scope;
}

/** How long a sign-in lasts in this installation. */
export function signInLifetime(): SignInLifetime {
  const { HUBLIST_IDLE_MINUTES, HUBLIST_SIGN_IN_HOURS } = environment();
  return { idleMinutes: HUBLIST_IDLE_MINUTES, hours: HUBLIST_SIGN_IN_HOURS };
}

/** What this installation is; live until it has been set up. */
export async function installationMode(): Promise<InstallationMode> {
  return (await readInstallation(store().db))?.mode ?? "live";
}

async function findUser(signIn: SignInSession): Promise<User | null> {
  const { db } = store();
  const account = await findAccount(db, signIn.user);
  if (!account?.active || (account.demo && (await installationMode()) !== "demo")) return null;
  const { grants, organisations, sites } = await reachOf(db, account.id);
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    ...{ grants, organisations, sites },
    signIn,
    may: (permission) => mayAnywhere(grants, permission),
    scope: (permission) => scopeFor(grants, permission, sites),
  };
}

async function identify(request: Request, https: boolean): Promise<User | null> {
  const token = await readToken(request, https);
  if (!token) return null;
  const now = store().now();
  const signIn = await findSignIn(store().db, tokenHash(token), now);
  if (!signIn) return null;
  const user = await findUser(signIn);
  const lifetime = signInLifetime();
  if (user && isDueForNote(signIn.lastSeenAt, now, lifetime)) {
    const until = expiry(signIn.createdAt, now, lifetime);
    await touchSignIn(store(), { kind: "user", id: user.id }, signIn.id, until);
  }
  return user;
}

/** Several loaders answer one request: they ask the store once. */
const asked = new WeakMap<AppLoadContext, Promise<User | null>>();

/** Who sends this request; null: nobody who is signed in. */
export function visitorOf(request: Request, context: AppLoadContext): Promise<User | null> {
  const known = asked.get(context);
  if (known) return known;
  const found = identify(request, context.https);
  asked.set(context, found);
  return found;
}
