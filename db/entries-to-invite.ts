import { and, asc, eq, gt, gte, isNotNull, isNull, notExists, or } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { invitation, waitingListEntry as entry } from "./schema";
import { entriesById, type HeldEntry } from "./waiting-list";

/**
 * Listed entries of an organisation that were decided on or came back onto the list since a date, are not screened and
 * were not asked the questions: an invitation from before they came back counts where it was answered or still works.
 */
export async function entriesToInvite(
  db: Reader,
  { organisation, since, now, most }: { organisation: string; since: IsoDate; now: string; most: number },
): Promise<HeldEntry[]> {
  const counts = or(
    isNull(entry.returnedOn),
    gte(invitation.createdAt, entry.returnedOn),
    isNotNull(invitation.completedAt),
    and(isNull(invitation.revokedAt), gt(invitation.expiresAt, now)),
  );
  const asked = db
    .select({ id: invitation.id })
    .from(invitation)
    .where(and(eq(invitation.entry, entry.id), eq(invitation.purpose, "questions"), counts));
  const rows = await db
    .select({ id: entry.id, site: entry.listingSite })
    .from(entry)
    .where(
      and(
        eq(entry.organisation, organisation),
        eq(entry.state, "listed"),
        or(gte(entry.decisionToAdmit, since), gte(entry.returnedOn, since)),
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
