import { randomInt } from "node:crypto";
import { tokenHash } from "~/auth/token.server";
import {
  SECRET_ALPHABET,
  SECRET_LENGTH,
  shownSecret,
  typedSecret,
} from "~/domain/perioperative/invitation/secret";
import type { Tx } from "~db/commit";
import type { Reader } from "~db/engine";
import { insertLink, invitationById, invitationOfLink, type Invitation } from "~db/invitations";
import type { Message } from "~db/messages";

/** A new secret of a link; the store keeps its hash alone. */
function newSecret(): string {
  return Array.from(
    { length: SECRET_LENGTH },
    () => SECRET_ALPHABET[randomInt(SECRET_ALPHABET.length)]!,
  ).join("");
}

/** Where a link leads, below the address of the service. */
const linkPath = (secret: string) => `/q/${shownSecret(secret)}`;

/** Makes a link of an invitation and returns its path; nobody can read it from the store again. */
export async function issueLink(tx: Tx, invitation: Invitation): Promise<string> {
  const secret = newSecret();
  await insertLink(tx, invitation, tokenHash(secret));
  return linkPath(secret);
}

/**
 * The path of the link that a queued message carries, made at the moment of sending, inside the commit that claims it;
 * null: the message has none. It holds no personal data.
 */
export async function linkOfMessage(
  tx: Tx,
  { invitation }: Pick<Message, "invitation">,
): Promise<string | null> {
  const found = invitation === null ? null : await invitationById(tx.db, invitation);
  return found && issueLink(tx, found);
}

/** The invitation of a secret as somebody followed or typed it; null: there is none. */
export async function invitationOfSecret(db: Reader, text: string): Promise<Invitation | null> {
  const secret = typedSecret(text);
  return secret === null ? null : invitationOfLink(db, tokenHash(secret));
}
