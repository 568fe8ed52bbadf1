import { counted } from "~/domain/figure-words";
import { ownSendingProcess } from "~/services/sending/sending-timer.server";
import { sendingTurn } from "~/services/sending/sending-turn.server";
import { withInstallation } from "../installation";
import type { Command } from "./command";

export const sendMessages: Command = {
  name: "send-messages",
  summary:
    "Sends the messages to patients that wait, reminds who has not answered, and asks what became of what was sent. The server does so by itself.",
  positionals: [],
  options: {},
  async run() {
    await withInstallation(async (store, { mode }) => {
      const process = await ownSendingProcess(store);
      const { reminders, sending, receipts } = await sendingTurn(process);
      if (mode === "demo") console.log("This is a demo: messages go to the folder outbox/ and nowhere else.");
      const { sent, waits, failed, ended } = sending;
      console.log(
        `${counted(sent, "message")} sent, ${waits} waiting for another try, ${failed} given up on a channel, ${ended} no longer needed.`,
      );
      const { reminded, calls } = reminders;
      console.log(`${counted(reminded, "reminder")} queued, ${counted(calls, "call")} asked for.`);
      console.log(`${receipts.delivered} reported as delivered, ${receipts.failed} as not delivered.`);
    });
  },
};
