import { createHash } from "node:crypto";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { WaitingListRow } from "./waiting-list-differences";

/**
 * A row as JSON text, the same text for the same row: its number in the file left out, the properties in one order
 * (that of the literal), so that its digest tells whether the file says something new.
 */
export function payloadOf({ entry, unknown }: WaitingListRow): string {
  const { details } = entry;
  const ordered: Omit<WaitingListEntry, "row"> = {
    pathwayId: entry.pathwayId,
    issuer: entry.issuer,
    provider: entry.provider,
    patientId: entry.patientId,
    nhsNumber: entry.nhsNumber,
    birthDate: entry.birthDate,
    gender: entry.gender,
    ethnicCategory: entry.ethnicCategory,
    clockStart: entry.clockStart,
    rttStatus: entry.rttStatus,
    decisionToAdmit: entry.decisionToAdmit,
    lastPriorityReview: entry.lastPriorityReview,
    priority: entry.priority,
    cancer: entry.cancer,
    treatmentFunction: entry.treatmentFunction,
    consultant: entry.consultant,
    procedureCode: entry.procedureCode,
    procedureText: entry.procedureText,
    intendedManagement: entry.intendedManagement,
    asa: entry.asa,
    listingSite: entry.listingSite,
    otherSites: entry.otherSites,
    screening: entry.screening,
    fitFrom: entry.fitFrom,
    fitUntil: entry.fitUntil,
    hubSuitable: entry.hubSuitable,
    screeningDate: entry.screeningDate,
    tciDate: entry.tciDate,
    tciSession: entry.tciSession,
    pooled: entry.pooled,
    minutes: entry.minutes,
    minutesDeviation: entry.minutesDeviation,
    anaesthetic: entry.anaesthetic,
    nights: entry.nights,
    criticalCare: entry.criticalCare,
    equipment: entry.equipment,
    unavailable: entry.unavailable,
    shortNotice: entry.shortNotice,
    offerBy: entry.offerBy,
    imdDecile: entry.imdDecile,
    laterality: entry.laterality,
    orderFlags: entry.orderFlags,
    details: {
      familyName: details.familyName,
      givenName: details.givenName,
      address: details.address,
      postcode: details.postcode,
      mobile: details.mobile,
      email: details.email,
      contactPreference: details.contactPreference,
      language: details.language,
      interpreter: details.interpreter,
      reasonableAdjustments: details.reasonableAdjustments,
    },
  };
  const unknownOrdered = Object.entries(unknown).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ entry: ordered, unknown: Object.fromEntries(unknownOrdered) });
}

/** The row that `payloadOf` wrote. */
export function rowOf(payload: string): WaitingListRow {
  const row = JSON.parse(payload) as WaitingListRow;
  row.entry.row = 0;
  return row;
}

/** Digest (SHA-256, hex) of a payload. */
export function payloadDigest(payload: string): string {
  return createHash("sha256").update(payload).digest("hex");
}
