import { and, asc, desc, eq, inArray, sql, type InferSelectModel } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { listOrder, theatreSession } from "./schema";
import { inScope, type Scope } from "./scope";

/** A person's order of a list: `entries` first to last, empty for the order of the rules, and its golden patient. */
export type ListOrder = InferSelectModel<typeof listOrder>;

/** The order that counts of each of some sessions in scope, by id of the session; one without has the rules' order. */
export async function currentListOrders(
  scope: Scope,
  db: Reader,
  sessions: readonly string[],
): Promise<Map<string, ListOrder>> {
  const later = alias(listOrder, "later");
  const rows = await db
    .select({ order: listOrder })
    .from(listOrder)
    .innerJoin(theatreSession, eq(listOrder.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        inArray(listOrder.session, [...sessions]),
        sql`not exists (select 1 from ${listOrder} as later where ${later.session} = ${listOrder.session}
          and ${later.number} > ${listOrder.number})`,
      ),
    );
  return new Map(rows.map(({ order }) => [order.session, order]));
}

/** All orders that people gave a session's list, first to last, when the session is in scope. */
export async function listOrderHistory(scope: Scope, db: Reader, session: string): Promise<ListOrder[]> {
  const rows = await db
    .select({ order: listOrder })
    .from(listOrder)
    .innerJoin(theatreSession, eq(listOrder.session, theatreSession.id))
    .where(
      and(eq(listOrder.session, session), inScope(scope, theatreSession.organisation, theatreSession.site)),
    )
    .orderBy(asc(listOrder.number));
  return rows.map(({ order }) => order);
}

/** An order to be recorded. `base`: number of the order that it was decided on, 0 when there was none. */
export interface ListOrderWish {
  session: string;
  base: number;
  /** Ids of entries, first to last; empty: the order of the rules. */
  entries: string[];
  /** Id of the golden patient; null: none. Left out: as it was. */
  golden?: string | null;
  reason: string;
}

export type ListOrderOutcome =
  | { kind: "recorded"; number: number }
  /** Somebody else ordered the list since: the number that counts now, and by whom. */
  | { kind: "changedSince"; number: number; by: string };

/** Records a person's order of a list as its next number, inside a commit whose caller checked who may. */
export async function recordListOrder(tx: Tx, wish: ListOrderWish, about: About): Promise<ListOrderOutcome> {
  const { session, base, entries, reason } = wish;
  const [held] = await tx.db
    .select()
    .from(listOrder)
    .where(eq(listOrder.session, session))
    .orderBy(desc(listOrder.number))
    .limit(1);
  if ((held?.number ?? 0) !== base)
    return { kind: "changedSince", number: held?.number ?? 0, by: held?.by ?? "" };
  const golden = wish.golden === undefined ? (held?.golden ?? null) : wish.golden;
  const number = base + 1;
  await tx.insert(listOrder, { session, number, entries, golden, by: tx.by, at: tx.at, reason }, about);
  return { kind: "recorded", number };
}
