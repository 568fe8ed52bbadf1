import { and, asc, eq, inArray, max, type InferSelectModel } from "drizzle-orm";
import type { MeasureTaken } from "~/domain/perioperative/measures";
import type { About, Tx } from "../commit";
import type { Reader } from "../engine";
import { screeningMeasure as measure, waitingListEntry as entry } from "../schema";
import { inScope, type Scope } from "../scope";

/** A measure as it is kept; see db/schema/screening.ts. */
export type HeldMeasure = InferSelectModel<typeof measure>;

/** The measures of some entries in scope, first to last within each. */
export async function measuresOf(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<HeldMeasure[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .select({ measure })
    .from(measure)
    .innerJoin(entry, eq(measure.entry, entry.id))
    .where(and(inScope(scope, entry.organisation, entry.listingSite), inArray(measure.entry, [...entries])))
    .orderBy(asc(measure.entry), asc(measure.number));
  return rows.map((row) => row.measure);
}

/** Records measures of one entry, which a scoped read has found. */
export async function insertMeasures(
  tx: Tx,
  of: string,
  taken: readonly MeasureTaken[],
  about: About,
): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(measure.number) })
    .from(measure)
    .where(eq(measure.entry, of));
  const first = (last?.number ?? 0) + 1;
  const rows = taken.map((one, at) => ({ ...one, entry: of, number: first + at, by: tx.by, at: tx.at }));
  await tx.insert(measure, rows, about);
}
