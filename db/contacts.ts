import { and, eq, gt, inArray, max, type SQL } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { careTask, invitation, questionnaireResponse as response, waitingListEntry as entry } from "./schema";
import { inScope, type Scope } from "./scope";

/** What the store knows of the contact with a patient who waits. Instants are UTC; null: never. */
export interface HeldContact {
  id: string;
  organisation: string;
  site: string;
  patient: string;
  listedOn: IsoDate;
  /** When answers of any kind were sent last, or somebody reached them after they had not answered. */
  heardAt: string | null;
  /** The last check-in: when it was sent, and whether it can still be answered. */
  askedAt: string | null;
  open: boolean;
  /** Somebody is to call. */
  call: boolean;
}

/** The contact with every patient in scope who waits; of some entries alone with `only`. */
export async function contactsInScope(
  scope: Scope,
  db: Reader,
  now: string,
  only?: readonly string[],
): Promise<HeldContact[]> {
  const some = only && inArray(entry.id, [...only]);
  const listed = and(inScope(scope, entry.organisation, entry.listingSite), eq(entry.state, "listed"), some);
  const rows = await db
    .select({
      ...{ id: entry.id, organisation: entry.organisation, site: entry.listingSite },
      ...{ patient: entry.patient, listedOn: entry.decisionToAdmit },
    })
    .from(entry)
    .where(listed)
    .orderBy(entry.decisionToAdmit, entry.id);
  const answered = await answeredAt(scope, db, only);
  const reached = await tasksAt(scope, db, only);
  const asked = await checkInsAt(scope, db, now, only);
  return rows.map((row) => {
    const heard = [answered.get(row.id), reached.done.get(row.id)].filter((at) => at !== undefined).sort();
    const { at = null, open = false } = asked.get(row.id) ?? {};
    return { ...row, heardAt: heard.at(-1) ?? null, askedAt: at, open, call: reached.open.has(row.id) };
  });
}

type Only = readonly string[] | undefined;

async function answeredAt(scope: Scope, db: Reader, only: Only): Promise<Map<string, string>> {
  return lastAnswers(scope, db, only && inArray(response.entry, [...only]));
}

/** When each patient in scope sent their last check-in, by entry; whether they still wait is not asked. */
export async function checkedIn(scope: Scope, db: Reader): Promise<Map<string, string>> {
  return lastAnswers(scope, db, eq(response.form, "checkIn"));
}

async function lastAnswers(scope: Scope, db: Reader, some: SQL | undefined): Promise<Map<string, string>> {
  const rows = await db
    .select({ entry: response.entry, at: max(response.completedAt) })
    .from(response)
    .where(and(inScope(scope, response.organisation, response.site), eq(response.state, "completed"), some))
    .groupBy(response.entry);
  return new Map(rows.flatMap(({ entry: of, at }) => (at === null ? [] : [[of, at] as const])));
}

/** Calls that are to be made, and when the last one was made. */
async function tasksAt(scope: Scope, db: Reader, only: Only) {
  const some = only && inArray(careTask.entry, [...only]);
  const rows = await db
    .select({ entry: careTask.entry, ended: careTask.ended, endedAt: careTask.endedAt })
    .from(careTask)
    .where(and(inScope(scope, careTask.organisation, careTask.site), eq(careTask.kind, "noReply"), some));
  const done = new Map<string, string>();
  for (const { entry: of, ended, endedAt } of rows)
    if (ended === "done" && endedAt !== null && endedAt > (done.get(of) ?? "")) done.set(of, endedAt);
  return { done, open: new Set(rows.flatMap((row) => (row.ended === null ? [row.entry] : []))) };
}

async function checkInsAt(scope: Scope, db: Reader, now: string, only: Only) {
  const some = only && inArray(invitation.entry, [...only]);
  const own = inScope(scope, invitation.organisation, invitation.site);
  const rows = await db
    .select({
      ...{ entry: invitation.entry, at: invitation.createdAt, expiresAt: invitation.expiresAt },
      ...{ completedAt: invitation.completedAt, revokedAt: invitation.revokedAt },
    })
    .from(invitation)
    .where(and(own, eq(invitation.purpose, "checkIn"), some))
    .orderBy(invitation.createdAt);
  return new Map(
    rows.map(({ entry: of, at, expiresAt, completedAt, revokedAt }) => [
      of,
      { at, open: completedAt === null && revokedAt === null && expiresAt > now },
    ]),
  );
}

/** How many check-ins of the sites in scope were sent by a command since an instant; for whoever sends them. */
export async function checkInsSince(
  scope: Scope,
  db: Reader,
  { by, since }: { by: string; since: string },
): Promise<number> {
  const rows = await db
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        inScope(scope, invitation.organisation, invitation.site),
        ...[eq(invitation.purpose, "checkIn"), eq(invitation.createdBy, by), gt(invitation.createdAt, since)],
      ),
    );
  return rows.length;
}
