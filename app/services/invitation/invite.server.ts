import { addDays, type IsoDate } from "~/domain/calendar";
import { contactChannel } from "~/domain/perioperative/invitation/contact-channel";
import { invitationRule } from "~/facts/invitation";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import type { Reader } from "~db/engine";
import { entriesToInvite } from "~db/entries-to-invite";
import { insertInvitation, usableInvitation, type Invitation } from "~db/invitations";
import { queuedFor, queueMessage } from "~db/messages";
import type { MessageKind } from "~/facts/messages";
import { newId } from "~db/new-id";
import { listOrganisations, wholeScope } from "~db/organisations";
import { insertDraft, openDraft } from "~db/questionnaire-responses";
import type { InvitationPurpose } from "~db/schema";
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

const DAYS_OF = { questions: "validDays", checkIn: "validDays", page: "pageValidDays" } as const;

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
  const made = { organisation, site, entry, purpose, part, expiresAt };
  const invitation = goesOn ? usable.id : await insertInvitation(tx, made);
  if (!goesOn) await takeAnswersAlong(tx, { ...made, invitation });
  const channel = contactChannel(details);
  await queueMessage(tx, { organisation, site, entry, kind, channel, invitation });
  return invitation;
}

/** What was answered under an invitation that a new one stands for goes on under the new one: nobody types it twice. */
async function takeAnswersAlong(
  tx: Tx,
  {
    purpose,
    invitation,
    ...made
  }: Pick<Invitation, "organisation" | "site" | "entry" | "purpose" | "part"> & {
    invitation: string;
  },
): Promise<void> {
  if (purpose === "page") return;
  const begun = await openDraft(tx.db, {
    entry: made.entry,
    purpose,
    guesses: invitationRule("guessesInAll"),
    now: tx.at,
  });
  if (begun === null) return;
  const { form, version, given, sourceBy, sourceChannel } = begun;
  const { organisation, site, entry, part } = made;
  const draft = {
    organisation,
    site,
    entry,
    part,
    invitation,
    form,
    version,
    given,
    sourceBy,
    sourceChannel,
  };
  await insertDraft(tx, { id: newId(), ...draft });
}

const daysLater = (instant: string, days: number) => addDays(instant.slice(0, 10), days) + instant.slice(10);

export type InviteOutcome = { kind: "invited"; invitation: string } | { kind: "gone" | "notFound" };

/** Invites one patient by hand; part 2 asks everything. Pressed twice, one message goes out. */
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
    const usable = await usableInvitation(tx.db, entry, "questions", tx.at);
    if (usable && usable.part >= part && (await queuedFor(tx.db, usable.id, "invite")))
      return { kind: "invited", invitation: usable.id };
    const invitation = await sendLink(tx, { held, purpose: "questions", part, kind: "invite" });
    return { kind: "invited", invitation };
  });
}

const ENTRIES_A_COMMIT = 200;

/** The same for every organisation: whoever comes onto a list is asked that day, whatever brought them there. */
export async function inviteAllNewlyListed(store: Store, today: IsoDate): Promise<number> {
  let invited = 0;
  for (const { code } of await listOrganisations(await wholeScope(store.db), store.db))
    invited += await inviteNewlyListed(store, code, today);
  return invited;
}

/**
 * Invites whoever is newly on an organisation's list: listed of late or again, not screened and not asked. It may run as
 * often as one likes; returns how many were invited.
 */
export async function inviteNewlyListed(store: Store, organisation: string, today: IsoDate): Promise<number> {
  const since = addDays(today, -invitationRule("listedWithinDays"));
  const actor: Actor = { kind: "command", name: "invite-newly-listed" };
  const newly = (db: Reader, most: number) =>
    entriesToInvite(db, { organisation, since, now: store.now(), most });
  // Nobody waits for the store's lock where there is nobody to ask.
  if ((await newly(store.db, 1)).length === 0) return 0;
  for (let invited = 0; ;) {
    const sent = await store.commit(actor, "invitation.send", async (tx) => {
      const entries = await newly(tx.db, ENTRIES_A_COMMIT);
      for (const held of entries) await sendLink(tx, { held, purpose: "questions", part: 1, kind: "invite" });
      return entries.length;
    });
    invited += sent;
    if (sent < ENTRIES_A_COMMIT) return invited;
  }
}
