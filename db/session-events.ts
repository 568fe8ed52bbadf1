import { and, asc, eq, gte, inArray, lt, max } from "drizzle-orm";
import type { SessionEvent, SessionEventDetail, SessionEventKind } from "~/domain/session-event";
import type { Tx } from "./commit";
import type { Reader } from "./engine";
import { sessionEvent, theatreSession } from "./schema";
import { inScope, type Scope } from "./scope";
import type { DateSpan } from "./theatre-sessions";

/** What is to be recorded of a session, by its id. */
export interface NewSessionEvent {
  session: string;
  kind: SessionEventKind;
  detail?: SessionEventDetail;
  reason?: string;
}

/** What happened to some sessions in scope, first to last within each. */
export async function sessionEvents(
  scope: Scope,
  db: Reader,
  sessions: readonly string[],
): Promise<SessionEvent[]> {
  const rows = await db
    .select({ event: sessionEvent })
    .from(sessionEvent)
    .innerJoin(theatreSession, eq(sessionEvent.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        inArray(sessionEvent.session, [...sessions]),
      ),
    )
    .orderBy(asc(sessionEvent.session), asc(sessionEvent.number));
  return rows.map(({ event }) => event);
}

/** What happened to the sessions of some dates in scope, first to last within each. */
export async function sessionEventsWithin(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation: string,
): Promise<SessionEvent[]> {
  const rows = await db
    .select({ event: sessionEvent })
    .from(sessionEvent)
    .innerJoin(theatreSession, eq(sessionEvent.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        eq(theatreSession.organisation, organisation),
        gte(theatreSession.date, span.from),
        lt(theatreSession.date, span.until),
      ),
    )
    .orderBy(asc(sessionEvent.session), asc(sessionEvent.number));
  return rows.map(({ event }) => event);
}

/** Records what happened to a session: the next number, by whoever commits. `site`: for the audit. */
export async function recordSessionEvent(
  tx: Tx,
  event: NewSessionEvent,
  about: { organisation: string; site: string },
): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(sessionEvent.number) })
    .from(sessionEvent)
    .where(eq(sessionEvent.session, event.session));
  const { session, kind, detail = {}, reason = "" } = event;
  const number = (last?.number ?? 0) + 1;
  await tx.insert(sessionEvent, { session, number, kind, detail, by: tx.by, at: tx.at, reason }, about);
}

/** Records several events of the sessions of one site at once, each session's in the order given. */
export async function recordSessionEvents(
  tx: Tx,
  events: readonly NewSessionEvent[],
  about: { organisation: string; site: string },
): Promise<void> {
  const sessions = [...new Set(events.map(({ session }) => session))];
  const rows = await tx.db
    .select({ session: sessionEvent.session, number: max(sessionEvent.number) })
    .from(sessionEvent)
    .where(inArray(sessionEvent.session, sessions))
    .groupBy(sessionEvent.session);
  const last = new Map(rows.map(({ session, number }) => [session, number ?? 0]));
  const numbered = events.map(({ session, kind, detail = {}, reason = "" }) => {
    const number = (last.get(session) ?? 0) + 1;
    last.set(session, number);
    return { session, number, kind, detail, by: tx.by, at: tx.at, reason };
  });
  await tx.insert(sessionEvent, numbered, about);
}
