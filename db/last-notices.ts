import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "./engine";
import { patientNotice, waitingListEntry, type NoticeKind } from "./schema";
import { inScope, type Scope } from "./scope";

/** What was last said to a patient of their date, and of which session (by id). */
export interface LastNotice {
  session: string;
  kind: NoticeKind;
}

/** The last notice to the patient of each of some entries in scope; nobody else was ever told. */
export async function lastNotices(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<Map<string, LastNotice>> {
  if (entries.length === 0) return new Map();
  const later = alias(patientNotice, "later");
  const { entry, session, kind } = patientNotice;
  const rows = await db
    .select({ entry, session, kind })
    .from(patientNotice)
    .innerJoin(waitingListEntry, eq(entry, waitingListEntry.id))
    .where(
      and(
        inArray(entry, [...entries]),
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
        sql`not exists (select 1 from ${patientNotice} as later where ${later.entry} = ${entry}
          and ${later.number} > ${patientNotice.number})`,
      ),
    );
  return new Map(rows.map(({ entry: of, ...notice }) => [of, notice]));
}
