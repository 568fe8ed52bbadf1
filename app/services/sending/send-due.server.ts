import { claimNext, type Claimed } from "./claim.server";
import { endTry } from "./end-try.server";
import { whileClaimed } from "./while-claimed.server";
import type { SendOutcome } from "./outgoing";
import type { SendingProcess } from "./sending-process.server";

/** How many messages were sent (or laid in the outbox), wait for another try, failed on their channel, or were ended unsent. */
export interface SendingCounts {
  sent: number;
  waits: number;
  failed: number;
  ended: number;
}

/** Sends what is due, one after another, `most` at most in one go. The network is used between commits, never in one. */
export async function sendDue(process: SendingProcess, most = 500): Promise<SendingCounts> {
  const counts = { sent: 0, waits: 0, failed: 0, ended: 0 };
  for (let tried = 0; tried < most && !process.stopping; tried++) {
    const claim = await claimNext(process);
    if (claim.kind === "nothing") break;
    if (claim.kind === "ended") {
      counts.ended++;
      continue;
    }
    const end = await endTry(process, claim, await tryToSend(process, claim));
    if (end !== "lost") counts[end]++;
  }
  return counts;
}

function tryToSend(process: SendingProcess, { carrier, outgoing, until }: Claimed): Promise<SendOutcome> {
  const late = { kind: "later" as const, fault: `${carrier.name} did not take it in time` };
  return whileClaimed(process.store, until, (deadline) => carrier.send(outgoing, deadline), late);
}
