import { and, desc, eq, inArray, or, sql, type InferSelectModel } from "drizzle-orm";
import type { Reader } from "./engine";
import { auditEntry, auditValue } from "./schema";
import { inScope, type Scope } from "./scope";

export type AuditEntry = InferSelectModel<typeof auditEntry>;

/** An audit entry with its values, null where they were erased. */
export interface AuditLine extends AuditEntry {
  before: unknown;
  after: unknown;
  erased: boolean;
}

/** Audit entries in scope, latest first; of one subject when it is named. `beforeSeq`: the next page starts below it. */
export async function listAudit(
  scope: Scope,
  db: Reader,
  { subjectId, beforeSeq, limit = 50 }: { subjectId?: string; beforeSeq?: number; limit?: number } = {},
): Promise<AuditLine[]> {
  const inSite = or(eq(auditEntry.site, ""), inArray(auditEntry.site, scope.sites));
  return lines(db, limit, [
    inScope(scope, auditEntry.organisation),
    inSite,
    subjectId === undefined ? undefined : eq(auditEntry.subjectId, subjectId),
    beforeSeq === undefined ? undefined : sql`${auditEntry.seq} < ${beforeSeq}`,
  ]);
}

/** Entries about the installation itself (accounts, sign-ins): nobody's organisation, for administrators of it. */
export async function listInstallationAudit(db: Reader, limit = 50): Promise<AuditLine[]> {
  return lines(db, limit, [eq(auditEntry.organisation, "")]);
}

async function lines(db: Reader, limit: number, where: Parameters<typeof and>): Promise<AuditLine[]> {
  const rows = await db
    .select({ entry: auditEntry, before: auditValue.before, after: auditValue.after })
    .from(auditEntry)
    .leftJoin(auditValue, eq(auditValue.seq, auditEntry.seq))
    .where(and(...where))
    .orderBy(desc(auditEntry.seq))
    .limit(limit);
  return rows.map(({ entry, before, after }) => ({
    ...entry,
    before: before === null ? null : JSON.parse(before),
    after: after === null ? null : JSON.parse(after),
    erased: before === null,
  }));
}
