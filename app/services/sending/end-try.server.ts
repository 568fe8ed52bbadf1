import { minutesAfter, waitAfter } from "~/domain/perioperative/message/retry-wait";
import { messageRule } from "~/facts/messages";
import { messageById, updateMessage } from "~db/messages";
import { organisationScope } from "~db/organisations";
import { findEntry } from "~db/waiting-list";
import { usedChannels } from "./carriers.server";
import type { Claimed } from "./claim.server";
import { giveUp } from "./fall-back.server";
import type { SendOutcome } from "./outgoing";
import { SENDING, type SendingProcess } from "./sending-process.server";

/** What a try ended with, for whoever counts. */
export type TryEnd = "sent" | "waits" | "failed" | "lost";

/** Notes what came of a try. One whose claim has passed to another process is theirs, unless it was accepted. */
export async function endTry(
  process: SendingProcess,
  { outgoing, carrier, until }: Claimed,
  outcome: SendOutcome,
): Promise<TryEnd> {
  return process.store.commit(SENDING, "message.send", async (tx) => {
    const message = (await messageById(tx.db, outgoing.id))!;
    const ours = message.leasedBy === process.id && message.leasedUntil === until;
    if (message.state !== "queued" || (!ours && outcome.kind !== "accepted")) return "lost";
    const free = { leasedBy: null, leasedUntil: null };
    switch (outcome.kind) {
      case "accepted": {
        const asks = carrier.receipt !== undefined && outcome.reference !== null;
        await updateMessage(tx, message, {
          ...{
            ...free,
            state: carrier.keeps ? "outbox" : "sent",
            via: carrier.name,
            fault: "",
            doneAt: tx.at,
          },
          ...{ dueAt: null, reference: outcome.reference },
          checkAt: asks ? minutesAfter(tx.at, messageRule("receiptMinutes")[0]!) : null,
        });
        return "sent";
      }
      case "later": {
        const dueAt = minutesAfter(tx.at, waitAfter(message.attempts, messageRule("waitMinutes")));
        await updateMessage(tx, message, { ...free, dueAt, fault: outcome.fault });
        return "waits";
      }
      case "rest": {
        const minutes = outcome.seconds === null ? messageRule("restMinutes") : outcome.seconds / 60;
        const dueAt = minutesAfter(tx.at, minutes);
        process.resting.set(carrier.name, dueAt);
        // The patient's message has nothing to do with it: the try does not count.
        await updateMessage(tx, message, {
          ...{ ...free, dueAt, fault: outcome.fault, attempts: message.attempts - 1 },
        });
        return "waits";
      }
      case "never": {
        const own = await organisationScope(tx.db, message.organisation);
        const held = await findEntry(own, tx.db, message.entry);
        await giveUp(tx, message, held, { fault: outcome.fault, used: usedChannels(process.carriers) });
        return "failed";
      }
    }
  });
}
