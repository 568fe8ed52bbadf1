import type { Actor } from "~db/actor";
import { invitationsOfEntry } from "~db/invitations";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { invitationStanding } from "~/domain/perioperative/invitation/standing";
import { issueLink } from "./link.server";

/** Makes one more link of an open invitation, to be handed over in person; null: there is none that is open. */
export async function linkByHand(
  scope: Scope,
  store: Store,
  actor: Actor,
  { entry, id }: { entry: string; id: string },
): Promise<string | null> {
  return store.commit(actor, "invitation.link-by-hand", async (tx) => {
    const found = (await invitationsOfEntry(scope, tx.db, entry)).find((one) => one.id === id);
    if (!found || invitationStanding(found, tx.at) !== "open") return null;
    return issueLink(tx, found);
  });
}
