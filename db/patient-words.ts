import { and, asc, desc, eq, inArray, isNull, max, sql, type InferSelectModel, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { SHORT_NOTICE_CODES } from "~/domain/short-notice";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { patientWord, waitingListEntry, type PatientWordKind } from "./schema";
import { inScope, type Scope } from "./scope";

/** What a patient told; see db/schema/patient-words.ts. */
export type PatientWord = InferSelectModel<typeof patientWord>;

/** Keeps what a patient said as the entry's next word. */
export async function insertWord(
  tx: Tx,
  word: Pick<PatientWord, "entry" | "kind" | "code" | "text" | "saidBy" | "needsReading">,
  about: About,
): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(patientWord.number) })
    .from(patientWord)
    .where(eq(patientWord.entry, word.entry));
  const number = (last?.number ?? 0) + 1;
  const unread = { readBy: null, readAt: null };
  await tx.insert(patientWord, { ...word, ...unread, number, by: tx.by, at: tx.at }, about);
}

const ofScope = (scope: Scope) => inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite);

/** All that the patients of some entries in scope said, last first. */
export async function wordsOfEntries(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<PatientWord[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .select({ word: patientWord })
    .from(patientWord)
    .innerJoin(waitingListEntry, eq(patientWord.entry, waitingListEntry.id))
    .where(and(ofScope(scope), inArray(patientWord.entry, [...entries])))
    .orderBy(asc(patientWord.entry), desc(patientWord.number));
  return rows.map(({ word }) => word);
}

/** What staff have not read yet, oldest first, of the listed entries in scope. */
export async function unreadWords(scope: Scope, db: Reader, most: number): Promise<PatientWord[]> {
  const unread = and(eq(patientWord.needsReading, true), isNull(patientWord.readAt));
  const rows = await db
    .select({ word: patientWord })
    .from(patientWord)
    .innerJoin(waitingListEntry, eq(patientWord.entry, waitingListEntry.id))
    .where(and(ofScope(scope), eq(waitingListEntry.state, "listed"), unread))
    .orderBy(asc(patientWord.at), asc(patientWord.entry))
    .limit(most);
  return rows.map(({ word }) => word);
}

/** What the patient of an entry said last, by kind; of an entry that the patient themself or a scoped read has found. */
export async function lastWords(db: Reader, entry: string): Promise<Map<PatientWordKind, PatientWord>> {
  const rows = await db
    .select()
    .from(patientWord)
    .where(eq(patientWord.entry, entry))
    .orderBy(asc(patientWord.number));
  return new Map(rows.map((word) => [word.kind, word]));
}

/** Notes that somebody has read a word. */
export async function markRead(tx: Tx, { entry, number }: PatientWord, about: About): Promise<void> {
  await tx.update(patientWord, { entry, number }, { readBy: tx.by, readAt: tx.at }, about);
}

/** The code of what the patient of an entry said last of short notice, within a query that joins tables; null: nothing. */
export const shortNoticeCode = (entry: PgColumn): SQL<string | null> =>
  sql<string | null>`(select ${patientWord.code} from ${patientWord} where ${patientWord.entry} = ${entry}
    and ${patientWord.kind} = 'shortNotice' order by ${patientWord.number} desc limit 1)`;

/** Whether the waiting-list file says that a patient comes at short notice; of an entry that a scoped read has found. */
export async function shortNoticeOfFile(db: Reader, entry: string): Promise<boolean> {
  const { shortNotice, id } = waitingListEntry;
  const [held] = await db.select({ shortNotice }).from(waitingListEntry).where(eq(id, entry));
  return held?.shortNotice ?? false;
}

/** Whether a patient comes at short notice: what they said last themself, else what the file says. */
export function comesAtShortNotice(entry: PgColumn, file: PgColumn): SQL {
  const said = shortNoticeCode(entry);
  return sql`case when ${said} is null then ${file} else ${inArray(said, [...SHORT_NOTICE_CODES])} end`;
}
