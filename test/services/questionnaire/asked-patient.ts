import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { identify, type IdentityAnswer } from "~/services/invitation/identify.server";
import { inviteByHand } from "~/services/invitation/invite.server";
import { sendDue } from "~/services/sending/send-due.server";
import type { Carrier } from "~/services/sending/outgoing";
import { sendingProcess } from "~/services/sending/sending-process.server";
import { holdStore } from "~/store.server";
import { openStore, type Store } from "~db/store";
import { entriesForPlanning } from "~db/waiting-list";
import { anEntry, givenHub, HUB, importEntries } from "../../db/given-hub";

const MIGRATIONS = join(import.meta.dirname, "../../../db/migrations");
export { HUB };
export const NURSE = { kind: "user", id: "nurse" } as const;
/** Of the patient of `anEntry`. */
export const RIGHT = { birthDate: "1985-09-24", other: "ZZ99 9ZZ" };

/** A hub with one patient who was asked in, with a clock that a test sets. */
export interface AskedPatient {
  store: Store;
  entry: string;
  /** Sets the instant. */
  at(instant: string): void;
  /** Sends what is queued and returns the links, the last last. */
  links(): Promise<string[]>;
  /** What the identity form answers. */
  claim(link: string, claim?: Partial<typeof RIGHT>, address?: string): Promise<IdentityAnswer>;
  close(): Promise<void>;
}

export const NOW = "2026-12-01T10:00:00.000Z";
let addresses = 0;

/** Makes the hub, and invites its patient unless they are not to be. */
export async function askedPatient(
  facts: Partial<WaitingListEntry> = {},
  invited = true,
): Promise<AskedPatient> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-asked-"));
  let now = NOW;
  const store = holdStore(
    await openStore({ file: join(folder, "hublist.db"), migrations: MIGRATIONS, now: () => now }),
  );
  await givenHub(store);
  await importEntries(store, [anEntry({ screening: "not_screened", ...facts })]);
  const [held] = await entriesForPlanning(HUB, store.db, "RQM");
  if (invited) await inviteByHand(HUB, store, NURSE, { entry: held!.id, part: 1 });
  return {
    store,
    entry: held!.id,
    at: (instant) => void (now = instant),
    links: () => sendAll(store),
    claim: (link, claim = {}, address = `10.0.0.${addresses++}`) =>
      identify({ secret: link.replace("/q/", ""), who: "patient", address, ...RIGHT, ...claim }),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** As those who send messages do it, to a carrier that notes the links. */
async function sendAll(store: Store): Promise<string[]> {
  const links: string[] = [];
  const carrier: Carrier = {
    ...{ name: "file", keeps: false },
    send: async ({ paragraphs }) => {
      const link = /\/q\/\S+/.exec(paragraphs.join(" "));
      if (link) links.push(link[0]);
      return { kind: "accepted", reference: null };
    },
  };
  await sendDue(
    sendingProcess(store, { text: carrier, email: carrier, letter: carrier }, "https://hub.test"),
  );
  return links;
}
