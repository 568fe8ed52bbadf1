import { today } from "~/clock.server";
import { fillMessage } from "~/domain/perioperative/message/fill";
import { firstChannel, isReachable, nextChannel } from "~/domain/perioperative/message/next-channel";
import { minutesAfter } from "~/domain/perioperative/message/retry-wait";
import { settingsAt } from "~/domain/workspace-settings";
import { messageKind, messageRule } from "~/facts/messages";
import type { Tx } from "~db/commit";
import { dueMessages, updateMessage, type Message } from "~db/messages";
import { listOrganisations, organisationScope } from "~db/organisations";
import type { MessageChannel } from "~db/schema";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { linkOfMessage } from "../invitation/link.server";
import { usedChannels } from "./carriers.server";
import { giveUp } from "./fall-back.server";
import type { Carrier, Outgoing } from "./outgoing";
import { recipientOf } from "./recipient.server";
import { SENDING, type SendingProcess } from "./sending-process.server";
import { whyUnneeded } from "./unneeded.server";

/** A message that this process alone may try until `until`, with its carrier. */
export interface Claimed {
  outgoing: Outgoing;
  carrier: Carrier;
  until: string;
}

/** nothing: none is due; ended: one was, and is not sent any more; claimed: one is to be tried now. */
export type Claim = { kind: "nothing" } | { kind: "ended" } | ({ kind: "claimed" } & Claimed);

const AT_ONCE = 20;

/**
 * Claims the oldest message that is due. Its link is made and kept in the same commit, so that it works before anybody
 * has it; a process that dies after this leaves a claim that ends by itself.
 */
export async function claimNext(process: SendingProcess): Promise<Claim> {
  const { store } = process;
  if ((await dueMessages(store.db, store.now(), 1)).length === 0) return { kind: "nothing" };
  return store.commit(SENDING, "message.claim", async (tx) => {
    for (const message of await dueMessages(tx.db, tx.at, AT_ONCE)) {
      const claim = await claimOne(tx, process, message);
      if (claim !== null) return claim;
    }
    return { kind: "nothing" };
  });
}

/** Null: its carrier rests, and the next message may have another one. */
async function claimOne(tx: Tx, process: SendingProcess, message: Message): Promise<Claim | null> {
  // The list may have moved the patient to another site since the message was queued.
  const own = await organisationScope(tx.db, message.organisation);
  const held = await findEntry(own, tx.db, message.entry);
  const unneeded = await whyUnneeded(tx.db, message, held, { now: tx.at, today: today() });
  if (unneeded !== null || held === null) {
    await updateMessage(tx, message, { state: "stopped", fault: unneeded ?? "", doneAt: tx.at });
    return { kind: "ended" };
  }
  const used = usedChannels(process.carriers);
  const channel = channelOf(message, held, used);
  if (channel === null) {
    await giveUp(tx, { ...message, channel: "letter" }, held, { fault: "no contact on file", used });
    return { kind: "ended" };
  }
  const carrier = process.carriers[channel]!;
  const rests = process.resting.get(carrier.name) ?? "";
  if (rests > tx.at) {
    await updateMessage(tx, message, { dueAt: rests });
    return null;
  }
  const { settings } = await currentSettings(own, tx.db, message.organisation);
  if (message.attempts >= settingsAt(settings, held.entry.listingSite).messageTries) {
    const fault = message.fault || "no answer from the service";
    await giveUp(tx, { ...message, channel }, held, { fault, used });
    return { kind: "ended" };
  }
  const until = minutesAfter(tx.at, messageRule("leaseSeconds") / 60);
  const attempts = message.attempts + 1;
  await updateMessage(tx, message, { channel, attempts, leasedBy: process.id, leasedUntil: until });
  const contact = settings.letters[held.entry.listingSite];
  const outgoing = await outgoingOf(tx, process, { ...message, channel }, held, contact);
  return { kind: "claimed", outgoing, carrier, until };
}

/** The contact may have changed since the message was queued. */
function channelOf(
  { channel, follows }: Message,
  { entry: { details } }: HeldEntry,
  used: readonly MessageChannel[],
): MessageChannel | null {
  if (follows === null) return firstChannel(details, used);
  return used.includes(channel) && isReachable(details, channel)
    ? channel
    : nextChannel(details, used, channel);
}

async function outgoingOf(
  tx: Tx,
  { origin }: SendingProcess,
  message: Message,
  held: HeldEntry,
  contact: { phone: string; hours: string } | undefined,
): Promise<Outgoing> {
  const path = await linkOfMessage(tx, message);
  const own = { organisations: [message.organisation], sites: [message.site] };
  const [sender] = await listOrganisations(own, tx.db);
  const filled = fillMessage(messageKind(message.kind), message.channel, {
    hospital: sender?.name ?? "",
    link: path === null ? "" : origin + path,
    phone: contact?.phone ?? "",
    hours: contact?.hours ?? "",
  });
  const to = recipientOf(held);
  return { ...filled, id: message.id, channel: message.channel, to, again: message.attempts > 0 };
}
