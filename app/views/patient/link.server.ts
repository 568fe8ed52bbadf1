import type { ClosedLink } from "~/components/patient/link-closed";
import type { WhomToCallView } from "~/components/patient/whom-to-call";
import { invitationStanding } from "~/domain/perioperative/invitation/standing";
import { invitationOfSecret } from "~/services/invitation/link.server";
import { store } from "~/store.server";
import { whomToCall } from "./whom-to-call.server";

/** What a link shows before anybody said who they are: nothing of the patient. */
export interface LinkPage {
  /** Null: it opens the identity form. */
  closed: ClosedLink | null;
  invitation: string | null;
  call: WhomToCallView | null;
}

/** How a link stands. Reading it changes nothing, however often it is opened. */
export async function linkPage(secret: string): Promise<LinkPage> {
  const found = await invitationOfSecret(store().db, secret);
  if (!found) return { closed: "unknown", invitation: null, call: null };
  const standing = invitationStanding(found, store().now());
  const closed = standing === "open" ? null : standing;
  return { closed, invitation: found.id, call: await whomToCall(found) };
}
