import { and, asc, eq, max, type InferSelectModel } from "drizzle-orm";
import type { Tx } from "../commit";
import type { Reader } from "../engine";
import { preparationText as text } from "../schema";
import { inScope, type Scope } from "../scope";

/** What happened to a text for plans; see db/schema/preparation.ts. */
export type HeldText = InferSelectModel<typeof text>;

/** Everything that happened to the texts of an organisation in scope, first to last. */
export async function textsOf(scope: Scope, db: Reader, organisation: string): Promise<HeldText[]> {
  return db
    .select()
    .from(text)
    .where(and(inScope(scope, text.organisation), eq(text.organisation, organisation)))
    .orderBy(asc(text.site), asc(text.topic), asc(text.number));
}

export type NewText = Omit<HeldText, "number" | "by" | "at">;

/** Keeps what somebody did to a text as the next of its topic at its site, and answers with its number. */
export async function insertText(tx: Tx, made: NewText): Promise<number> {
  const { organisation, site, topic } = made;
  const [last] = await tx.db
    .select({ number: max(text.number) })
    .from(text)
    .where(and(eq(text.organisation, organisation), eq(text.site, site), eq(text.topic, topic)));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(text, { ...made, number, by: tx.by, at: tx.at }, { organisation, site });
  return number;
}
