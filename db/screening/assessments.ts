import { and, asc, count, desc, eq, gt, inArray, ne, sql, type InferSelectModel } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { About, Tx } from "../commit";
import type { Reader } from "../engine";
import { screeningAssessment as assessment, waitingListEntry as entry } from "../schema";
import { inScope, type Scope } from "../scope";

/** What the rules said once; see db/schema/screening.ts. */
export type HeldAssessment = InferSelectModel<typeof assessment>;

/** All assessments of an entry in scope, latest first. */
export async function assessmentsOfEntry(scope: Scope, db: Reader, of: string): Promise<HeldAssessment[]> {
  const rows = await db
    .select({ assessment })
    .from(assessment)
    .innerJoin(entry, eq(assessment.entry, entry.id))
    .where(and(inScope(scope, entry.organisation, entry.listingSite), eq(assessment.entry, of)))
    .orderBy(desc(assessment.number));
  return rows.map((row) => row.assessment);
}

/** The latest assessment of each of some entries in scope, by entry. */
export async function latestAssessments(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<Map<string, HeldAssessment>> {
  if (entries.length === 0) return new Map();
  const rows = await db
    .select({ assessment })
    .from(assessment)
    .innerJoin(entry, eq(assessment.entry, entry.id))
    .where(
      and(
        inScope(scope, entry.organisation, entry.listingSite),
        inArray(assessment.entry, [...entries]),
        isLatestAssessment(),
      ),
    );
  return new Map(rows.map((row) => [row.assessment.entry, row.assessment]));
}

/** Whether an assessment is the last of its entry: it alone counts. For use within a query. */
export function isLatestAssessment() {
  const later = alias(assessment, "later");
  return sql`not exists (select 1 from ${assessment} as later where ${later.entry} = ${assessment.entry}
    and ${later.number} > ${assessment.number})`;
}

const isOutdated = (scope: Scope, settings: string) =>
  and(
    inScope(scope, entry.organisation, entry.listingSite),
    eq(entry.state, "listed"),
    ne(assessment.settings, settings),
    isLatestAssessment(),
  );

/**
 * Listed entries in scope whose latest assessment rests on other rules or settings than these, in the order of their ids
 * from the one after `last` on.
 */
export async function outdatedAssessments(
  scope: Scope,
  db: Reader,
  { settings, last, most }: { settings: string; last: string; most: number },
): Promise<string[]> {
  const rows = await db
    .select({ entry: assessment.entry })
    .from(assessment)
    .innerJoin(entry, eq(assessment.entry, entry.id))
    .where(and(isOutdated(scope, settings), gt(assessment.entry, last)))
    .orderBy(asc(assessment.entry))
    .limit(most);
  return rows.map((row) => row.entry);
}

/** How many listed entries in scope have a latest assessment that rests on other rules or settings than these. */
export async function countOutdated(scope: Scope, db: Reader, settings: string): Promise<number> {
  const [found] = await db
    .select({ entries: count() })
    .from(assessment)
    .innerJoin(entry, eq(assessment.entry, entry.id))
    .where(isOutdated(scope, settings));
  return found?.entries ?? 0;
}

export type NewAssessment = Omit<HeldAssessment, "number" | "by" | "at">;

/** Keeps an assessment as the next of its entry, and answers with its number. */
export async function insertAssessment(tx: Tx, made: NewAssessment, about: About): Promise<number> {
  const [last] = await tx.db
    .select({ number: assessment.number })
    .from(assessment)
    .where(eq(assessment.entry, made.entry))
    .orderBy(desc(assessment.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  await tx.insert(assessment, { ...made, number, by: tx.by, at: tx.at }, about);
  return number;
}
