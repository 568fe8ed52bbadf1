import { and, asc, eq, inArray, max } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { MomentRecord } from "~/domain/operating-day/moments";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { caseMoment, theatreSession } from "./schema";
import { inScope, type Scope } from "./scope";

/** Which day of which organisation. */
export interface DayAsked {
  organisation: string;
  date: IsoDate;
}

/** All that was recorded of the cases of a day at the sites in scope, first to last within each session. */
export async function momentsOfDay(
  scope: Scope,
  db: Reader,
  { organisation, date }: DayAsked,
): Promise<MomentRecord[]> {
  const rows = await db
    .select({ record: caseMoment })
    .from(caseMoment)
    .innerJoin(theatreSession, eq(caseMoment.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        eq(theatreSession.organisation, organisation),
        eq(theatreSession.date, date),
      ),
    )
    .orderBy(asc(caseMoment.session), asc(caseMoment.number));
  return rows.map(({ record }) => record);
}

/** All that was recorded of some entries in the sessions of sites in scope, whatever the day. */
export async function momentsOfEntries(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<(MomentRecord & { date: IsoDate })[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .select({ record: caseMoment, date: theatreSession.date })
    .from(caseMoment)
    .innerJoin(theatreSession, eq(caseMoment.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        inArray(caseMoment.entry, [...entries]),
      ),
    )
    .orderBy(asc(caseMoment.session), asc(caseMoment.number));
  return rows.map(({ record, date }) => ({ ...record, date }));
}

/** A moment to be recorded. `happenedAt` null: it did not happen, what was recorded was a mistake. */
export type NewMoment = Pick<MomentRecord, "session" | "entry" | "moment" | "happenedAt" | "reason">;

/** Records a moment as the next of its session, inside a commit whose caller has decided that it may. */
export async function recordMoment(tx: Tx, moment: NewMoment, about: About): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(caseMoment.number) })
    .from(caseMoment)
    .where(eq(caseMoment.session, moment.session));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(caseMoment, { ...moment, number, by: tx.by, at: tx.at }, about);
}

/** Number of the last record of a session in scope; 0 where nothing was recorded. */
export async function lastMomentOf(scope: Scope, db: Reader, session: string): Promise<number> {
  const [last] = await db
    .select({ number: max(caseMoment.number) })
    .from(caseMoment)
    .innerJoin(theatreSession, eq(caseMoment.session, theatreSession.id))
    .where(
      and(eq(caseMoment.session, session), inScope(scope, theatreSession.organisation, theatreSession.site)),
    );
  return last?.number ?? 0;
}
