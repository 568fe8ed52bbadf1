import { and, asc, desc, eq, gte, inArray, isNotNull, lt, max, type InferSelectModel } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Policy } from "~/domain/policy";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { earlierOffer } from "./promised-dates";
import { cancellation, theatreSession, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";
import { targetDate } from "./targets";
import type { DateSpan } from "./theatre-sessions";

/** A case that was cancelled, why, and what is owed. */
export type Cancellation = InferSelectModel<typeof cancellation>;

/** Cancellations of some sessions in scope, in the order in which they were made. */
export async function cancellationsOfSessions(
  scope: Scope,
  db: Reader,
  sessions: readonly string[],
): Promise<Cancellation[]> {
  const rows = await db
    .select({ cancelled: cancellation })
    .from(cancellation)
    .innerJoin(theatreSession, eq(cancellation.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        inArray(cancellation.session, [...sessions]),
      ),
    )
    .orderBy(asc(cancellation.at), asc(cancellation.entry));
  return rows.map(({ cancelled }) => cancelled);
}

/** Cancellations of dates within a span, in the sessions of sites in scope, with the site of each. */
export async function cancellationsWithin(
  scope: Scope,
  db: Reader,
  span: DateSpan,
): Promise<(Cancellation & { site: string })[]> {
  const rows = await db
    .select({ cancelled: cancellation, site: theatreSession.site })
    .from(cancellation)
    .innerJoin(theatreSession, eq(cancellation.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        gte(cancellation.date, span.from),
        lt(cancellation.date, span.until),
      ),
    )
    .orderBy(desc(cancellation.at), asc(cancellation.entry));
  return rows.map(({ cancelled, site }) => ({ ...cancelled, site }));
}

/** All cancellations of some entries in scope, first to last within each. */
export async function cancellationsOfEntries(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<Cancellation[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .select({ cancelled: cancellation })
    .from(cancellation)
    .innerJoin(waitingListEntry, eq(cancellation.entry, waitingListEntry.id))
    .where(
      and(
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
        inArray(cancellation.entry, [...entries]),
      ),
    )
    .orderBy(asc(cancellation.entry), asc(cancellation.number));
  return rows.map(({ cancelled }) => cancelled);
}

/** Entries in scope that wait and are owed a date by Hublist's own promise, the first due first. */
export async function entriesOwedADate(
  scope: Scope,
  db: Reader,
): Promise<{ entry: string; promisedBy: IsoDate }[]> {
  const { id, promisedBy, organisation, listingSite, state } = waitingListEntry;
  const rows = await db
    .select({ entry: id, promisedBy })
    .from(waitingListEntry)
    .where(and(inScope(scope, organisation, listingSite), eq(state, "listed"), isNotNull(promisedBy)))
    .orderBy(asc(promisedBy), asc(id));
  return rows.map((row) => ({ entry: row.entry, promisedBy: row.promisedBy! }));
}

/** A cancellation to be recorded. */
export type NewCancellation = Omit<Cancellation, "number" | "by" | "at">;

/** Records a cancellation as the next of its entry and, where a date is owed, the promise that the planner counts. */
export async function recordCancellation(
  tx: Tx,
  cancelled: NewCancellation,
  policy: Policy,
  about: About,
): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(cancellation.number) })
    .from(cancellation)
    .where(eq(cancellation.entry, cancelled.entry));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(cancellation, { ...cancelled, number, by: tx.by, at: tx.at }, about);
  if (cancelled.offerBy !== null) await promise(tx, cancelled.entry, cancelled.offerBy, policy);
}

/** Promises a date; a promise that is due earlier stays. The target that the list sorts by follows. */
async function promise(tx: Tx, id: string, offerBy: IsoDate, policy: Policy): Promise<void> {
  const [held] = await tx.db.select().from(waitingListEntry).where(eq(waitingListEntry.id, id));
  const promisedBy = earlierOffer(held!.promisedBy, offerBy);
  const target = targetDate({ ...held!, offerBy: earlierOffer(held!.offerBy, promisedBy) }, policy);
  await tx.updateMany(waitingListEntry, [{ id, promisedBy, target }]);
  await tx.tell([
    {
      ...{ subjectKind: "waiting_list_entry", subjectId: id },
      ...{ organisation: held!.organisation, site: held!.listingSite },
      before: JSON.stringify({ promisedBy: held!.promisedBy, target: held!.target }),
      after: JSON.stringify({ promisedBy, target }),
    },
  ]);
}
