import { createHash } from "node:crypto";
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, AttemptCounter } from "~/auth/attempts";
import { TooBusyError } from "~/auth/concurrency";
import { hashPassword, isOneTime, isOutdated, verifyPassword } from "~/auth/password-hash.server";
import { passwordFault } from "~/auth/password-rules";
import { expiry } from "~/auth/sign-in-lifetime";
import { newToken, tokenHash } from "~/auth/token.server";
import { installationMode, signInLifetime } from "~/auth/visitor.server";
import { store } from "~/store.server";
import { findSignIn, revokeSignIn, startSignIn } from "~db/sign-in-sessions";
import { findAccountByEmail, recordFailedSignIn, setPassword, type SignInAccount } from "~db/users";

export interface SignInRequest {
  email: string;
  password: string;
  /** Takes the place of a one-time password. */
  newPassword: string | null;
  address: string;
  userAgent: string;
  /** Token of a sign-in that this one replaces. */
  replaces: string | null;
}

/**
 * refused: wrong, unknown or locked, which nobody is told apart; tooMany: from this address; oneTime: right, and a
 * new password must be chosen; newPasswordRefused: with the reason; busy: try again in a moment.
 */
export type SignInAnswer =
  | { kind: "signedIn"; token: string }
  | { kind: "refused" | "tooMany" | "busy" | "oneTime" }
  | { kind: "newPasswordRefused"; fault: string };

const accounts = new AttemptCounter(ACCOUNT_LIMIT);
const addresses = new AttemptCounter(ADDRESS_LIMIT);
const SIGN_IN = { kind: "command", name: "sign-in" } as const;

/** Memory of attempts holds no addresses of people. */
const accountKey = (email: string) => createHash("sha256").update(email.trim().toLowerCase()).digest("hex");

/** Signs somebody in, or says no in a way that does not tell which accounts exist. */
export async function signIn(request: SignInRequest): Promise<SignInAnswer> {
  const at = Date.parse(store().now());
  if (addresses.isLocked(request.address, at)) return { kind: "tooMany" };
  const account = await usableAccount(request.email);
  const key = accountKey(request.email);
  const locked = accounts.isLocked(key, at) || (account?.lockedUntil ?? "") > store().now();
  // Counted before the password is looked at, so that guesses sent all at once count as many.
  const lockedUntil = locked ? 0 : accounts.noteWrong(key, at);
  try {
    const right = await verifyPassword(request.password, account?.passwordHash ?? null);
    if (account && right && !locked) return await admit(account, request);
    addresses.noteWrong(request.address, at);
    if (!locked) await (account ? noteFailure(account, lockedUntil) : noteUnknown());
    return { kind: "refused" };
  } catch (error) {
    if (error instanceof TooBusyError) return { kind: "busy" };
    throw error;
  }
}

/** The account, unless it is shut or a demo account outside a demo: then as if it did not exist. */
async function usableAccount(email: string): Promise<SignInAccount | null> {
  const account = await findAccountByEmail(store().db, email);
  if (!account?.active) return null;
  return account.demo && (await installationMode()) !== "demo" ? null : account;
}

async function noteFailure({ id, failedAttempts }: SignInAccount, lockedUntil: number): Promise<void> {
  const until = lockedUntil > 0 ? new Date(lockedUntil).toISOString() : null;
  const failed = { failedAttempts: failedAttempts + 1, lockedUntil: until };
  await recordFailedSignIn(store(), SIGN_IN, id, failed);
}

/** An attempt on no account is written down too, so that its answer takes as long; whose it was meant to be is not. */
async function noteUnknown(): Promise<void> {
  const nobody = { subjectKind: "user_account", subjectId: "unknown", organisation: "", site: "" };
  await store().commit(SIGN_IN, "user.failed-sign-in", (tx) =>
    tx.tell([{ ...nobody, before: "{}", after: "{}" }]),
  );
}

async function admit(account: SignInAccount, request: SignInRequest): Promise<SignInAnswer> {
  accounts.clear(accountKey(request.email));
  const actor = { kind: "user", id: account.id } as const;
  if (isOneTime(account.passwordHash)) {
    if (request.newPassword === null) return { kind: "oneTime" };
    const fault = newPasswordFault(request.newPassword, request.password, account.email);
    if (fault) return { kind: "newPasswordRefused", fault };
    await setPassword(store(), actor, account.id, await hashPassword(request.newPassword));
  } else if (isOutdated(account.passwordHash)) {
    await setPassword(store(), SIGN_IN, account.id, await hashPassword(request.password));
  }
  if (request.replaces) await endByToken(request.replaces);
  return { kind: "signedIn", token: await beginSignIn(account.id, request.userAgent) };
}

/** Why a password cannot take the place of another; null: it can. */
export function newPasswordFault(next: string, present: string, email: string): string | null {
  return next === present ? "Enter a password other than the present one" : passwordFault(next, email);
}

/** Starts a sign-in and returns its token, which the browser keeps and the store does not. */
export async function beginSignIn(user: string, userAgent: string): Promise<string> {
  const token = newToken();
  const now = store().now();
  const expiresAt = expiry(now, now, signInLifetime());
  const session = { tokenHash: tokenHash(token), user, expiresAt, userAgent: userAgent.slice(0, 300) };
  await startSignIn(store(), { kind: "user", id: user }, session);
  return token;
}

/** Ends the sign-in of a token; one that is over already is left so. */
export async function endByToken(token: string): Promise<void> {
  const session = await findSignIn(store().db, tokenHash(token), store().now());
  if (session) await revokeSignIn(store(), { kind: "user", id: session.user }, session.id);
}
