import { and, desc, eq, gt, isNull, type InferSelectModel } from "drizzle-orm";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { newId } from "./new-id";
import { invitation, invitationLink, type InvitationPurpose } from "./schema";
import { inScope, type Scope } from "./scope";

/** That a patient is asked in; see db/schema/invitations.ts. */
export type Invitation = InferSelectModel<typeof invitation>;

const about = ({ organisation, site }: Pick<Invitation, "organisation" | "site">): About => ({
  organisation,
  site,
});

/** The invitation of a link, by the SHA-256 of its secret: who holds the secret needs no scope. */
export async function invitationOfLink(db: Reader, secretHash: string): Promise<Invitation | null> {
  const [found] = await db
    .select({ invitation })
    .from(invitationLink)
    .innerJoin(invitation, eq(invitationLink.invitation, invitation.id))
    .where(eq(invitationLink.secretHash, secretHash));
  return found?.invitation ?? null;
}

/** One invitation, of somebody who passed its identity form, or inside a commit. */
export async function invitationById(db: Reader, id: string): Promise<Invitation | null> {
  const [found] = await db.select().from(invitation).where(eq(invitation.id, id));
  return found ?? null;
}

/** The invitations of an entry in scope, latest first. */
export async function invitationsOfEntry(scope: Scope, db: Reader, entry: string): Promise<Invitation[]> {
  return db
    .select()
    .from(invitation)
    .where(and(eq(invitation.entry, entry), inScope(scope, invitation.organisation, invitation.site)))
    .orderBy(desc(invitation.createdAt), desc(invitation.id));
}

/** The latest invitation of an entry that still works, for a purpose; read inside a commit about the entry. */
export async function usableInvitation(
  db: Reader,
  entry: string,
  purpose: InvitationPurpose,
  now: string,
): Promise<Invitation | null> {
  const { completedAt, revokedAt, expiresAt } = invitation;
  const open = and(isNull(completedAt), isNull(revokedAt), gt(expiresAt, now));
  const [found] = await db
    .select()
    .from(invitation)
    .where(and(eq(invitation.entry, entry), eq(invitation.purpose, purpose), open))
    .orderBy(desc(invitation.createdAt))
    .limit(1);
  return found ?? null;
}

/** What an invitation is made of. */
export type NewInvitation = Pick<
  Invitation,
  "organisation" | "site" | "entry" | "purpose" | "part" | "expiresAt"
>;

/** Keeps a new invitation; it has no link yet. */
export async function insertInvitation(tx: Tx, made: NewInvitation): Promise<string> {
  const id = newId();
  const untouched = {
    completedAt: null,
    revokedAt: null,
    wrongGuesses: 0,
    lastWrongAt: null,
    lockedUntil: null,
  };
  await tx.insert(invitation, { id, ...made, ...untouched, createdBy: tx.by, createdAt: tx.at }, about(made));
  return id;
}

/** Gives an invitation a link, by the hash of its secret. Its other links go on working. */
export async function insertLink(tx: Tx, of: Invitation, secretHash: string): Promise<void> {
  const row = { id: newId(), secretHash, invitation: of.id, createdAt: tx.at };
  await tx.insert(invitationLink, row, about(of));
}

/** Changes how an invitation stands: guesses, completed, revoked. */
export async function updateInvitation(
  tx: Tx,
  of: Invitation,
  set: Partial<
    Pick<Invitation, "completedAt" | "revokedAt" | "wrongGuesses" | "lastWrongAt" | "lockedUntil">
  >,
): Promise<void> {
  await tx.update(invitation, { id: of.id }, set, about(of));
}
