import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lte,
  min,
  or,
  sql,
  type InferSelectModel,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "./commit";
import type { Reader } from "./engine";
import { newId } from "./new-id";
import { message, type MessageState } from "./schema";
import { inScope, type Scope } from "./scope";

/** A message to a patient; see db/schema/messages.ts. */
export type Message = InferSelectModel<typeof message>;

/** What a new message is made of. `follows`: the message that failed before it. */
export type NewMessage = Pick<
  Message,
  "organisation" | "site" | "entry" | "kind" | "channel" | "invitation"
> & { follows?: string | null };

/** Why a message was stopped that another one was sent in the place of. */
export const SENT_AGAIN = "sent again";

/** Queues a message, inside the commit that decided on it. */
export async function queueMessage(tx: Tx, queued: NewMessage): Promise<string> {
  return keepMessage(tx, { ...queued, state: "queued", queuedAt: tx.at, doneAt: null, via: "", fault: "" });
}

/** Keeps a message that has come as far as its state says; for a demo. */
export async function keepMessage(
  tx: Tx,
  kept: NewMessage & Pick<Message, "state" | "queuedAt" | "doneAt" | "via" | "fault">,
): Promise<string> {
  const id = newId();
  const untried = { dueAt: null, attempts: 0, leasedBy: null, leasedUntil: null };
  const unasked = { reference: null, checkAt: null };
  await tx.insert(message, { id, follows: null, ...kept, ...untried, ...unasked }, kept);
  return id;
}

/** The messages by the next channel; only what failed has one. */
const next = alias(message, "next");

/** What failed and went by the next channel is dealt with. */
const isLast = () => sql`not exists (select 1 from ${message} as next where ${next.follows} = ${message.id})`;

const ofScope = (scope: Scope) => inScope(scope, message.organisation, message.site);

/** The messages of an entry in scope, latest first. */
export async function messagesOfEntry(scope: Scope, db: Reader, entry: string): Promise<Message[]> {
  return db
    .select()
    .from(message)
    .where(and(eq(message.entry, entry), ofScope(scope)))
    .orderBy(desc(message.queuedAt), desc(message.id));
}

/** Messages in scope that stand in one of some states and went by no other channel since, the latest first, from `skip` on. */
export async function messagesInStates(
  scope: Scope,
  db: Reader,
  { states, skip, most }: { states: readonly MessageState[]; skip: number; most: number },
): Promise<Message[]> {
  return db
    .select()
    .from(message)
    .where(and(inArray(message.state, [...states]), isLast(), ofScope(scope)))
    .orderBy(desc(message.queuedAt), desc(message.id))
    .limit(most)
    .offset(skip);
}

/** Ids of messages in scope that stand in a state, in the order of their ids from the one after `last` on. */
export async function messageIdsAfter(
  scope: Scope,
  db: Reader,
  { state, last, most }: { state: MessageState; last: string; most: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: message.id })
    .from(message)
    .where(and(eq(message.state, state), gt(message.id, last), ofScope(scope)))
    .orderBy(asc(message.id))
    .limit(most);
  return rows.map(({ id }) => id);
}

/** How many messages in scope stand in each state and went by no other channel since. */
export async function countMessages(
  scope: Scope,
  db: Reader,
): Promise<Partial<Record<MessageState, number>>> {
  const rows = await db
    .select({ state: message.state, messages: count() })
    .from(message)
    .where(and(ofScope(scope), isLast()))
    .groupBy(message.state);
  return Object.fromEntries(rows.map(({ state, messages }) => [state, messages]));
}

/** Some messages in scope by their ids, oldest first. */
export async function messagesByIds(scope: Scope, db: Reader, ids: readonly string[]): Promise<Message[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(message)
    .where(and(inArray(message.id, [...ids]), ofScope(scope)))
    .orderBy(asc(message.queuedAt), asc(message.id));
}

/** The oldest queued messages that nobody is sending and whose time has come at `now`, inside the commit that claims them. */
export async function dueMessages(db: Reader, now: string, most: number): Promise<Message[]> {
  const free = or(isNull(message.leasedUntil), lte(message.leasedUntil, now));
  const due = or(isNull(message.dueAt), lte(message.dueAt, now));
  return db
    .select()
    .from(message)
    .where(and(eq(message.state, "queued"), due, free))
    .orderBy(asc(message.queuedAt), asc(message.id))
    .limit(most);
}

/** Messages whose service is to be asked at `now` what became of them, inside the commit that claims them. */
export async function uncheckedMessages(db: Reader, now: string, most: number): Promise<Message[]> {
  const free = or(isNull(message.leasedUntil), lte(message.leasedUntil, now));
  return db
    .select()
    .from(message)
    .where(and(eq(message.state, "sent"), lte(message.checkAt, now), free))
    .orderBy(asc(message.checkAt), asc(message.id))
    .limit(most);
}

/** One message, inside the commit that sends it. */
export async function messageById(db: Reader, id: string): Promise<Message | null> {
  const [found] = await db.select().from(message).where(eq(message.id, id));
  return found ?? null;
}

/** The message of a kind that waits to be sent for an invitation; inside a commit about it. */
export async function queuedFor(db: Reader, invitation: string, kind: string): Promise<Message | null> {
  const own = and(eq(message.invitation, invitation), eq(message.kind, kind), eq(message.state, "queued"));
  const [found] = await db.select().from(message).where(own).limit(1);
  return found ?? null;
}

/** How many messages of some kinds an entry was sent or is to be sent since an instant; inside a commit about it. */
export async function messagesSince(
  db: Reader,
  entry: string,
  kinds: readonly string[],
  since: string,
): Promise<number> {
  const own = and(eq(message.entry, entry), inArray(message.kind, [...kinds]), gte(message.queuedAt, since));
  const [found] = await db
    .select({ messages: count() })
    .from(message)
    .where(and(own, isNull(message.follows)));
  return found?.messages ?? 0;
}

/** How many messages of a site in scope have lain in the outbox since an instant or longer, and since when the oldest. */
export async function lyingSince(
  scope: Scope,
  db: Reader,
  { site, before }: { site: string; before: string },
): Promise<{ messages: number; oldest: string | null }> {
  const lying = and(eq(message.state, "outbox"), eq(message.site, site), lte(message.doneAt, before));
  const [found] = await db
    .select({ messages: count(), oldest: min(message.doneAt) })
    .from(message)
    .where(and(lying, ofScope(scope)));
  return found ?? { messages: 0, oldest: null };
}

/** Changes how far a message has come. */
export async function updateMessage(
  tx: Tx,
  of: Message,
  set: Partial<
    Pick<
      Message,
      | "state"
      | "channel"
      | "dueAt"
      | "attempts"
      | "leasedBy"
      | "leasedUntil"
      | "via"
      | "reference"
      | "checkAt"
      | "doneAt"
      | "fault"
    >
  >,
): Promise<void> {
  await tx.update(message, { id: of.id }, set, of);
}
