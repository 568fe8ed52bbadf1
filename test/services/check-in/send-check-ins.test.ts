import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { today } from "~/clock.server";
import { addDays } from "~/domain/calendar";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { sendCheckIn, sendDueCheckIns } from "~/services/check-in/send-check-ins.server";
import { remindPatients } from "~/services/sending/remind.server";
import { contactsInScope } from "~db/contacts";
import { messagesOfEntry, updateMessage } from "~db/messages";
import { openTasks } from "~db/screening/care-tasks";
import { saveSettings } from "~db/workspace-settings";
import { HUB, NURSE, triageHub, type TriageHub } from "../triage/triage-hub";

let hub: TriageHub;
const listed = (days: number) => ({
  decisionToAdmit: addDays(today(), -days),
  clockStart: addDays(today(), -200),
});
const send = () => sendDueCheckIns(hub.store, today());
const asked = async () =>
  (await contactsInScope(HUB, hub.store.db, hub.store.now()))
    .filter(({ askedAt }) => askedAt !== null)
    .map(({ id }) => hub.ids.indexOf(id));
let version = 0;
const allow = async (checkInsADay: number) => {
  const settings = { ...DEFAULT_SETTINGS, all: { ...DEFAULT_SETTINGS.all, checkInsADay } };
  await saveSettings(HUB, hub.store, NURSE, { organisation: "RQM", base: version++, settings, reason: "t" });
};

beforeEach(async () => {
  version = 0;
  hub = await triageHub(listed(90), listed(83), listed(120), listed(84));
});
afterEach(() => hub.close());

describe("check-ins that are due", () => {
  it("are sent once, to whoever was not heard of for 84 days", async () => {
    expect(await send()).toBe(3);
    expect((await asked()).sort()).toEqual([0, 2, 3]);
    expect(await send()).toBe(0);
    const [message] = await messagesOfEntry(HUB, hub.store.db, hub.ids[0]!);
    expect(message).toMatchObject({ kind: "checkIn", state: "queued" });
  });

  it("are so many a day, the longest without contact first, and none where a site has set none", async () => {
    await allow(0);
    expect(await send()).toBe(0);
    await allow(2);
    expect(await send()).toBe(2);
    expect((await asked()).sort()).toEqual([0, 2]);
    expect(await send()).toBe(0);
    await allow(3);
    expect(await send()).toBe(1);
  });

  it("go by hand to one patient, due or not, and not twice while one is out", async () => {
    const entry = hub.ids[1]!;
    const byHand = () => sendCheckIn(HUB, hub.store, NURSE, entry, today());
    expect(await byHand()).toEqual({ kind: "sent" });
    expect(await byHand()).toEqual({ kind: "already" });
    expect(await sendCheckIn(HUB, hub.store, NURSE, "nobody", today())).toEqual({ kind: "notFound" });
  });

  it("go once, though two turns and a person send them at the same time", async () => {
    const byHand = () => sendCheckIn(HUB, hub.store, NURSE, hub.ids[0]!, today());
    const hands = await Promise.all([byHand(), send(), byHand(), send()]);
    expect(hands.filter((one) => typeof one === "object" && one.kind === "sent")).toHaveLength(1);
    expect(Number(hands[1]) + Number(hands[3])).toBe(2);
    for (const entry of [0, 2, 3].map((at) => hub.ids[at]!))
      expect(await messagesOfEntry(HUB, hub.store.db, entry)).toHaveLength(1);
  });

  it("without an answer are reminded of, then called for, and nobody leaves the list", async () => {
    await send();
    const entry = hub.ids[2]!;
    await hub.store.commit(NURSE, "test", async (tx) => {
      for (const message of await messagesOfEntry(HUB, tx.db, entry))
        await updateMessage(tx, message, { state: "sent", doneAt: tx.at });
    });
    const kinds = async () =>
      (await messagesOfEntry(HUB, hub.store.db, entry)).map(({ kind }) => kind).sort();
    await remindPatients(hub.store, addDays(today(), 6));
    expect(await kinds()).toEqual(["checkIn"]);
    await remindPatients(hub.store, addDays(today(), 7));
    expect(await kinds()).toEqual(["checkIn", "checkInReminder"]);
    await remindPatients(hub.store, addDays(today(), 21));
    expect((await openTasks(HUB, hub.store.db)).map(({ kind, entry: of }) => [kind, of])).toEqual([
      ["noReply", entry],
    ]);
    expect((await contactsInScope(HUB, hub.store.db, hub.store.now(), [entry]))[0]).toMatchObject({
      call: true,
    });
  });
});
