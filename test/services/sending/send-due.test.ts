import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { revokeInvitation } from "~/services/invitation/revoke.server";
import { claimNext } from "~/services/sending/claim.server";
import { endTry } from "~/services/sending/end-try.server";
import { checkReceipts } from "~/services/sending/receipts.server";
import { sendDue } from "~/services/sending/send-due.server";
import { listAudit } from "~db/audit";
import { invitationsOfEntry } from "~db/invitations";
import { anEntry, importEntries } from "../../db/given-hub";
import { HUB, NURSE } from "../questionnaire/asked-patient";
import { sendingHub, type SendingHub } from "./sending-hub";

let hub: SendingHub;
beforeEach(async () => void (hub = await sendingHub()));
afterEach(() => hub.close());

const LATER = { kind: "later", fault: "no connection" } as const;
const NEVER = { kind: "never", fault: "the number is wrong" } as const;
const state = async () =>
  (await hub.messages()).map(({ channel, state: now, fault }) => [channel, now, fault].join(" ").trim());

describe("a message that is due", () => {
  it("goes to the contact on file with a link that works, and says nothing else of the patient", async () => {
    expect(await sendDue(hub.process())).toEqual({ sent: 1, waits: 0, failed: 0, ended: 0 });
    const { paragraphs, to } = hub.text.given[0]!;
    expect(to.mobile).toBe("07700900000");
    const [text] = paragraphs;
    const link = /https:\/\/hub\.test(\/q\/\S+)/.exec(text!)![1]!;
    expect((await hub.claim(link)).kind).toBe("known");
    for (const own of ["Ada", "Example", "Appendicectomy", "L1", "1985"]) expect(text).not.toContain(own);
    expect(await state()).toEqual(["text sent"]);
    expect(JSON.stringify(await listAudit(HUB, hub.store.db, { limit: 100 }))).not.toContain(link.slice(3));
  });

  it("is sent once, however many processes send at the same time", async () => {
    const ends = await Promise.all([1, 2, 3, 4].map(() => sendDue(hub.process())));
    expect(ends.map(({ sent }) => sent).sort()).toEqual([0, 0, 0, 1]);
    expect(hub.text.given).toHaveLength(1);
  });

  it("whose process was killed is tried again when its claim has run out, and says that it was tried", async () => {
    expect((await claimNext(hub.process())).kind).toBe("claimed");
    hub.after(1.99);
    expect((await sendDue(hub.process())).sent).toBe(0);
    hub.after(2);
    expect((await sendDue(hub.process())).sent).toBe(1);
    expect(hub.text.given.map(({ again }) => again)).toEqual([true]);
  });

  it("counts as sent when the slower of two processes got it through", async () => {
    const slow = hub.process();
    const claim = await claimNext(slow);
    if (claim.kind !== "claimed") throw new Error(claim.kind);
    hub.after(3);
    const fast = hub.process();
    const second = await claimNext(fast);
    if (second.kind !== "claimed") throw new Error(second.kind);
    expect(await endTry(slow, claim, LATER)).toBe("lost");
    expect(await endTry(slow, claim, { kind: "accepted", reference: null })).toBe("sent");
    expect(await endTry(fast, second, LATER)).toBe("lost");
    expect(await state()).toEqual(["text sent"]);
  });

  it("is not sent when its answers came, its links were closed, or the patient left the list", async () => {
    const { id } = (await invitationsOfEntry(HUB, hub.store.db, hub.entry))[0]!;
    await revokeInvitation(HUB, hub.store, NURSE, { entry: hub.entry, id });
    expect(await sendDue(hub.process())).toEqual({ sent: 0, waits: 0, failed: 0, ended: 1 });
    expect(await state()).toEqual(["text stopped its links were closed"]);
    expect(hub.text.given).toEqual([]);
  });

  it("is not sent to somebody who is gone from the list", async () => {
    await importEntries(hub.store, [anEntry({ pathwayId: "OTHER", patientId: "L2" })]);
    await sendDue(hub.process());
    expect(await state()).toEqual(["text stopped the patient is no longer on the list"]);
  });
});

describe("a service that cannot take it", () => {
  it("is tried again after waits that grow, until the next channel is tried", async () => {
    hub.text.answers = Array.from({ length: 6 }, () => LATER);
    let minutes = 0;
    for (const wait of [1, 5, 30, 120, 360, 360]) {
      expect((await sendDue(hub.process())).waits).toBe(1);
      hub.after((minutes += wait) - 0.01);
      expect(await sendDue(hub.process())).toEqual({ sent: 0, waits: 0, failed: 0, ended: 0 });
      hub.after(minutes);
    }
    expect(hub.text.given).toHaveLength(6);
    expect(await sendDue(hub.process())).toMatchObject({ ended: 1, sent: 1 });
    expect(await state()).toEqual(["text failed no connection", "email sent"]);
  });

  it("that refuses our key rests, whoever the message is to, and no try is counted", async () => {
    const rest = { kind: "rest", fault: "our key was refused (403)", seconds: null } as const;
    hub.text.answers = [rest, rest, rest, rest, rest, rest, rest, rest];
    const process = hub.process();
    for (let turn = 0; turn < 8; turn++) {
      hub.after(turn * 15);
      expect((await sendDue(process)).waits).toBe(1);
      expect((await sendDue(process)).waits).toBe(0);
    }
    expect((await hub.messages())[0]).toMatchObject({ attempts: 0, state: "queued", fault: rest.fault });
    hub.after(8 * 15);
    expect((await sendDue(process)).sent).toBe(1);
  });

  it("says how long it rests", async () => {
    hub.text.answers = [{ kind: "rest", fault: "too many", seconds: 60 }];
    const process = hub.process();
    await sendDue(process);
    hub.after(0.99);
    expect((await sendDue(process)).sent).toBe(0);
    hub.after(1);
    expect((await sendDue(process)).sent).toBe(1);
  });
});

describe("a contact that does not work", () => {
  it("leads from text to e-mail to letter, and then to a call; the patient stays on the list", async () => {
    for (const carrier of [hub.text, hub.email, hub.letter]) carrier.answers = [NEVER];
    await sendDue(hub.process());
    expect(await state()).toEqual([
      "text failed the number is wrong",
      "email failed the number is wrong",
      "letter failed the number is wrong",
    ]);
    expect(await hub.calls()).toEqual([
      "noReply: Call the patient about the questions before the operation: no message arrived (letter: the number is wrong)",
    ]);
    const [first, second] = await hub.messages();
    expect(second!.follows).toBe(first!.id);
  });

  it("passes over channels that the hospital does not use, and contacts that are not on file", async () => {
    hub.text.answers = [NEVER];
    await sendDue(hub.process({ email: null }));
    expect(await state()).toEqual(["text failed the number is wrong", "letter sent"]);
  });

  it("of somebody without any contact asks for a call at once", async () => {
    const details = { ...anEntry().details, mobile: "", email: "", postcode: "" };
    await importEntries(hub.store, [anEntry({ screening: "not_screened", details })]);
    await sendDue(hub.process());
    expect(await state()).toEqual(["letter failed no contact on file"]);
    expect(await hub.calls()).toHaveLength(1);
  });

  it("is the one on file when it is sent, not when it was queued", async () => {
    const details = { ...anEntry().details, mobile: "07700900999" };
    await importEntries(hub.store, [anEntry({ screening: "not_screened", details })]);
    await sendDue(hub.process());
    expect(hub.text.given[0]!.to.mobile).toBe("07700900999");
  });
});

describe("a receipt", () => {
  it("is asked for until it says that the message arrived", async () => {
    hub.text.receipts = [{ kind: "waiting" }, { kind: "unknown", fault: "no answer" }, { kind: "delivered" }];
    await sendDue(hub.process());
    for (const minutes of [4.99, 5, 35, 155]) {
      hub.after(minutes);
      await checkReceipts(hub.process());
    }
    expect(await state()).toEqual(["text delivered"]);
    expect(hub.text.receipts).toEqual([]);
  });

  it("that says it did not leads to the next channel, once", async () => {
    hub.text.receipts = [{ kind: "failed", fault: "reported as permanent-failure" }];
    await sendDue(hub.process());
    hub.after(5);
    await Promise.all([checkReceipts(hub.process()), checkReceipts(hub.process())]);
    await sendDue(hub.process());
    expect(await state()).toEqual(["text failed reported as permanent-failure", "email sent"]);
  });

  it("that never comes ends the questions after the last wait, and the message stays sent", async () => {
    await sendDue(hub.process());
    for (let day = 0; day < 8; day++) {
      hub.after(5 + day * 24 * 60);
      await checkReceipts(hub.process());
    }
    expect((await hub.messages())[0]).toMatchObject({ state: "sent", checkAt: null });
  });
});
