import { and, asc, eq, inArray, max, sql, type InferSelectModel, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { IsoDate } from "~/domain/calendar";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { patientNotice, waitingListEntry, type NoticeChannel, type NoticeKind } from "./schema";
import { inScope, type Scope } from "./scope";

/** That a patient was told of a date, or what they answered. */
export type PatientNotice = InferSelectModel<typeof patientNotice>;

/** The notices of some entries in scope, by entry, first to last. */
export async function noticesOfEntries(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<Map<string, PatientNotice[]>> {
  const byEntry = new Map<string, PatientNotice[]>();
  for (const notice of await noticesWhere(scope, db, entries))
    byEntry.set(notice.entry, [...(byEntry.get(notice.entry) ?? []), notice]);
  return byEntry;
}

/** What was last said to a patient of their date, and of which session (by id). */
export type LastNotice = Pick<PatientNotice, "session" | "kind">;

/** The last notice to the patient of each of some entries in scope; nobody else was ever told. */
export async function lastNotices(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<Map<string, LastNotice>> {
  const later = alias(patientNotice, "later");
  const isLast = sql`not exists (select 1 from ${patientNotice} as later where ${later.entry} = ${patientNotice.entry}
    and ${later.number} > ${patientNotice.number})`;
  const last = await noticesWhere(scope, db, entries, isLast);
  return new Map(last.map(({ entry, session, kind }) => [entry, { session, kind }]));
}

async function noticesWhere(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
  where?: SQL,
): Promise<PatientNotice[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .select({ notice: patientNotice })
    .from(patientNotice)
    .innerJoin(waitingListEntry, eq(patientNotice.entry, waitingListEntry.id))
    .where(
      and(
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
        inArray(patientNotice.entry, [...entries]),
        where,
      ),
    )
    .orderBy(asc(patientNotice.entry), asc(patientNotice.number));
  return rows.map(({ notice }) => notice);
}

/** A notice to be kept. */
export interface NewNotice {
  entry: string;
  session: string;
  kind: NoticeKind;
  channel: NoticeChannel;
  date: IsoDate;
  note: string;
}

/** Keeps a notice as the entry's next, inside a commit that has decided on it. */
export async function insertNotice(tx: Tx, notice: NewNotice, about: About): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(patientNotice.number) })
    .from(patientNotice)
    .where(eq(patientNotice.entry, notice.entry));
  await tx.insert(patientNotice, { ...notice, number: (last?.number ?? 0) + 1, by: tx.by, at: tx.at }, about);
}
