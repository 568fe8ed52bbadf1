import { today } from "~/clock.server";
import { sendDueCheckIns } from "~/services/check-in/send-check-ins.server";
import { inviteAllNewlyListed } from "~/services/invitation/invite.server";
import { clearUnneeded } from "./clear-unneeded.server";
import { checkReceipts, type ReceiptCounts } from "./receipts.server";
import { remindPatients, type ReminderCounts } from "./remind.server";
import { sendDue, type SendingCounts } from "./send-due.server";
import type { SendingProcess } from "./sending-process.server";
import { sweepOutbox } from "./sweep-outbox.server";

export interface TurnCounts {
  reminders: ReminderCounts;
  sending: SendingCounts;
  receipts: ReceiptCounts;
}

/** One turn of everything about messages: who is to be asked and reminded, what is due, what became of what was sent. */
export async function sendingTurn(process: SendingProcess): Promise<TurnCounts> {
  if (process.invites) await inviteAllNewlyListed(process.store, today());
  await sendDueCheckIns(process.store, today());
  const reminders = await remindPatients(process.store, today());
  await clearUnneeded(process.store);
  await sweepOutbox(process.store);
  const sending = await sendDue(process);
  return { reminders, sending, receipts: await checkReceipts(process) };
}
