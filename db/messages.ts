import { and, asc, count, desc, eq, gte, inArray, type InferSelectModel } from "drizzle-orm";
import type { Tx } from "./commit";
import type { Reader } from "./engine";
import { newId } from "./new-id";
import { message, type MessageKind } from "./schema";
import { inScope, type Scope } from "./scope";

/** A message to a patient; see db/schema/messages.ts. */
export type Message = InferSelectModel<typeof message>;

/** What a new message is made of. */
export type NewMessage = Pick<Message, "organisation" | "site" | "entry" | "kind" | "channel" | "invitation">;

/** Queues a message, inside the commit that decided on it. */
export async function queueMessage(tx: Tx, queued: NewMessage): Promise<string> {
  const id = newId();
  const fresh = { state: "queued" as const, queuedAt: tx.at, doneAt: null, fault: "" };
  await tx.insert(message, { id, ...queued, ...fresh }, queued);
  return id;
}

/** The messages of an entry in scope, latest first. */
export async function messagesOfEntry(scope: Scope, db: Reader, entry: string): Promise<Message[]> {
  return db
    .select()
    .from(message)
    .where(and(eq(message.entry, entry), inScope(scope, message.organisation, message.site)))
    .orderBy(desc(message.queuedAt), desc(message.id));
}

/** The oldest queued messages in scope, for those who send them. */
export async function queuedMessages(scope: Scope, db: Reader, most: number): Promise<Message[]> {
  return db
    .select()
    .from(message)
    .where(and(eq(message.state, "queued"), inScope(scope, message.organisation, message.site)))
    .orderBy(asc(message.queuedAt), asc(message.id))
    .limit(most);
}

/** One message, inside the commit that sends it. */
export async function messageById(db: Reader, id: string): Promise<Message | null> {
  const [found] = await db.select().from(message).where(eq(message.id, id));
  return found ?? null;
}

/** How many messages of some kinds an entry was sent or is to be sent since an instant; inside a commit about it. */
export async function messagesSince(
  db: Reader,
  entry: string,
  kinds: readonly MessageKind[],
  since: string,
): Promise<number> {
  const own = and(eq(message.entry, entry), inArray(message.kind, [...kinds]), gte(message.queuedAt, since));
  const [found] = await db.select({ messages: count() }).from(message).where(own);
  return found?.messages ?? 0;
}

/** Notes what became of a queued message. `fault`: why it was given up; empty when it was sent. */
export async function endMessage(tx: Tx, of: Message, fault: string): Promise<void> {
  const state = fault === "" ? ("sent" as const) : ("failed" as const);
  await tx.update(message, { id: of.id }, { state, doneAt: tx.at, fault }, of);
}
