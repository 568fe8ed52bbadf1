import { and, asc, eq, gt, inArray, notInArray, or } from "drizzle-orm";
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
  // What patients and the care team say: a week stands on what was decided of it, which the entry itself holds.
  "invitation",
  "invitation_link",
  "patient_device",
  "questionnaire_response",
  "message",
  "patient_word",
  "screening_measure",
  "screening_assessment",
  "care_task",
  "preparation_text",
  "preparation_plan",
  "preparation_step",
  "waiting_review",
];

/** How far the record of changes has come; what is read after asking holds at least all of it. */
export async function changesSoFar(scope: Scope, db: Reader): Promise<number> {
  if (scope.organisations.length === 0) return 0;
  const [head] = await db.select({ seq: auditHead.seq }).from(auditHead).where(eq(auditHead.id, "head"));
  return head?.seq ?? 0;
}

/** What a week of these organisations stands on and has changed since the record had come so far, by kind of subject. */
export async function changesAfter(scope: Scope, db: Reader, seq: number, limit: number): Promise<string[]> {
  if (scope.organisations.length === 0) return [];
  const rows = await db
    .select({ kind: auditEntry.subjectKind })
    .from(auditEntry)
    .where(
      and(
        gt(auditEntry.seq, seq),
        or(inArray(auditEntry.organisation, scope.organisations), eq(auditEntry.organisation, "")),
        notInArray(auditEntry.subjectKind, ELSEWHERE),
      ),
    )
    .orderBy(asc(auditEntry.seq))
    .limit(limit);
  return rows.map(({ kind }) => kind);
}

/** Whether anything that a week of these organisations stands on has changed since the record had come so far. */
export async function changedSince(scope: Scope, db: Reader, seq: number): Promise<boolean> {
  return (await changesAfter(scope, db, seq, 1)).length > 0;
}
