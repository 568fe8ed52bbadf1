import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "./engine";
import { waitingListEntry as entry } from "./schema";
import { inScope, type Scope } from "./scope";

/** Listed entries in scope that the organisation's own system has booked into some of these sessions, by id. */
export async function bookedInto(
  scope: Scope,
  db: Reader,
  organisation: string,
  { dates, sessionIds }: { dates: readonly string[]; sessionIds: readonly string[] },
): Promise<{ entry: string; sessionId: string }[]> {
  if (sessionIds.length === 0) return [];
  const rows = await db
    .select({ entry: entry.id, sessionId: entry.tciSession })
    .from(entry)
    .where(
      and(
        inScope(scope, entry.organisation, entry.listingSite),
        eq(entry.organisation, organisation),
        eq(entry.state, "listed"),
        // The date first: an index has it, so the wide rows of those without one are never read.
        inArray(entry.tciDate, [...dates]),
        inArray(entry.tciSession, [...sessionIds]),
      ),
    );
  return rows.flatMap(({ entry: id, sessionId }) => (sessionId === null ? [] : [{ entry: id, sessionId }]));
}
