import { minutesAfter } from "~/domain/perioperative/message/retry-wait";
import { nextReceiptAt } from "~/domain/perioperative/message/receipt-time";
import { messageRule } from "~/facts/messages";
import type { Tx } from "~db/commit";
import { messageById, uncheckedMessages, updateMessage, type Message } from "~db/messages";
import { organisationScope } from "~db/organisations";
import { findEntry } from "~db/waiting-list";
import { usedChannels } from "./carriers.server";
import { giveUp } from "./fall-back.server";
import type { Carrier, Receipt } from "./outgoing";
import { SENDING, type SendingProcess } from "./sending-process.server";
import { whileClaimed } from "./while-claimed.server";

/** How many messages turned out to have arrived, and how many not. */
export interface ReceiptCounts {
  delivered: number;
  failed: number;
}

/** Asks the services what became of messages that they took. One that did not arrive goes by the next channel. */
export async function checkReceipts(process: SendingProcess, most = 500): Promise<ReceiptCounts> {
  const counts = { delivered: 0, failed: 0 };
  for (let asked = 0; asked < most && !process.stopping; asked++) {
    const message = await claimUnchecked(process);
    if (message === null) break;
    const carrier = process.carriers[message.channel];
    const receipt = await receiptOf(process, carrier, message);
    const end = await process.store.commit(SENDING, "message.receipt", (tx) =>
      noteReceipt(tx, process, message, receipt),
    );
    if (end !== null) counts[end]++;
  }
  return counts;
}

async function claimUnchecked({ store, id }: SendingProcess): Promise<Message | null> {
  if ((await uncheckedMessages(store.db, store.now(), 1)).length === 0) return null;
  return store.commit(SENDING, "message.claim", async (tx) => {
    const [message] = await uncheckedMessages(tx.db, tx.at, 1);
    if (!message) return null;
    const leasedUntil = minutesAfter(tx.at, messageRule("leaseSeconds") / 60);
    await updateMessage(tx, message, { leasedBy: id, leasedUntil });
    return { ...message, leasedBy: id, leasedUntil };
  });
}

/** The service that took it may not be set up any more: then nobody can be asked. */
async function receiptOf(
  { store }: SendingProcess,
  carrier: Carrier | null,
  { via, reference, leasedUntil }: Message,
): Promise<Receipt | null> {
  if (carrier?.name !== via || !carrier.receipt || reference === null) return null;
  const ask = carrier.receipt.bind(carrier, reference);
  return whileClaimed(store, leasedUntil!, ask, { kind: "unknown", fault: "no answer in time" });
}

async function noteReceipt(
  tx: Tx,
  { carriers }: SendingProcess,
  asked: Message,
  receipt: Receipt | null,
): Promise<"delivered" | "failed" | null> {
  const message = (await messageById(tx.db, asked.id))!;
  if (message.state !== "sent" || message.leasedUntil !== asked.leasedUntil) return null;
  const free = { leasedBy: null, leasedUntil: null };
  if (receipt?.kind === "delivered") {
    await updateMessage(tx, message, { ...free, state: "delivered", checkAt: null });
    return "delivered";
  }
  if (receipt?.kind === "failed") {
    const own = await organisationScope(tx.db, message.organisation);
    const held = await findEntry(own, tx.db, message.entry);
    await giveUp(tx, message, held, { fault: receipt.fault, used: usedChannels(carriers) });
    return "failed";
  }
  const again = nextReceiptAt(message.doneAt ?? message.queuedAt, tx.at, messageRule("receiptMinutes"));
  await updateMessage(tx, message, { ...free, checkAt: receipt === null ? null : again });
  return null;
}
