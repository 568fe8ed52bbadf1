import { addDays, type IsoDate } from "~/domain/calendar";
import { contactChannel } from "~/domain/perioperative/invitation/contact-channel";
import { invitationRule } from "~/facts/invitation";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { entriesToInvite } from "~db/entries-to-invite";
import { insertInvitation, usableInvitation } from "~db/invitations";
import { queueMessage } from "~db/messages";
import type { InvitationPurpose, MessageKind } from "~db/schema";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findEntry, type HeldEntry } from "~db/waiting-list";

/** Whom a link of which kind is sent. */
export interface Invited {
  held: Pick<HeldEntry, "id" | "organisation" | "entry">;
  purpose: InvitationPurpose;
  /** Questions up to this part. */
  part: number;
  kind: MessageKind;
}

const DAYS_OF = { questions: "validDays", page: "pageValidDays" } as const;

/**
 * Sends a link to the contact on file: of the invitation that still works, else of a new one. The message is queued
 * and holds no secret.
 */
export async function sendLink(tx: Tx, { held, purpose, part, kind }: Invited): Promise<string> {
  const { id: entry, organisation } = held;
  const { listingSite: site, details } = held.entry;
  const usable = await usableInvitation(tx.db, entry, purpose, tx.at);
  const goesOn = usable !== null && usable.part >= part && usable.wrongGuesses === 0;
  const expiresAt = daysLater(tx.at, invitationRule(DAYS_OF[purpose]));
  const invitation = goesOn
    ? usable.id
    : await insertInvitation(tx, { organisation, site, entry, purpose, part, expiresAt });
  const channel = contactChannel(details);
  await queueMessage(tx, { organisation, site, entry, kind, channel, invitation });
  return invitation;
}

const daysLater = (instant: string, days: number) => addDays(instant.slice(0, 10), days) + instant.slice(10);

export type InviteOutcome = { kind: "invited"; invitation: string } | { kind: "gone" | "notFound" };

/** Invites one patient by hand; part 2 asks everything. */
export async function inviteByHand(
  scope: Scope,
  store: Store,
  actor: Actor,
  { entry, part }: { entry: string; part: number },
): Promise<InviteOutcome> {
  return store.commit(actor, "invitation.send", async (tx) => {
    const held = await findEntry(scope, tx.db, entry);
    if (!held) return { kind: "notFound" };
    if (held.state !== "listed") return { kind: "gone" };
    const invitation = await sendLink(tx, { held, purpose: "questions", part, kind: "invite" });
    return { kind: "invited", invitation };
  });
}

const ENTRIES_A_COMMIT = 200;

/**
 * Invites whoever is newly on an organisation's list: listed of late, not screened and never invited. It may run as
 * often as one likes; returns how many were invited.
 */
export async function inviteNewlyListed(store: Store, organisation: string, today: IsoDate): Promise<number> {
  const since = addDays(today, -invitationRule("listedWithinDays"));
  const actor: Actor = { kind: "command", name: "invite-newly-listed" };
  for (let invited = 0; ;) {
    const sent = await store.commit(actor, "invitation.send", async (tx) => {
      const entries = await entriesToInvite(tx.db, { organisation, since, most: ENTRIES_A_COMMIT });
      for (const held of entries) await sendLink(tx, { held, purpose: "questions", part: 1, kind: "invite" });
      return entries.length;
    });
    invited += sent;
    if (sent < ENTRIES_A_COMMIT) return invited;
  }
}
