import { and, eq, gt, isNull, type InferSelectModel } from "drizzle-orm";
import type { Actor } from "./actor";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { invitation, patientDevice } from "./schema";
import type { Invitation } from "./invitations";
import type { Store } from "./store";

/** A browser in which somebody said who they are, by an invitation. */
export type PatientDevice = InferSelectModel<typeof patientDevice>;

/** The browser of a token (its SHA-256), unless it is over by `now`; the scope follows from its invitation. */
export async function findDevice(
  db: Reader,
  tokenHash: string,
  now: string,
): Promise<{ device: PatientDevice; invitation: Invitation } | null> {
  const { revokedAt, expiresAt } = patientDevice;
  const [found] = await db
    .select({ device: patientDevice, invitation })
    .from(patientDevice)
    .innerJoin(invitation, eq(patientDevice.invitation, invitation.id))
    .where(and(eq(patientDevice.tokenHash, tokenHash), isNull(revokedAt), gt(expiresAt, now)));
  return found ?? null;
}

/** Keeps a browser that passed the identity form. */
export async function insertDevice(
  tx: Tx,
  device: Pick<PatientDevice, "id" | "tokenHash" | "invitation" | "who" | "expiresAt">,
  about: About,
): Promise<void> {
  const seen = { createdAt: tx.at, lastSeenAt: tx.at, revokedAt: null };
  await tx.insert(patientDevice, { ...device, ...seen }, about);
}

/** Notes that a browser was used and until when it now lasts. Call it every few minutes, not at every request. */
export async function touchDevice(
  store: Store,
  actor: Actor,
  id: string,
  expiresAt: string,
  about: About,
): Promise<void> {
  await store.commit(actor, "patient.seen", (tx) =>
    tx.update(patientDevice, { id }, { lastSeenAt: tx.at, expiresAt }, about),
  );
}

/** Ends one browser's stay. */
export async function endDevice(tx: Tx, id: string, about: About): Promise<void> {
  await tx.update(patientDevice, { id }, { revokedAt: tx.at }, about);
}

/** Ends the stay of every browser of an invitation, as when it is revoked. */
export async function endDevicesOf(tx: Tx, of: Invitation): Promise<void> {
  const open = await tx.db
    .select({ id: patientDevice.id })
    .from(patientDevice)
    .where(and(eq(patientDevice.invitation, of.id), isNull(patientDevice.revokedAt)));
  for (const { id } of open) await endDevice(tx, id, of);
}
