import type { InferInsertModel, InferSelectModel } from "drizzle-orm";
import type { Readiness, WaitingListEntry } from "~/domain/waiting-list";
import { fold } from "./fold";
import type { patient, waitingListEntry } from "./schema";

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
  "id" | "organisation" | "issuer" | "pathwayId" | "patient" | "state" | "goneOn" | keyof ReadinessRow
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
  const sites = hubSuitable === "" ? [] : hubSuitable.split(";");
  return { screening, fitFrom, fitUntil, hubSuitable: hubSuitable === "Y" ? true : sites };
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
  const { familyName, givenName } = entry.details;
  const words = [familyName, givenName, entry.nhsNumber ?? "", entry.patientId]
    .map(fold)
    .filter((word) => word !== "");
  return {
    nhsNumber: entry.nhsNumber,
    birthDate: entry.birthDate,
    gender: entry.gender,
    ethnicCategory: entry.ethnicCategory,
    imdDecile: entry.imdDecile,
    ...entry.details,
    search: ` ${words.join(" ")}`,
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
  return {
    ...Object.fromEntries(SHARED.map((property) => [property, entry[property]])),
    fileScreening: file.screening,
    fileFitFrom: file.fitFrom,
    fileFitUntil: file.fitUntil,
    fileHubSuitable: file.hubSuitable,
    unknownColumns: unknown,
    fileDigest: digest,
    nameOrder: fold(`${entry.details.familyName} ${entry.details.givenName}`),
  } as WaitFacts;
}

/** The domain's entry, with the readiness that counts. */
export function toEntry(row: EntryRow, person: PatientRow): WaitingListEntry {
  return {
    ...(Object.fromEntries(SHARED.map((property) => [property, row[property]])) as Pick<EntryRow, Shared>),
    ...toReadiness(row),
    row: 0,
    pathwayId: row.pathwayId,
    issuer: row.issuer,
    patientId: person.hospitalNumber,
    nhsNumber: person.nhsNumber,
    birthDate: person.birthDate,
    gender: person.gender,
    ethnicCategory: person.ethnicCategory,
    imdDecile: person.imdDecile,
    details: {
      familyName: person.familyName,
      givenName: person.givenName,
      address: person.address,
      postcode: person.postcode,
      mobile: person.mobile,
      email: person.email,
      contactPreference: person.contactPreference,
      language: person.language,
      interpreter: person.interpreter,
      reasonableAdjustments: person.reasonableAdjustments,
    },
  };
}

/** Properties that the domain's entry and the entry's row have in common and the file owns. */
type OwnWay = "issuer" | "pathwayId" | keyof Readiness;
type Shared = Exclude<keyof WaitingListEntry & keyof EntryRow, OwnWay>;
const ENTRY_PROPERTIES: Record<Shared, true> = {
  provider: true,
  clockStart: true,
  rttStatus: true,
  decisionToAdmit: true,
  lastPriorityReview: true,
  priority: true,
  cancer: true,
  treatmentFunction: true,
  consultant: true,
  procedureCode: true,
  procedureText: true,
  intendedManagement: true,
  asa: true,
  listingSite: true,
  otherSites: true,
  screeningDate: true,
  tciDate: true,
  tciSession: true,
  pooled: true,
  minutes: true,
  minutesDeviation: true,
  anaesthetic: true,
  nights: true,
  criticalCare: true,
  equipment: true,
  unavailable: true,
  shortNotice: true,
  offerBy: true,
  laterality: true,
  orderFlags: true,
};
const SHARED = Object.keys(ENTRY_PROPERTIES) as Shared[];
