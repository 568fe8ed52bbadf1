import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Carriers } from "~/services/sending/carriers.server";
import type { Carrier, Outgoing, Receipt, SendOutcome } from "~/services/sending/outgoing";
import { sendingProcess, type SendingProcess } from "~/services/sending/sending-process.server";
import { messagesOfEntry, type Message } from "~db/messages";
import { tasksOfEntry } from "~db/screening/care-tasks";
import { askedPatient, HUB, NOW, type AskedPatient } from "../questionnaire/asked-patient";

/** A try that has all the time that it wants. */
export const IN_TIME = new AbortController().signal;

/** A carrier that notes what it is given, and answers as it is told. */
export interface FakeCarrier extends Carrier {
  given: Outgoing[];
  /** The next answers; then accepted. */
  answers: SendOutcome[];
  receipts: Receipt[];
}

export function fakeCarrier(name: Carrier["name"] = "govuk-notify"): FakeCarrier {
  const carrier: FakeCarrier = {
    ...{ name, keeps: false, given: [], answers: [], receipts: [] },
    send: async (message) => {
      carrier.given.push(message);
      return carrier.answers.shift() ?? { kind: "accepted", reference: `r${carrier.given.length}` };
    },
    receipt: async () => carrier.receipts.shift() ?? { kind: "waiting" },
  };
  return carrier;
}

/** A hub with one patient who was asked in, and carriers for each channel. */
export interface SendingHub extends AskedPatient {
  text: FakeCarrier;
  email: FakeCarrier;
  letter: FakeCarrier;
  /** Another process that sends from the same store. */
  process(carriers?: Partial<Carriers>): SendingProcess;
  messages(): Promise<Message[]>;
  /** Words of the entry's open tasks. */
  calls(): Promise<string[]>;
  /** Sets the clock so many minutes after the start. */
  after(minutes: number): void;
}

export async function sendingHub(facts: Partial<WaitingListEntry> = {}): Promise<SendingHub> {
  const asked = await askedPatient(facts);
  const [text, email, letter] = [fakeCarrier(), fakeCarrier("smtp"), fakeCarrier("nhs-notify")];
  return {
    ...asked,
    ...{ text, email, letter },
    process: (carriers = {}) =>
      sendingProcess(asked.store, { text, email, letter, ...carriers }, "https://hub.test"),
    messages: async () => (await messagesOfEntry(HUB, asked.store.db, asked.entry)).reverse(),
    calls: async () =>
      (await tasksOfEntry(HUB, asked.store.db, asked.entry)).map(({ kind, words }) => `${kind}: ${words}`),
    after: (minutes) => asked.at(new Date(Date.parse(NOW) + minutes * 60_000).toISOString()),
  };
}
