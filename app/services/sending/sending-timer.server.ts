import { installationMode } from "~/auth/visitor.server";
import { environment } from "~/env.server";
import { logError } from "~/http/error-log";
import { beforeShutdown } from "~/http/shutdown";
import type { Store } from "~db/store";
import { carriersOf, DEMO_CARRIERS } from "./carriers.server";
import { checkReceipts } from "./receipts.server";
import { sendDue } from "./send-due.server";
import { sendingProcess, type SendingProcess } from "./sending-process.server";
import { sendingTurn } from "./sending-turn.server";

/** How often it is looked whether a message is due, and whether somebody is to be reminded, milliseconds. */
const EVERY = 5_000;
const WHOLE_EVERY = 600_000;

/** The process that this server or command sends with. */
export async function ownSendingProcess(store: Store): Promise<SendingProcess> {
  const settings = environment();
  const demo = (await installationMode()) === "demo";
  return sendingProcess(store, demo ? DEMO_CARRIERS : carriersOf(settings), originOf(settings), !demo);
}

/** Where patients reach Hublist; until it is set, this machine. */
export const originOf = ({
  HUBLIST_PUBLIC_URL,
  HOST,
  PORT,
}: Pick<ReturnType<typeof environment>, "HUBLIST_PUBLIC_URL" | "HOST" | "PORT">): string =>
  HUBLIST_PUBLIC_URL ?? `http://${HOST}:${PORT}`;

/** Sends messages while the server runs, one turn at a time; a failure is logged and the next turn tries again. */
export async function sendOnTime(store: Store): Promise<void> {
  const process = await ownSendingProcess(store);
  let running: Promise<void> | null = null;
  let wholeAt = 0;
  const turn = async () => {
    const whole = Date.now() >= wholeAt;
    if (whole) wholeAt = Date.now() + WHOLE_EVERY;
    if (whole) await sendingTurn(process);
    else {
      await sendDue(process);
      await checkReceipts(process);
    }
  };
  const once = () => {
    running ??= turn()
      .catch((error: unknown) =>
        logError(error, { requestId: "send-messages", method: "timer", url: "send-messages" }),
      )
      .finally(() => (running = null));
  };
  const timer = setInterval(once, EVERY).unref();
  beforeShutdown(async () => {
    clearInterval(timer);
    process.stopping = true;
    await running;
  });
}
