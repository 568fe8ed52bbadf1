import { and, desc, eq, type InferSelectModel } from "drizzle-orm";
import type { Readiness } from "~/domain/waiting-list";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import { readinessDecision, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";
import type { Store } from "./store";
import { fileReadiness, readinessRow, toReadiness } from "./waiting-list-row";

/** A decision about one entry's readiness, as a person took it. Numbers count from 1 for each entry. */
export interface ReadinessDecision extends Readiness {
  number: number;
  decidedBy: string;
  decidedAt: string;
  reason: string;
}

/** What counts, what the file says, and what was decided so far, latest first. They differ: that is drift. */
export interface ReadinessRecord {
  counts: Readiness;
  file: Readiness;
  drift: boolean;
  decisions: ReadinessDecision[];
}

/** The readiness of an entry in scope. */
export async function findReadiness(
  scope: Scope,
  db: Reader,
  entry: string,
): Promise<ReadinessRecord | null> {
  const [held] = await db
    .select()
    .from(waitingListEntry)
    .where(
      and(
        eq(waitingListEntry.id, entry),
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
      ),
    );
  if (held === undefined) return null;
  const rows = await db
    .select()
    .from(readinessDecision)
    .where(eq(readinessDecision.entry, entry))
    .orderBy(desc(readinessDecision.number));
  const [counts, file] = [toReadiness(held), toReadiness(fileReadiness(held))];
  const drift = JSON.stringify(counts) !== JSON.stringify(file);
  return { counts, file, drift, decisions: rows.map(decisionOf) };
}

function decisionOf(row: InferSelectModel<typeof readinessDecision>): ReadinessDecision {
  const { number, decidedBy, decidedAt, reason } = row;
  return { ...toReadiness(row), number, decidedBy, decidedAt, reason };
}

export type DecideOutcome =
  | { kind: "decided"; number: number }
  | { kind: "changedSince"; number: number; by: string }
  | { kind: "notFound" };

/**
 * Records what a person decided about readiness; from now on it counts and no import overwrites it. `base`: number of
 * the latest decision that the person saw, 0 when there was none.
 */
export async function decideReadiness(
  scope: Scope,
  store: Store,
  actor: Actor,
  decided: { entry: string; base: number; readiness: Readiness; reason: string },
): Promise<DecideOutcome> {
  return store.commit(actor, "readiness.decide", async (tx) => {
    const held = await findReadiness(scope, tx.db, decided.entry);
    if (held === null) return { kind: "notFound" };
    const number = held.decisions[0]?.number ?? 0;
    if (number !== decided.base)
      return { kind: "changedSince", number, by: held.decisions[0]?.decidedBy ?? "" };
    const row = readinessRow(decided.readiness);
    const who = { decidedBy: tx.by, decidedAt: tx.at, reason: decided.reason };
    await tx.insert(readinessDecision, { entry: decided.entry, number: number + 1, ...row, ...who });
    await tx.updateMany(waitingListEntry, [{ id: decided.entry, ...row }]);
    await tx.tell([
      {
        subjectKind: "waiting_list_entry",
        subjectId: decided.entry,
        ...(await placeOf(tx.db, decided.entry)),
        before: JSON.stringify(readinessRow(held.counts)),
        after: JSON.stringify({ ...row, reason: decided.reason }),
      },
    ]);
    return { kind: "decided", number: number + 1 };
  });
}

async function placeOf(db: Reader, entry: string): Promise<{ organisation: string; site: string }> {
  const [held] = await db
    .select({ organisation: waitingListEntry.organisation, site: waitingListEntry.listingSite })
    .from(waitingListEntry)
    .where(eq(waitingListEntry.id, entry));
  return held!;
}
