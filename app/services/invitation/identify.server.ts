import { ADDRESS_LIMIT, AttemptCounter } from "~/auth/attempts";
import { deviceLifetime } from "~/auth/patient-visitor.server";
import { expiry } from "~/auth/sign-in-lifetime";
import { newToken, tokenHash } from "~/auth/token.server";
import { afterWrong } from "~/domain/attempt-limit";
import { isPatient, type Claim } from "~/domain/perioperative/invitation/identity";
import { invitationStanding, type InvitationStanding } from "~/domain/perioperative/invitation/standing";
import type { ResponseGiver } from "~/domain/perioperative/questionnaire/response-source";
import { GUESS_LIMIT, invitationRule } from "~/facts/invitation";
import { store } from "~/store.server";
import type { Tx } from "~db/commit";
import { invitationById, updateInvitation, type Invitation } from "~db/invitations";
import { insertDevice } from "~db/patient-devices";
import { newId } from "~db/new-id";
import { organisationScope } from "~db/organisations";
import { findPatient } from "~db/patients";
import { findEntry } from "~db/waiting-list";
import { invitationOfSecret } from "./link.server";

/** Somebody at the identity form of a link. */
export interface IdentityClaim extends Claim {
  secret: string;
  who: Exclude<ResponseGiver, "staff">;
  address: string;
}

/**
 * wrong: at least one of the facts is not the patient's, which is not told; resting: too many guesses, until the
 * instant; tooMany: from this address.
 */
export type IdentityAnswer =
  | { kind: "known"; token: string }
  | { kind: "wrong" }
  | { kind: "resting"; until: string }
  | { kind: "tooMany" | "unknown" }
  | { kind: "closed"; standing: Exclude<InvitationStanding, "open"> };

const addresses = new AttemptCounter(ADDRESS_LIMIT);

/** Lets a browser in that knows both facts of the link's patient. Every wrong guess counts for the invitation. */
export async function identify(claim: IdentityClaim): Promise<IdentityAnswer> {
  const at = Date.parse(store().now());
  if (addresses.isLocked(claim.address, at)) return { kind: "tooMany" };
  const found = await invitationOfSecret(store().db, claim.secret);
  const answer = found ? await claimed(found.id, claim) : ({ kind: "unknown" } as const);
  if (answer.kind === "unknown" || answer.kind === "wrong") addresses.noteWrong(claim.address, at);
  return answer;
}

/** Guess and count are one commit, so that guesses sent all at once count as many. */
async function claimed(id: string, claim: IdentityClaim): Promise<IdentityAnswer> {
  const actor = { kind: "patient", invitation: id } as const;
  return store().commit(actor, "patient.identify", async (tx) => {
    const invitation = (await invitationById(tx.db, id))!;
    const standing = invitationStanding(invitation, tx.at);
    if (standing !== "open") return { kind: "closed", standing };
    const { lockedUntil } = invitation;
    if (lockedUntil !== null && lockedUntil > tx.at) return { kind: "resting", until: lockedUntil };
    if (!(await matches(tx, invitation, claim))) return countWrong(tx, invitation);
    return { kind: "known", token: await admit(tx, invitation, claim.who) };
  });
}

async function matches(tx: Tx, { organisation, entry }: Invitation, claim: Claim): Promise<boolean> {
  const own = await organisationScope(tx.db, organisation);
  const held = await findEntry(own, tx.db, entry);
  const patient = held && (await findPatient(own, tx.db, held.patient));
  return patient !== null && isPatient(patient, claim);
}

async function countWrong(tx: Tx, invitation: Invitation): Promise<IdentityAnswer> {
  const time = (instant: string | null) => (instant === null ? 0 : Date.parse(instant));
  const wrongGuesses = invitation.wrongGuesses + 1;
  // The count in all never starts anew; the lock's count does, after a quiet while.
  const before = { wrong: invitation.wrongGuesses, lastAt: time(invitation.lastWrongAt) };
  const after = afterWrong(
    { ...before, lockedUntil: time(invitation.lockedUntil) },
    GUESS_LIMIT,
    Date.parse(tx.at),
  );
  const lockedUntil =
    after.lockedUntil > Date.parse(tx.at) ? new Date(after.lockedUntil).toISOString() : null;
  const ended = wrongGuesses >= invitationRule("guessesInAll");
  await updateInvitation(tx, invitation, {
    ...{ wrongGuesses, lastWrongAt: tx.at, lockedUntil },
    ...(ended ? { revokedAt: tx.at } : {}),
  });
  if (ended) return { kind: "closed", standing: "revoked" };
  return lockedUntil === null ? { kind: "wrong" } : { kind: "resting", until: lockedUntil };
}

async function admit(tx: Tx, invitation: Invitation, who: IdentityClaim["who"]): Promise<string> {
  const token = newToken();
  const expiresAt = expiry(tx.at, tx.at, deviceLifetime());
  const device = { id: newId(), tokenHash: tokenHash(token), invitation: invitation.id, who, expiresAt };
  if (invitation.lockedUntil !== null) await updateInvitation(tx, invitation, { lockedUntil: null });
  await insertDevice(tx, device, invitation);
  return token;
}
