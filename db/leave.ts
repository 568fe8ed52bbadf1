import { and, asc, eq, gte, isNull, lt, type InferSelectModel, type SQL } from "drizzle-orm";
import type { Tx } from "./commit";
import type { Reader } from "./engine";
import { newId } from "./new-id";
import { leave } from "./schema";
import { inScope, type Scope } from "./scope";
import type { DateSpan } from "./theatre-sessions";

/** Leave as it is held. */
export type HeldLeaveRow = InferSelectModel<typeof leave>;
export type LeaveGiven = Omit<HeldLeaveRow, "id" | "organisation" | "withdrawnAt">;

/** Leave that stands and touches some dates; it belongs to the organisation as a whole, so no site hides it. */
export async function leaveWithin(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation: string,
): Promise<HeldLeaveRow[]> {
  return leaveWhere(
    scope,
    db,
    and(eq(leave.organisation, organisation), lt(leave.from, span.until), gte(leave.to, span.from)),
  );
}

/** One leave in scope that stands. */
export async function findLeave(scope: Scope, db: Reader, id: string): Promise<HeldLeaveRow | null> {
  return (await leaveWhere(scope, db, eq(leave.id, id)))[0] ?? null;
}

async function leaveWhere(scope: Scope, db: Reader, where: SQL | undefined): Promise<HeldLeaveRow[]> {
  return db
    .select()
    .from(leave)
    .where(and(inScope(scope, leave.organisation), isNull(leave.withdrawnAt), where))
    .orderBy(asc(leave.from), asc(leave.to), asc(leave.person), asc(leave.id));
}

/** Adds leave of an organisation. */
export async function insertLeave(tx: Tx, organisation: string, given: readonly LeaveGiven[]): Promise<void> {
  if (given.length === 0) return;
  await tx.insert(
    leave,
    given.map((one) => ({ ...one, id: newId(), organisation, withdrawnAt: null })),
  );
}

/** Withdraws leave: it no longer counts, and stays in the record. */
export async function withdrawLeave(tx: Tx, { id, organisation }: HeldLeaveRow): Promise<void> {
  await tx.update(leave, { id }, { withdrawnAt: tx.at }, { organisation });
}
