import { invitationStanding } from "~/domain/perioperative/invitation/standing";
import { invitationRule } from "~/facts/invitation";
import { store } from "~/store.server";
import { messagesSince } from "~db/messages";
import { organisationScope } from "~db/organisations";
import { findEntry } from "~db/waiting-list";
import { invitationOfSecret } from "./link.server";
import { sendLink } from "./invite.server";

/**
 * asked: a link is on its way to the contact on file, or enough were sent today, which is not told apart; callUs:
 * staff took the invitation back, or the operation is no longer waited for; unknown: no such link.
 */
export type NewLinkAnswer = { kind: "asked" | "callUs" | "unknown" };

const DAY = 24 * 60 * 60_000;

/** Sends a new link for an old one, always to the contact on file. Whoever asks learns nothing of the patient. */
export async function askNewLink(secret: string): Promise<NewLinkAnswer> {
  const old = await invitationOfSecret(store().db, secret);
  if (!old) return { kind: "unknown" };
  const actor = { kind: "patient", invitation: old.id } as const;
  return store().commit(actor, "invitation.new-link", async (tx) => {
    const own = await organisationScope(tx.db, old.organisation);
    const held = await findEntry(own, tx.db, old.entry);
    const takenBack = old.revokedAt !== null && old.wrongGuesses < invitationRule("guessesInAll");
    if (held?.state !== "listed" || takenBack) return { kind: "callUs" };
    const since = new Date(Date.parse(tx.at) - DAY).toISOString();
    const sent = await messagesSince(tx.db, old.entry, ["newLink", "page"], since);
    if (sent >= invitationRule("newLinksADay")) return { kind: "asked" };
    const answered = invitationStanding(old, tx.at) === "completed";
    const purpose = answered ? ("page" as const) : old.purpose;
    await sendLink(tx, { held, purpose, part: old.part, kind: purpose === "page" ? "page" : "newLink" });
    return { kind: "asked" };
  });
}
