import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addDays } from "~/domain/calendar";
import { inviteNewlyListed } from "~/services/invitation/invite.server";
import { identify } from "~/services/invitation/identify.server";
import { revokeInvitation } from "~/services/invitation/revoke.server";
import { remindPatients } from "~/services/sending/remind.server";
import { sendAgain } from "~/services/sending/send-again.server";
import { sendDue } from "~/services/sending/send-due.server";
import { tasksOfEntry, endTask } from "~db/screening/care-tasks";
import { invitationsOfEntry, updateInvitation } from "~db/invitations";
import { dueMessages, updateMessage } from "~db/messages";
import { unansweredReminders } from "~db/unanswered";
import { findEntry } from "~db/waiting-list";
import { ACTOR } from "../../db/engines";
import { anEntry, importEntries } from "../../db/given-hub";
import { respond } from "../triage/triage-hub";
import { HUB, NOW, NURSE, RIGHT } from "../questionnaire/asked-patient";
import { sendingHub, type SendingHub } from "./sending-hub";

let hub: SendingHub;
beforeEach(async () => {
  hub = await sendingHub();
  await sendDue(hub.process());
});
afterEach(() => hub.close());

/** Lets a day come; what it brings is sent. */
async function day(number: number) {
  hub.after(number * 24 * 60);
  const counts = await remindPatients(hub.store, addDays(NOW.slice(0, 10), number));
  await sendDue(hub.process());
  return counts;
}
const NONE = { reminded: 0, calls: 0 };
const invitation = async () => (await invitationsOfEntry(HUB, hub.store.db, hub.entry))[0]!;

describe("a patient who does not answer", () => {
  it("is reminded on each of two days, then called, and stays on the list", async () => {
    expect(await day(6)).toEqual(NONE);
    expect(await day(7)).toEqual({ reminded: 1, calls: 0 });
    expect(await day(7)).toEqual(NONE);
    expect(await day(13)).toEqual(NONE);
    expect(await day(14)).toEqual({ reminded: 1, calls: 0 });
    expect(await day(20)).toEqual(NONE);
    expect(await day(21)).toEqual({ reminded: 0, calls: 1 });
    expect(await day(22)).toEqual(NONE);
    expect((await hub.messages()).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      "invite sent",
      "reminder sent",
      "reminder sent",
    ]);
    expect(await hub.calls()).toEqual([
      "noReply: Call the patient about the questions before the operation: no answer after 2 reminders",
    ]);
    expect((await findEntry(HUB, hub.store.db, hub.entry))?.state).toBe("listed");
  });

  it("whose links still work can use that of any reminder", async () => {
    await day(7);
    const link = /\/q\/(\S+)/.exec(hub.text.given[1]!.paragraphs[0]!)![1]!;
    const claim = { secret: link, who: "patient" as const, address: "10.9.9.9", ...RIGHT };
    expect((await identify(claim)).kind).toBe("known");
  });

  it("whose call was ended is not asked about again", async () => {
    await day(21);
    const [task] = await tasksOfEntry(HUB, hub.store.db, hub.entry);
    await hub.store.commit(ACTOR, "task.end", (tx) => endTask(tx, task!, "done", "Called"));
    expect(await day(30)).toEqual(NONE);
  });

  it("is reminded once when two processes look at the same time", async () => {
    hub.after(7 * 24 * 60);
    const both = await Promise.all([1, 2].map(() => remindPatients(hub.store, "2026-12-08")));
    expect(both.map(({ reminded }) => reminded).sort()).toEqual([0, 1]);
  });

  it("whom no message reached is not reminded: a task asks for the call already", async () => {
    const other = await sendingHub();
    for (const carrier of [other.text, other.email, other.letter])
      carrier.answers = [{ kind: "never", fault: "wrong" }];
    await sendDue(other.process());
    other.after(8 * 24 * 60);
    expect(await remindPatients(other.store, "2026-12-09")).toEqual(NONE);
    expect(await other.calls()).toHaveLength(1);
    await other.close();
  });
});

describe("a message that lies in the outbox", () => {
  const keeps = () => hub.process({ text: { ...hub.text, name: "file", keeps: true } });
  /** Lets a day come, as `day` does, where messages are laid in an outbox. */
  async function dayByOutbox(number: number) {
    hub.after(number * 24 * 60);
    const counts = await remindPatients(hub.store, addDays(NOW.slice(0, 10), number));
    await sendDue(keeps());
    return counts;
  }
  /** As somebody records it who has posted what lies there. */
  async function postAll() {
    await hub.store.commit(ACTOR, "message.post", async (tx) => {
      for (const one of await hub.messages())
        if (one.state === "outbox") await updateMessage(tx, one, { state: "sent", doneAt: tx.at });
    });
  }
  beforeEach(async () => {
    await hub.close();
    hub = await sendingHub();
    await sendDue(keeps());
  });

  it("is reminded of so many days after it was recorded as sent, not after it was laid there", async () => {
    expect(await dayByOutbox(8)).toEqual(NONE);
    hub.after(10 * 24 * 60);
    await postAll();
    expect(await dayByOutbox(16)).toEqual(NONE);
    expect(await dayByOutbox(17)).toEqual({ reminded: 1, calls: 0 });
    // The reminder lies there in its turn, so no second one follows it.
    expect(await dayByOutbox(24)).toEqual(NONE);
    await postAll();
    expect(await dayByOutbox(30)).toEqual(NONE);
    expect(await dayByOutbox(31)).toEqual({ reminded: 0, calls: 1 });
    expect(await hub.calls()).toEqual([
      "noReply: Call the patient about the questions before the operation: no answer after 1 reminder",
    ]);
  });

  it("of which nobody says that it went leads to a call all the same, which says so", async () => {
    expect(await dayByOutbox(20)).toEqual(NONE);
    expect(await dayByOutbox(21)).toEqual({ reminded: 0, calls: 1 });
    expect(await hub.calls()).toEqual([
      "noReply: Call the patient about the questions before the operation: the message has lain in the outbox since 1 December, and nobody recorded that it was sent",
    ]);
    expect(await dayByOutbox(22)).toEqual(NONE);
  });

  it("is no reminder that a patient left without an answer, before it went", async () => {
    await postAll();
    await dayByOutbox(7);
    const unanswered = () => unansweredReminders(hub.store.db, hub.entry, ["reminder"]);
    expect(await unanswered()).toBe(0);
    await postAll();
    expect(await unanswered()).toBe(1);
  });

  it("as a reminder that is sent again is the same reminder", async () => {
    await postAll();
    await dayByOutbox(7);
    const lost = (await hub.messages()).at(-1)!;
    expect(await sendAgain(HUB, hub.store, NURSE, lost.id)).toEqual({ kind: "queued" });
    await sendDue(keeps());
    await postAll();
    expect(await dayByOutbox(14)).toEqual({ reminded: 1, calls: 0 });
  });
});

it("a reminder that went by the next channel counts as one that was not answered", async () => {
  hub.text.answers = [{ kind: "never", fault: "wrong" }];
  await day(7);
  await sendDue(hub.process());
  expect((await hub.messages()).slice(1).map(({ state, channel }) => `${channel} ${state}`)).toEqual([
    "text failed",
    "email sent",
  ]);
  expect(await unansweredReminders(hub.store.db, hub.entry, ["reminder"])).toBe(1);
  expect(await day(14)).toEqual({ reminded: 1, calls: 0 });
});

describe("more patients than are reminded in one commit", () => {
  it.each([200, 201])("%i are reminded once each, and nobody is forgotten", async (patients) => {
    const newly = { nhsNumber: null, screening: "not_screened" as const, decisionToAdmit: "2026-11-30" };
    const some = Array.from({ length: patients }, (_, at) =>
      anEntry({ pathwayId: `MANY${at}`, patientId: `M${at}`, ...newly }),
    );
    await importEntries(hub.store, some);
    await inviteNewlyListed(hub.store, "RQM", "2026-12-01");
    await hub.store.commit(ACTOR, "message.send", async (tx) => {
      const sent = { state: "sent" as const, doneAt: tx.at };
      for (const one of await dueMessages(tx.db, tx.at, 2 * patients)) await updateMessage(tx, one, sent);
    });
    hub.after(7 * 24 * 60);
    // The patient that the hub had before has left the list with the import.
    const both = await Promise.all([1, 2].map(() => remindPatients(hub.store, "2026-12-08")));
    expect(both.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(patients);
    expect(await remindPatients(hub.store, "2026-12-08")).toEqual(NONE);
    const queued = await dueMessages(hub.store.db, hub.store.now(), 2 * patients);
    expect(queued.map(({ kind }) => kind)).toEqual(Array(patients).fill("reminder"));
    expect(new Set(queued.map(({ entry }) => entry)).size).toBe(patients);
  });
});

describe("reminders end", () => {
  it("when the answers were sent", async () => {
    const one = await invitation();
    await hub.store.commit(ACTOR, "test", (tx) => updateInvitation(tx, one, { completedAt: tx.at }));
    expect(await day(7)).toEqual(NONE);
  });

  it("when staff entered answers from a call", async () => {
    hub.after(60);
    await respond(hub.store, hub.entry, {});
    expect(await day(7)).toEqual(NONE);
  });

  it("when staff closed the links", async () => {
    const { id } = await invitation();
    await revokeInvitation(HUB, hub.store, NURSE, { entry: hub.entry, id });
    expect(await day(7)).toEqual(NONE);
    expect(await day(21)).toEqual(NONE);
  });

  it("when the patient leaves the list", async () => {
    await importEntries(hub.store, [anEntry({ pathwayId: "OTHER", patientId: "L2" })]);
    expect(await day(7)).toEqual(NONE);
    expect(await day(21)).toEqual(NONE);
  });
});
