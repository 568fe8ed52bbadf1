import { and, asc, eq, gte, inArray, lt, type InferSelectModel } from "drizzle-orm";
import type { Reader } from "./engine";
import { caseHold, heldSlot, listOrder, theatreSession, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";
import type { DateSpan } from "./theatre-sessions";

/** What people did to the lists of some dates without moving anybody, each first to last. */
export interface ListActs {
  orders: InferSelectModel<typeof listOrder>[];
  slots: InferSelectModel<typeof heldSlot>[];
  /** Keeping a case where it stands and letting it go, of the entries that were asked for. */
  holds: InferSelectModel<typeof caseHold>[];
}

/** The orders, held minutes and kept cases of an organisation's sessions in scope. `entries`: ids. */
export async function listActsWithin(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation: string,
  entries: readonly string[],
): Promise<ListActs> {
  const within = and(
    inScope(scope, theatreSession.organisation, theatreSession.site),
    eq(theatreSession.organisation, organisation),
    gte(theatreSession.date, span.from),
    lt(theatreSession.date, span.until),
  );
  const orders = await db
    .select({ row: listOrder })
    .from(listOrder)
    .innerJoin(theatreSession, eq(listOrder.session, theatreSession.id))
    .where(within)
    .orderBy(asc(listOrder.session), asc(listOrder.number));
  const slots = await db
    .select({ row: heldSlot })
    .from(heldSlot)
    .innerJoin(theatreSession, eq(heldSlot.session, theatreSession.id))
    .where(within)
    .orderBy(asc(heldSlot.heldAt), asc(heldSlot.id));
  const holds =
    entries.length === 0
      ? []
      : await db
          .select({ row: caseHold })
          .from(caseHold)
          .innerJoin(waitingListEntry, eq(caseHold.entry, waitingListEntry.id))
          .where(and(inScope(scope, waitingListEntry.organisation), inArray(caseHold.entry, [...entries])))
          .orderBy(asc(caseHold.entry), asc(caseHold.number));
  return {
    orders: orders.map(({ row }) => row),
    slots: slots.map(({ row }) => row),
    holds: holds.map(({ row }) => row),
  };
}
