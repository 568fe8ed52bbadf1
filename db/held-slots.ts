import { and, asc, eq, gte, isNull, lt, type InferSelectModel } from "drizzle-orm";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { newId } from "./new-id";
import { heldSlot, theatreSession } from "./schema";
import { inScope, type Scope } from "./scope";
import type { DateSpan } from "./theatre-sessions";

/** Minutes of a session that a person keeps free. */
export type HeldSlot = InferSelectModel<typeof heldSlot>;

/** What is held and not released in the sessions of some dates in scope, first to last within each. */
export async function heldSlotsWithin(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation: string,
): Promise<HeldSlot[]> {
  const rows = await db
    .select({ slot: heldSlot })
    .from(heldSlot)
    .innerJoin(theatreSession, eq(heldSlot.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        eq(theatreSession.organisation, organisation),
        gte(theatreSession.date, span.from),
        lt(theatreSession.date, span.until),
        isNull(heldSlot.releasedAt),
      ),
    )
    .orderBy(asc(heldSlot.session), asc(heldSlot.heldAt), asc(heldSlot.id));
  return rows.map(({ slot }) => slot);
}

/** Keeps minutes of a session free, inside a commit whose caller checked who may and that they are there. */
export async function holdSlot(
  tx: Tx,
  slot: Pick<HeldSlot, "session" | "minutes" | "reason">,
  about: About,
): Promise<void> {
  await tx.insert(heldSlot, { id: newId(), ...slot, heldBy: tx.by, heldAt: tx.at }, about);
}

/** Gives held minutes free again; they stay in the record. `reason`: empty where nobody has to give one. */
export async function releaseSlot(tx: Tx, id: string, reason: string, about: About): Promise<void> {
  const release = { releasedAt: tx.at, releasedBy: tx.by, releaseReason: reason };
  await tx.update(heldSlot, { id }, release, about);
}

/** Takes a release back: the minutes are held as they were; the audit trail keeps both. */
export async function holdSlotAgain(tx: Tx, id: string, about: About): Promise<void> {
  await tx.update(heldSlot, { id }, { releasedAt: null, releasedBy: null, releaseReason: "" }, about);
}
