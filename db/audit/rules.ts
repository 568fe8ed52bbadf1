import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import * as schema from "../schema";

/**
 * How writes to a table reach the audit. `row`: each row written is an entry with its values. `told`: too many or too
 * large to copy row by row, so the function that writes says in one or more entries what it did. `own`: the table is
 * itself the record of who did what.
 */
export interface AuditRule {
  kind: string;
  audit: "row" | "told" | "own";
  /** Properties that identify a row. */
  key: string[];
  /** Properties whose values never enter the audit: secrets and what is too large. */
  omit: string[];
  /** Properties whose change alone is no news: heartbeats. Their values do not enter the audit either. */
  quiet: string[];
}

const rule = (
  audit: AuditRule["audit"],
  key: string[],
  { omit = [], quiet = [] }: Partial<AuditRule> = {},
) => ({
  audit,
  key,
  omit,
  quiet,
});

/** Who is trying to send a message, how often and when next: only what came of it is news. */
const MESSAGE_TRIES = ["dueAt", "attempts", "leasedBy", "leasedUntil", "checkAt"];

const RULES = new Map<PgTable, Omit<AuditRule, "kind">>([
  [schema.installation, rule("row", ["id"])],
  [schema.organisation, rule("row", ["code"])],
  [schema.site, rule("row", ["code"])],
  [schema.theatre, rule("row", ["site", "name"])],
  [schema.theatreSession, rule("row", ["id"])],
  [schema.sharedResource, rule("row", ["id"])],
  [schema.patient, rule("told", ["id"])],
  [schema.waitingListEntry, rule("told", ["id"])],
  [schema.readinessDecision, rule("told", ["entry", "number"])],
  [schema.listRevision, rule("told", ["organisation", "kind"])],
  [schema.imports, rule("row", ["id"])],
  [schema.importRow, rule("told", ["import", "number"])],
  [schema.importPayload, rule("told", ["import", "number"])],
  [schema.importFault, rule("told", ["import", "number"])],
  [schema.policy, rule("row", ["organisation", "number"])],
  [schema.solveRun, rule("row", ["id"], { quiet: ["progress", "heartbeatAt"] })],
  [schema.plan, rule("row", ["run"], { omit: ["text"] })],
  [schema.planFile, rule("told", ["run", "name"])],
  [schema.week, rule("told", ["organisation", "start"])],
  [schema.placementChange, rule("row", ["organisation", "week", "number"])],
  [schema.sessionTemplate, rule("row", ["id"])],
  [schema.leave, rule("row", ["id"])],
  [schema.sessionDetail, rule("row", ["session"])],
  [schema.sessionEvent, rule("row", ["session", "number"])],
  [schema.heldSlot, rule("row", ["id"])],
  [schema.listOrder, rule("row", ["session", "number"])],
  [schema.listVersion, rule("row", ["session", "number"], { omit: ["content"] })],
  [schema.listSeen, rule("row", ["session", "number", "reader"])],
  [schema.caseHold, rule("row", ["entry", "number"])],
  [schema.patientNotice, rule("row", ["entry", "number"])],
  [schema.placeCall, rule("row", ["entry", "number"])],
  [schema.earliestOffer, rule("row", ["entry", "number"], { omit: ["seen"] })],
  [schema.scenario, rule("row", ["id"])],
  [schema.caseMoment, rule("row", ["session", "number"])],
  [schema.cancellation, rule("row", ["entry", "number"])],
  [schema.debrief, rule("row", ["session", "number"])],
  [schema.meeting, rule("row", ["id"])],
  [schema.meetingItem, rule("row", ["meeting", "number"])],
  [schema.pasFile, rule("row", ["id"])],
  [schema.pasChange, rule("row", ["file", "number"])],
  [schema.invitation, rule("row", ["id"])],
  [schema.invitationLink, rule("row", ["id"], { omit: ["secretHash"] })],
  [schema.patientDevice, rule("row", ["id"], { omit: ["tokenHash"], quiet: ["lastSeenAt", "expiresAt"] })],
  [schema.questionnaireResponse, rule("row", ["id"], { omit: ["given", "answers"] })],
  [schema.message, rule("row", ["id"], { quiet: MESSAGE_TRIES })],
  [schema.patientWord, rule("row", ["entry", "number"], { omit: ["text"] })],
  [schema.workspaceSetting, rule("row", ["organisation", "number"])],
  [schema.screeningMeasure, rule("row", ["entry", "number"])],
  [schema.screeningAssessment, rule("row", ["entry", "number"], { omit: ["content"] })],
  [schema.screeningDecision, rule("row", ["entry", "number"])],
  [schema.careTask, rule("row", ["id"])],
  [schema.preparationText, rule("row", ["organisation", "site", "topic", "number"])],
  [schema.preparationPlan, rule("row", ["entry", "number"], { omit: ["content"] })],
  [schema.preparationStep, rule("row", ["entry", "number"], { omit: ["text"] })],
  [schema.waitingReview, rule("row", ["entry", "number"], { omit: ["note"] })],
  [schema.sharedDecision, rule("row", ["entry", "number"], { omit: ["note"] })],
  [schema.userAccount, rule("row", ["id"], { omit: ["passwordHash"] })],
  [schema.roleGrant, rule("row", ["id"])],
  [schema.signInSession, rule("row", ["id"], { omit: ["tokenHash"], quiet: ["lastSeenAt", "expiresAt"] })],
  [schema.auditEntry, rule("own", ["seq"])],
  [schema.auditHead, rule("own", ["id"])],
  [schema.auditValue, rule("own", ["seq"])],
  [schema.patientAccess, rule("own", ["id"])],
]);

/** The audit rule of a table. A table without one cannot be written. */
export function auditRule(table: PgTable): AuditRule {
  const found = RULES.get(table);
  if (found === undefined) {
    throw new Error(`Table ${getTableName(table)} has no audit rule. Maybe add it to db/audit/rules.ts.`);
  }
  return { kind: getTableName(table), ...found };
}
