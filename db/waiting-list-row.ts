import { sql, type InferInsertModel, type InferSelectModel } from "drizzle-orm";
import type { Readiness, WaitingListEntry } from "~/domain/waiting-list";
import { fold } from "./fold";
import { countingOffer, standingDate } from "./promised-dates";
import { patient, waitingListEntry } from "./schema";

export type PatientRow = InferSelectModel<typeof patient>;
export type EntryRow = InferSelectModel<typeof waitingListEntry>;

/** What the file says about the person: all of a patient's row but its identity. */
export type PersonFacts = Omit<
  InferInsertModel<typeof patient>,
  "id" | "organisation" | "issuer" | "hospitalNumber"
>;

/** What the file says about the wait: all of an entry's row but its identity, its state and what Hublist decides. */
export type WaitFacts = Omit<
  InferInsertModel<typeof waitingListEntry>,
  | "id"
  | "organisation"
  | "issuer"
  | "pathwayId"
  | "patient"
  | "state"
  | "goneOn"
  | "returnedOn"
  | keyof ReadinessRow
>;

/** Readiness as an entry's row holds it. */
export interface ReadinessRow {
  screening: Readiness["screening"];
  fitFrom: string | null;
  fitUntil: string | null;
  hubSuitable: string;
}

export function readinessRow(readiness: Readiness): ReadinessRow {
  const { screening, fitFrom, fitUntil, hubSuitable } = readiness;
  return { screening, fitFrom, fitUntil, hubSuitable: hubSuitable === true ? "Y" : hubSuitable.join(";") };
}

export function toReadiness({ screening, fitFrom, fitUntil, hubSuitable }: ReadinessRow): Readiness {
  return { screening, fitFrom, fitUntil, hubSuitable: hubsOf(hubSuitable) };
}

function hubsOf(text: string): Readiness["hubSuitable"] {
  if (text === "Y") return true;
  return text === "" ? [] : text.split(";");
}

/** The columns of an entry's row that hold the file's own view of readiness. */
export function fileReadiness(row: EntryRow): ReadinessRow {
  return {
    screening: row.fileScreening,
    fitFrom: row.fileFitFrom,
    fitUntil: row.fileFitUntil,
    hubSuitable: row.fileHubSuitable,
  };
}

export function personFacts(entry: WaitingListEntry): PersonFacts {
  return {
    nhsNumber: entry.nhsNumber,
    birthDate: entry.birthDate,
    gender: entry.gender,
    ethnicCategory: entry.ethnicCategory,
    imdDecile: entry.imdDecile,
    ...entry.details,
  };
}

/** `entry` with the person of another row, for the rows of one patient that disagree about them. */
export function withPersonOf(entry: WaitingListEntry, other: WaitingListEntry): WaitingListEntry {
  const { nhsNumber, birthDate, gender, ethnicCategory, imdDecile, details } = other;
  return { ...entry, nhsNumber, birthDate, gender, ethnicCategory, imdDecile, details };
}

export function waitFacts(
  entry: WaitingListEntry,
  unknown: Record<string, string>,
  digest: string,
): WaitFacts {
  const file = readinessRow(entry);
  return Object.assign(sharedFacts(entry), {
    fileScreening: file.screening,
    fileFitFrom: file.fitFrom,
    fileFitUntil: file.fitUntil,
    fileHubSuitable: file.hubSuitable,
    unknownColumns: unknown,
    fileDigest: digest,
    search: searchText(entry),
  });
}

/**
 * The domain's entry but for the patient's details, as the columns of a select, so that 110,000 of them need no further
 * copying. `counts`: with the readiness, the dates and the promise that count; `file`: with what the file says of them.
 */
export function entryFields(readiness: "counts" | "file") {
  const e = waitingListEntry;
  const file = readiness === "file";
  return {
    row: sql<number>`0`,
    pathwayId: e.pathwayId,
    issuer: e.issuer,
    patientId: patient.hospitalNumber,
    nhsNumber: patient.nhsNumber,
    birthDate: patient.birthDate,
    gender: patient.gender,
    ethnicCategory: patient.ethnicCategory,
    imdDecile: patient.imdDecile,
    provider: e.provider,
    clockStart: e.clockStart,
    rttStatus: e.rttStatus,
    decisionToAdmit: e.decisionToAdmit,
    lastPriorityReview: e.lastPriorityReview,
    priority: e.priority,
    cancer: e.cancer,
    treatmentFunction: e.treatmentFunction,
    consultant: e.consultant,
    procedureCode: e.procedureCode,
    procedureText: e.procedureText,
    intendedManagement: e.intendedManagement,
    asa: e.asa,
    listingSite: e.listingSite,
    otherSites: e.otherSites,
    screeningDate: e.screeningDate,
    tciDate: file ? e.tciDate : standingDate(e.tciDate),
    tciSession: file ? e.tciSession : standingDate(e.tciSession),
    pooled: e.pooled,
    minutes: e.minutes,
    minutesDeviation: e.minutesDeviation,
    anaesthetic: e.anaesthetic,
    nights: e.nights,
    criticalCare: e.criticalCare,
    equipment: e.equipment,
    unavailable: e.unavailable,
    shortNotice: e.shortNotice,
    offerBy: file ? e.offerBy : countingOffer(),
    laterality: e.laterality,
    orderFlags: e.orderFlags,
    screening: file ? e.fileScreening : e.screening,
    fitFrom: file ? e.fileFitFrom : e.fitFrom,
    fitUntil: file ? e.fileFitUntil : e.fitUntil,
    hubSuitable: sql`${file ? e.fileHubSuitable : e.hubSuitable}`.mapWith(hubsOf),
  };
}

/** The patient's details as the columns of a select. */
export const detailFields = {
  familyName: patient.familyName,
  givenName: patient.givenName,
  address: patient.address,
  postcode: patient.postcode,
  mobile: patient.mobile,
  email: patient.email,
  contactPreference: patient.contactPreference,
  language: patient.language,
  interpreter: patient.interpreter,
  reasonableAdjustments: patient.reasonableAdjustments,
};

/** A selected entry and its patient's details put together. */
export function withDetails(
  entry: Omit<WaitingListEntry, "details">,
  details: WaitingListEntry["details"],
): WaitingListEntry {
  return Object.assign(entry, { details });
}

/**
 * The text by which a person's entries are found and sorted. The names end in two spaces, so that a short name sorts
 * before a longer one whatever numbers follow.
 */
export function searchText({ details, nhsNumber, patientId }: WaitingListEntry): string {
  const names = fold(`${details.familyName} ${details.givenName}`);
  return ` ${names}  ${fold(`${nhsNumber ?? ""} ${patientId}`)}`;
}

/** Properties that the domain's entry and the entry's row have in common and the file owns. */
type Shared = Exclude<keyof WaitingListEntry & keyof EntryRow, "issuer" | "pathwayId" | keyof Readiness>;

// Written out, because building 110,000 objects from lists of names takes several times as long.
function sharedFacts(from: Pick<EntryRow, Shared>): Pick<EntryRow, Shared> {
  return {
    provider: from.provider,
    clockStart: from.clockStart,
    rttStatus: from.rttStatus,
    decisionToAdmit: from.decisionToAdmit,
    lastPriorityReview: from.lastPriorityReview,
    priority: from.priority,
    cancer: from.cancer,
    treatmentFunction: from.treatmentFunction,
    consultant: from.consultant,
    procedureCode: from.procedureCode,
    procedureText: from.procedureText,
    intendedManagement: from.intendedManagement,
    asa: from.asa,
    listingSite: from.listingSite,
    otherSites: from.otherSites,
    screeningDate: from.screeningDate,
    tciDate: from.tciDate,
    tciSession: from.tciSession,
    pooled: from.pooled,
    minutes: from.minutes,
    minutesDeviation: from.minutesDeviation,
    anaesthetic: from.anaesthetic,
    nights: from.nights,
    criticalCare: from.criticalCare,
    equipment: from.equipment,
    unavailable: from.unavailable,
    shortNotice: from.shortNotice,
    offerBy: from.offerBy,
    laterality: from.laterality,
    orderFlags: from.orderFlags,
  };
}
