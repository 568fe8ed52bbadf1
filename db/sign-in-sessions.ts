import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { newId } from "./new-id";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import { signInSession, userAccount } from "./schema";
import type { Store } from "./store";

/** A signed-in browser of an active account. Instants are UTC ISO texts. */
export interface SignInSession {
  id: string;
  user: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  userAgent: string;
}

/** The session of a token hash (SHA-256, hex), unless it is over by `now` or revoked. The scope follows from it. */
export async function findSignIn(db: Reader, tokenHash: string, now: string): Promise<SignInSession | null> {
  const [found] = await db
    .select(shown)
    .from(signInSession)
    .innerJoin(userAccount, and(eq(signInSession.user, userAccount.id), eq(userAccount.active, true)))
    .where(and(eq(signInSession.tokenHash, tokenHash), valid(now)));
  return found ?? null;
}

/** A person's own sessions that are not over, latest first. */
export async function listSignIns(db: Reader, user: string, now: string): Promise<SignInSession[]> {
  return db
    .select(shown)
    .from(signInSession)
    .where(and(eq(signInSession.user, user), valid(now)))
    .orderBy(desc(signInSession.lastSeenAt), desc(signInSession.id));
}

/** Starts a session and clears the count of wrong passwords. */
export async function startSignIn(
  store: Store,
  actor: Actor,
  session: { tokenHash: string; user: string; expiresAt: string; userAgent: string },
): Promise<string> {
  return store.commit(actor, "user.sign-in", async (tx) => {
    const id = newId();
    await tx.update(userAccount, { id: session.user }, { failedAttempts: 0, lockedUntil: null });
    await tx.insert(signInSession, { id, ...session, createdAt: tx.at, lastSeenAt: tx.at, revokedAt: null });
    return id;
  });
}

/** Notes that a session was used and until when it now lasts. Call it every few minutes, not at every request. */
export async function touchSignIn(store: Store, actor: Actor, id: string, expiresAt: string): Promise<void> {
  await store.commit(actor, "user.seen", (tx) =>
    tx.update(signInSession, { id }, { lastSeenAt: tx.at, expiresAt }),
  );
}

/** Ends one session. */
export async function revokeSignIn(store: Store, actor: Actor, id: string): Promise<void> {
  await store.commit(actor, "user.sign-out", (tx) => tx.update(signInSession, { id }, { revokedAt: tx.at }));
}

/** Ends all sessions of an account, as after a new password or when it is shut. */
export async function revokeSignInsOf(store: Store, actor: Actor, user: string): Promise<void> {
  await store.commit(actor, "user.sign-out-everywhere", async (tx) => {
    const open = await tx.db
      .select({ id: signInSession.id })
      .from(signInSession)
      .where(and(eq(signInSession.user, user), isNull(signInSession.revokedAt)));
    for (const { id } of open) await tx.update(signInSession, { id }, { revokedAt: tx.at });
  });
}

const shown = {
  id: signInSession.id,
  user: signInSession.user,
  createdAt: signInSession.createdAt,
  lastSeenAt: signInSession.lastSeenAt,
  expiresAt: signInSession.expiresAt,
  userAgent: signInSession.userAgent,
};

const valid = (now: string) => and(isNull(signInSession.revokedAt), gt(signInSession.expiresAt, now));
