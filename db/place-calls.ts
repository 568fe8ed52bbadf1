import { and, asc, eq, inArray, max, type InferSelectModel } from "drizzle-orm";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { placeCall, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";

/** A call to a patient about a gap, and what came of it. */
export type PlaceCall = InferSelectModel<typeof placeCall>;

/** All calls about some entries in scope, first to last within each. */
export async function callsOfEntries(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<PlaceCall[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .select({ call: placeCall })
    .from(placeCall)
    .innerJoin(waitingListEntry, eq(placeCall.entry, waitingListEntry.id))
    .where(
      and(
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
        inArray(placeCall.entry, [...entries]),
      ),
    )
    .orderBy(asc(placeCall.entry), asc(placeCall.number));
  return rows.map(({ call }) => call);
}

/** Records a call as the next of its entry, inside a commit whose caller checked who may. */
export async function recordCall(
  tx: Tx,
  call: Omit<PlaceCall, "number" | "by" | "at">,
  about: About,
): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(placeCall.number) })
    .from(placeCall)
    .where(eq(placeCall.entry, call.entry));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(placeCall, { ...call, number, by: tx.by, at: tx.at }, about);
}
