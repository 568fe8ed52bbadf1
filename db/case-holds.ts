import { and, eq, inArray, max, sql, type InferSelectModel } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { caseHold, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";

/** What a person last said of keeping a case where it stands. */
export type CaseHold = InferSelectModel<typeof caseHold>;

/** What was last said of each of some entries in scope, by id of the entry; of the others nothing was. */
export async function currentCaseHolds(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<Map<string, CaseHold>> {
  if (entries.length === 0) return new Map();
  const later = alias(caseHold, "later");
  const rows = await db
    .select({ hold: caseHold })
    .from(caseHold)
    .innerJoin(waitingListEntry, eq(caseHold.entry, waitingListEntry.id))
    .where(
      and(
        inArray(caseHold.entry, [...entries]),
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
        sql`not exists (select 1 from ${caseHold} as later where ${later.entry} = ${caseHold.entry}
          and ${later.number} > ${caseHold.number})`,
      ),
    );
  return new Map(rows.map(({ hold }) => [hold.entry, hold]));
}

/** Records that a person keeps a case where it stands, or lets it go, inside a commit whose caller checked who may. */
export async function recordCaseHold(
  tx: Tx,
  { entry, held, reason }: Pick<CaseHold, "entry" | "held" | "reason">,
  about: About,
): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(caseHold.number) })
    .from(caseHold)
    .where(eq(caseHold.entry, entry));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(caseHold, { entry, number, held, reason, by: tx.by, at: tx.at }, about);
}
