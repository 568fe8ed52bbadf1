import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "../engine";
import {
  readinessDecision as readiness,
  screeningAssessment as assessment,
  waitingListEntry as entry,
} from "../schema";
import { inScope, type Scope } from "../scope";
import { isLatestAssessment } from "./assessments";

/** Whether nobody has decided about fitness since an instant; for use within a query of an entry's rows. */
export const undecidedSince = (of: PgColumn, at: PgColumn) =>
  sql<boolean>`not exists (select 1 from ${readiness} where ${readiness.entry} = ${of} and ${readiness.decidedAt} >= ${at})`;

/** The listed entries in scope whose patients told of a change of health that nobody has decided about. */
export async function changedSince(scope: Scope, db: Reader): Promise<Set<string>> {
  const rows = await db
    .select({ entry: assessment.entry })
    .from(assessment)
    .innerJoin(entry, eq(assessment.entry, entry.id))
    .where(
      and(
        inScope(scope, entry.organisation, entry.listingSite),
        eq(entry.state, "listed"),
        isNotNull(assessment.checkIn),
        isLatestAssessment(),
        undecidedSince(assessment.entry, assessment.at),
      ),
    );
  return new Set(rows.map((row) => row.entry));
}
