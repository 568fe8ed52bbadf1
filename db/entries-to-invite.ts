import { and, asc, eq, gte, notExists } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { invitation, waitingListEntry as entry } from "./schema";
import { entriesById, type HeldEntry } from "./waiting-list";

/** Listed entries of an organisation that were decided on since a date, are not screened and were never invited. */
export async function entriesToInvite(
  db: Reader,
  { organisation, since, most }: { organisation: string; since: IsoDate; most: number },
): Promise<HeldEntry[]> {
  const asked = db.select({ id: invitation.id }).from(invitation).where(eq(invitation.entry, entry.id));
  const rows = await db
    .select({ id: entry.id, site: entry.listingSite })
    .from(entry)
    .where(
      and(
        eq(entry.organisation, organisation),
        eq(entry.state, "listed"),
        gte(entry.decisionToAdmit, since),
        eq(entry.screening, "not_screened"),
        notExists(asked),
      ),
    )
    .orderBy(asc(entry.decisionToAdmit), asc(entry.id))
    .limit(most);
  const scope = { organisations: [organisation], sites: [...new Set(rows.map(({ site }) => site))] };
  const ids = rows.map(({ id }) => id);
  const held = await entriesById(scope, db, ids);
  return ids.flatMap((id) => held.get(id) ?? []);
}
