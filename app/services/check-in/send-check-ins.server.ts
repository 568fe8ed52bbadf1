import type { IsoDate } from "~/domain/calendar";
import { settingsAt } from "~/domain/workspace-settings";
import { sendLink } from "~/services/invitation/invite.server";
import { actorText, type Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { checkInsSince, contactsInScope } from "~db/contacts";
import { operatedOf } from "~db/operated";
import { listSites, wholeScope } from "~db/organisations";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { entriesById, findEntry, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { contactOf } from "./contact-of.server";

/** Who sends check-ins by itself. */
export const CHECKING_IN: Actor = { kind: "command", name: "check-in" };

/** already: one is out. */
export type SendCheckInAnswer = { kind: "sent" } | { kind: "already" | "notFound" };

/** Sends a check-in to one patient by hand. */
export async function sendCheckIn(
  scope: Scope,
  store: Store,
  actor: Actor,
  entry: string,
  today: IsoDate,
): Promise<SendCheckInAnswer> {
  return store.commit(actor, "check-in.send", async (tx) => {
    const held = await findEntry(scope, tx.db, entry);
    if (held?.state !== "listed" || (await operatedOf(tx.db, { entries: [entry] }, today)).has(entry))
      return { kind: "notFound" };
    const [contact] = await contactsInScope(scope, tx.db, tx.at, [entry]);
    const { settings } = await currentSettings(scope, tx.db, held.organisation);
    if (!contact || contactOf(contact, settings, today).state === "asked") return { kind: "already" };
    await ask(tx, held);
    return { kind: "sent" };
  });
}

const ask = (tx: Tx, held: HeldEntry) => sendLink(tx, { held, purpose: "checkIn", part: 1, kind: "checkIn" });

/**
 * Sends the check-ins that are due, the longest without contact first, at most so many a day as each site has set. As
 * often as one likes; answers with how many were sent.
 */
export async function sendDueCheckIns(store: Store, today: IsoDate): Promise<number> {
  const everything = await wholeScope(store.db);
  let sent = 0;
  for (const { code, organisation } of await listSites(everything, store.db)) {
    const scope = { organisations: [organisation], sites: [code] };
    if ((await dueCheckIns(scope, store, today)).length === 0) continue;
    sent += await store.commit(CHECKING_IN, "check-in.send", async (tx) => {
      const due = await dueCheckIns(scope, store, today);
      const held = await entriesById(scope, tx.db, due);
      for (const entry of held.values()) await ask(tx, entry);
      return held.size;
    });
  }
  return sent;
}

/** Whom a check-in is to be sent to now, at one site: due, not operated on, and no more than the day allows. */
async function dueCheckIns(scope: Scope, store: Store, today: IsoDate): Promise<string[]> {
  const { db } = store;
  const [organisation, site] = [scope.organisations[0]!, scope.sites[0]!];
  const { settings } = await currentSettings(scope, db, organisation);
  const since = new Date(Date.parse(store.now()) - DAY).toISOString();
  const sent = await checkInsSince(scope, db, { by: actorText(CHECKING_IN), since });
  const most = settingsAt(settings, site).checkInsADay - sent;
  if (most <= 0) return [];
  const standings = (await contactsInScope(scope, db, store.now())).map((held) => ({
    id: held.id,
    ...contactOf(held, settings, today),
  }));
  const due = standings
    .filter(({ state }) => state === "due")
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const operated = await operatedOf(db, { organisation }, today);
  return due
    .map(({ id }) => id)
    .filter((id) => !operated.has(id))
    .slice(0, most);
}

const DAY = 24 * 60 * 60_000;
