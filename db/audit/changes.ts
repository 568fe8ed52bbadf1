import { and, desc, eq, gt, inArray, notInArray, or } from "drizzle-orm";
import type { Reader } from "../engine";
import { auditEntry, auditHead } from "../schema";
import type { Scope } from "../scope";

/** Subjects that change nothing of how a week stands. */
const ELSEWHERE = [
  "sign_in_session",
  "user_account",
  "role_grant",
  "solve_run",
  "plan",
  "plan_file",
  "meeting",
  "meeting_item",
  "pas_file",
  "scenario",
  "place_call",
  "earliest_offer",
  "list_seen",
];

/** How far the record of changes has come; what is read after asking holds at least all of it. */
export async function changesSoFar(scope: Scope, db: Reader): Promise<number> {
  if (scope.organisations.length === 0) return 0;
  const [head] = await db.select({ seq: auditHead.seq }).from(auditHead).where(eq(auditHead.id, "head"));
  return head?.seq ?? 0;
}

/** Whether anything that a week of these organisations stands on has changed since the record had come so far. */
export async function changedSince(scope: Scope, db: Reader, seq: number): Promise<boolean> {
  if (scope.organisations.length === 0) return false;
  const [found] = await db
    .select({ seq: auditEntry.seq })
    .from(auditEntry)
    .where(
      and(
        gt(auditEntry.seq, seq),
        or(inArray(auditEntry.organisation, scope.organisations), eq(auditEntry.organisation, "")),
        notInArray(auditEntry.subjectKind, ELSEWHERE),
      ),
    )
    .orderBy(desc(auditEntry.seq))
    .limit(1);
  return found !== undefined;
}
