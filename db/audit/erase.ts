import { and, asc, eq, inArray, like, ne, or, type SQL } from "drizzle-orm";
import type { Actor } from "../actor";
import { auditEntry, auditValue } from "../schema";
import type { Store } from "../store";

export const ERASE_ACTION = "audit.erase";

/** The subject whose history is erased, as the audit names it. */
export interface ErasedSubject {
  organisation: string;
  site: string;
  subjectKind: string;
  subjectIds: string[];
}

/**
 * Erases the values before and after of all audit entries about some subjects, as a patient's right to erasure asks.
 * Who did what and when stays, and the chain stays whole; the erasure is an entry itself and names what it erased.
 */
export async function eraseAuditValues(
  store: Store,
  actor: Actor,
  { subjectIds, ...subject }: ErasedSubject,
  reason: string,
): Promise<{ erased: number }> {
  return store.commit(actor, ERASE_ACTION, async (tx) => {
    const rows = await tx.db
      .select({ seq: auditValue.seq })
      .from(auditValue)
      .innerJoin(auditEntry, eq(auditEntry.seq, auditValue.seq))
      .where(and(isOfSubjects(subjectIds), ne(auditEntry.action, ERASE_ACTION)))
      .orderBy(asc(auditValue.seq));
    const seqs = rows.map(({ seq }) => seq);
    for (const seq of seqs) await tx.clear(auditValue, { seq });
    const after = JSON.stringify({ erased: seqs, reason });
    await tx.tell(subjectIds.map((subjectId) => ({ ...subject, subjectId, before: "{}", after })));
    return { erased: seqs.length };
  });
}

/** Of a subject itself, and of what is numbered below it: `ENTRY/3` is the third of an entry. */
function isOfSubjects(subjectIds: readonly string[]): SQL | undefined {
  const numbered = subjectIds.map((id) => like(auditEntry.subjectId, `${id}/%`));
  return or(inArray(auditEntry.subjectId, [...subjectIds]), ...numbered);
}

/** The entries whose values an erasure erased. */
export function erasedBy(after: string): number[] {
  return (JSON.parse(after) as { erased: number[] }).erased;
}
