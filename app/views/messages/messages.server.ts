import type { User } from "~/auth/visitor.server";
import { installationMode } from "~/auth/visitor.server";
import { MESSAGE_SHOWS, type MessageShow } from "~/components/messages/message-words";
import { environment } from "~/env.server";
import { withoutFile } from "~/services/sending/file-outbox.server";
import { originOf } from "~/services/sending/sending-timer.server";
import { messageKind } from "~/facts/messages";
import { store } from "~/store.server";
import { countMessages, messagesByIds, messagesInStates, type Message } from "~db/messages";
import { recordPatientAccess } from "~db/patient-access";
import type { MessageChannel, MessageState } from "~db/schema";
import type { Scope } from "~db/scope";
import { entriesById } from "~db/waiting-list";
import { nameShown } from "../entry-words";
import { lyingTooLong, type LyingMessages } from "./lying.server";

/** A message as staff see it. Instants are UTC ISO texts. */
export interface MessageLine {
  id: string;
  entry: string;
  patient: string;
  kind: string;
  channel: MessageChannel;
  state: MessageState;
  /** When it was sent or given up, else when it was queued. */
  at: string;
  /** Tries so far, when the next is due, and why it waits, failed or was stopped. */
  attempts: number;
  dueAt: string | null;
  fault: string;
  /** It is said to lie in the outbox, and no file of it does. */
  lacksFile: boolean;
}

export interface MessagesPage {
  show: MessageShow;
  counts: Record<MessageShow, number>;
  lines: MessageLine[];
  page: number;
  pageSize: number;
  demo: boolean;
  /** Where links of messages lead while no address for patients is set; null: it is, or nothing is sent. */
  unreachable: string | null;
  lying: LyingMessages | null;
  /** What carries each channel, as the environment calls it. */
  carriers: Record<MessageChannel, "file" | "none" | "nhs-notify" | "govuk-notify" | "smtp">;
}

const STATES: Record<MessageShow, readonly MessageState[]> = {
  outbox: ["outbox"],
  failed: ["failed"],
  waiting: ["queued"],
  sent: ["sent", "delivered"],
  stopped: ["stopped"],
};

const PAGE_SIZE = 50;

/** The messages of the sites in scope that stand in one place of the work. */
export async function messagesPage(
  user: User,
  scope: Scope,
  asked: { show: string | null; page: number },
): Promise<MessagesPage> {
  const { db } = store();
  const held = await countMessages(scope, db);
  const counts = Object.fromEntries(
    MESSAGE_SHOWS.map((show) => [show, STATES[show].reduce((sum, state) => sum + (held[state] ?? 0), 0)]),
  ) as MessagesPage["counts"];
  const show = MESSAGE_SHOWS.find((one) => one === asked.show) ?? "outbox";
  const page = Math.min(asked.page, Math.max(1, Math.ceil(counts[show] / PAGE_SIZE)));
  const found = await messagesInStates(scope, db, {
    ...{ states: STATES[show], skip: (page - 1) * PAGE_SIZE, most: PAGE_SIZE },
  });
  return {
    ...{ show, counts, page, pageSize: PAGE_SIZE, ...(await howSent()) },
    lying: await lyingTooLong(user),
    lines: await linesOf(user, scope, found),
  };
}

/** Why something was not done about some messages, each named, for the box above their table. */
export async function messageProblems(
  user: User,
  scope: Scope,
  refusals: readonly { id: string; why: string }[],
): Promise<{ field: string; message: string }[]> {
  const of = refusals.map(({ id }) => id);
  const lines = await linesOf(user, scope, await messagesByIds(scope, store().db, of));
  const known = lines.map(({ id, kind, patient }) => [id, `${kind} to ${patient}`] as const);
  const names = new Map(known);
  return refusals.map(({ id, why }) => ({
    field: names.has(id) ? `message-${id}` : "",
    message: `${names.get(id) ?? "A message"} ${why}`,
  }));
}

async function howSent(): Promise<Pick<MessagesPage, "demo" | "carriers" | "unreachable">> {
  const demo = (await installationMode()) === "demo";
  const { HUBLIST_SEND_TEXT, HUBLIST_SEND_EMAIL, HUBLIST_SEND_LETTER } = environment();
  const own = { text: HUBLIST_SEND_TEXT, email: HUBLIST_SEND_EMAIL, letter: HUBLIST_SEND_LETTER };
  return {
    demo,
    unreachable: demo ? null : unreachableLinks(environment()),
    carriers: demo ? { text: "file", email: "file", letter: "file" } : own,
  };
}

/** Where links lead that patients cannot open; null: they can, or no channel is used. */
export function unreachableLinks(settings: ReturnType<typeof environment>): string | null {
  const { HUBLIST_SEND_TEXT, HUBLIST_SEND_EMAIL, HUBLIST_SEND_LETTER, HUBLIST_PUBLIC_URL } = settings;
  const sends = [HUBLIST_SEND_TEXT, HUBLIST_SEND_EMAIL, HUBLIST_SEND_LETTER].some((one) => one !== "none");
  return sends && HUBLIST_PUBLIC_URL === undefined ? originOf(settings) : null;
}

async function linesOf(user: User, scope: Scope, found: readonly Message[]): Promise<MessageLine[]> {
  const { db } = store();
  const entries = await entriesById(scope, db, [...new Set(found.map(({ entry }) => entry))]);
  const seen = user.scope("patient.view").sites;
  const known = [...entries.values()].filter(({ entry }) => seen.includes(entry.listingSite));
  const look = { patients: [...new Set(known.map(({ patient }) => patient))], page: "messages to patients" };
  await recordPatientAccess(store(), { kind: "user", id: user.id }, look);
  const laid = found.filter(({ state }) => state === "outbox").map(({ id }) => id);
  const lacking = new Set(await withoutFile(laid));
  return found.map(({ id, entry, kind, channel, state, doneAt, queuedAt, attempts, dueAt, fault }) => {
    const held = entries.get(entry);
    const named = held && known.includes(held);
    return {
      lacksFile: lacking.has(id),
      ...{ id, entry, kind: messageKind(kind).name, channel, state, attempts, dueAt, fault },
      patient: (named && nameShown(held.entry.details)) || held?.entry.pathwayId || "",
      at: doneAt ?? queuedAt,
    };
  });
}
