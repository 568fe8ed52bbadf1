import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type * as facts from "~/facts/messages";
import { messageRule } from "~/facts/messages";
import { govukNotify } from "~/services/sending/govuk-notify.server";
import { checkReceipts } from "~/services/sending/receipts.server";
import { sendDue } from "~/services/sending/send-due.server";
import { smtpCarrier } from "~/services/sending/smtp.server";
import { localMailServer, type LocalMailServer } from "./local-mail-server";
import { localService } from "./local-service";
import { sendingHub, type SendingHub } from "./sending-hub";

/** Times of the facts, shortened; null: as they are. */
const short = vi.hoisted(() => ({ rules: null as Record<string, number> | null }));
vi.mock("~/facts/messages", async (original) => {
  const real = await original<typeof facts>();
  const messageRule = (name: facts.MessageRuleName) => short.rules?.[name] ?? real.messageRule(name);
  return { ...real, messageRule };
});

/** Seven slow answers of a mail server take longer than the lease, none of them longer than a try. */
const LEASE = { leaseSeconds: 2.4, attemptSeconds: 1, tryTimeoutSeconds: 0.9 };
/** Time enough, whatever else the machine does. */
const LONG_LEASE = { leaseSeconds: 240, attemptSeconds: 100, tryTimeoutSeconds: 90 };
let hub: SendingHub;
let server: LocalMailServer;
beforeEach(async () => {
  hub = await sendingHub();
});
afterEach(async () => {
  short.rules = null;
  await hub.close();
});

/** Sends by a mail server that takes so many milliseconds over each answer; how long it took, in milliseconds. */
async function sendSlowly(slow: number) {
  server = await localMailServer({ slow });
  const email = smtpCarrier({
    url: `smtp://user:pass%20word@127.0.0.1:${server.port}`,
    from: "H <h@h.test>",
  });
  const from = performance.now();
  const counts = await sendDue(hub.process({ text: null, email, letter: null }));
  return { counts, took: performance.now() - from };
}

describe("a try", () => {
  it("is over before its claim is, as the facts have it", () => {
    expect(messageRule("attemptSeconds")).toBeLessThan(messageRule("leaseSeconds"));
    expect(messageRule("tryTimeoutSeconds")).toBeLessThan(messageRule("attemptSeconds"));
  });

  it("ends before its claim does, though each step of a slow mail server has its time", async () => {
    short.rules = LEASE;
    const { counts, took } = await sendSlowly(400);
    expect(took).toBeLessThan(LEASE.leaseSeconds * 1000);
    expect(counts).toMatchObject({ sent: 0, waits: 1 });
    const [message] = await hub.messages();
    expect(message).toMatchObject({ state: "queued", fault: "the mail server did not take it in time" });
    // The server would have been told the rest by then, had the try gone on.
    await new Promise((later) => setTimeout(later, 2500));
    expect(server.mails).toEqual([]);
    expect(server.said.join()).not.toContain("RCPT TO");
    await server.close();
  });

  it("that is slow and comes to its end in time is sent", async () => {
    short.rules = LONG_LEASE;
    const { counts } = await sendSlowly(40);
    expect(counts).toMatchObject({ sent: 1 });
    expect(server.mails).toHaveLength(1);
    await server.close();
  });

  it("that goes on whatever it is told is given up in time, also a question for a receipt", async () => {
    short.rules = { ...LEASE, attemptSeconds: 0.2 };
    const forever = () => new Promise<never>(() => undefined);
    const text = { ...hub.text, send: forever };
    expect(await sendDue(hub.process({ text, email: null }))).toMatchObject({ waits: 1 });
    hub.after(2);
    await sendDue(hub.process({ email: null }));
    hub.after(10);
    const silent = { ...hub.text, receipt: forever };
    expect(await checkReceipts(hub.process({ text: silent }))).toEqual({ delivered: 0, failed: 0 });
    expect((await hub.messages())[0]).toMatchObject({ state: "sent", leasedBy: null });
  });

  it("of a service that asks twice ends as one", async () => {
    const stop = new AbortController();
    const service = await localService(() => {
      stop.abort();
      return "hang";
    });
    const id = "26785a09-ab16-4eb0-8407-a37497a57506";
    const carrier = govukNotify({ url: service.url, key: `key-${id}-${id}`, templates: { text: id } });
    const to = { mobile: "07700900000", email: "", name: "", address: [], nhsNumber: "" };
    const outgoing = { id: "m-1", channel: "text" as const, subject: "", paragraphs: [], to, again: true };
    expect(await carrier.send(outgoing, stop.signal)).toEqual({ kind: "later", fault: "no answer in time" });
    expect(service.seen.map(({ method }) => method)).toEqual(["GET"]);
    await service.close();
  });
});
