import type { Actor } from "~db/actor";
import { invitationsOfEntry, updateInvitation } from "~db/invitations";
import { endDevicesOf } from "~db/patient-devices";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";

/** Takes an entry's invitation back: its links stop, and so does every browser that passed its identity form. */
export async function revokeInvitation(
  scope: Scope,
  store: Store,
  actor: Actor,
  { entry, id }: { entry: string; id: string },
): Promise<{ kind: "revoked" | "notFound" }> {
  return store.commit(actor, "invitation.revoke", async (tx) => {
    const found = (await invitationsOfEntry(scope, tx.db, entry)).find((one) => one.id === id);
    if (!found) return { kind: "notFound" };
    if (found.revokedAt === null) await updateInvitation(tx, found, { revokedAt: tx.at });
    await endDevicesOf(tx, found);
    return { kind: "revoked" };
  });
}
