import type { IsoDate } from "~/domain/calendar";
import {
  ANAESTHETICS,
  CONTACT_PREFERENCES,
  LATERALITIES,
  PRIORITIES,
  SCREENING_OUTCOMES,
  type PatientDetails,
  type Readiness,
  type WaitingListEntry,
} from "~/domain/waiting-list";
import { ethnicCategory, gender, nhsNumber, procedureCode, rttStatus, treatmentFunction } from "./codes";
import type { Row } from "./row";
import { touchTime } from "./touch-time";
import { date, dateRanges, list, textOrNull, wholeNumber, word, yesNo } from "./values";

/**
 * Reads one row of waiting-list.csv. A row with faults answers an entry that must not be used; a `must` that is empty
 * has been reported before, so any value stands in for it.
 */
export function readEntry(row: Row, planDate: IsoDate): WaitingListEntry {
  return {
    row: row.number,
    ...identity(row),
    ...clock(row, planDate),
    ...procedure(row),
    ...readiness(row),
    ...booking(row),
    ...stay(row),
    imdDecile: wholeNumber(row, "LOCAL_IMD_Decile", 1, 10),
    laterality: word(row, "LOCAL_Laterality", LATERALITIES),
    orderFlags: list(row, "LOCAL_Order_Flags"),
    details: details(row),
  };
}

function identity(row: Row) {
  return {
    pathwayId: row.text("PATIENT_PATHWAY_IDENTIFIER"),
    issuer: row.text("ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER"),
    provider: row.text("ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER"),
    patientId: row.text("LOCAL_PATIENT_IDENTIFIER"),
    nhsNumber: nhsNumber(row),
    gender: gender(row),
    ethnicCategory: ethnicCategory(row),
  };
}

function clock(row: Row, planDate: IsoDate) {
  const birth = "PERSON_BIRTH_DATE";
  const start = "REFERRAL_TO_TREATMENT_PERIOD_START_DATE";
  const birthDate = date(row, birth) ?? "";
  const clockStart = date(row, start) ?? "";
  if (birthDate > planDate) row.unreadable(birth, `This is after the plan date ${planDate}`);
  if (clockStart > planDate) row.unreadable(start, `The clock starts after the plan date ${planDate}`);
  return {
    birthDate,
    clockStart,
    rttStatus: rttStatus(row),
    decisionToAdmit: date(row, "DECISION_TO_ADMIT_DATE") ?? "",
    lastPriorityReview: date(row, "Date_Of_Last_Priority_Review"),
    priority: word(row, "Procedure_Priority_Code", PRIORITIES) ?? "P4",
    cancer: yesNo(row, "Inclusion_On_Cancer_PTL") ?? false,
    offerBy: date(row, "LOCAL_Offer_By"),
  };
}

function procedure(row: Row) {
  const consultant = textOrNull(row, "CONSULTANT_CODE");
  const pooled = yesNo(row, "LOCAL_Pooled") ?? false;
  const code = procedureCode(row);
  return {
    treatmentFunction: treatmentFunction(row),
    consultant,
    pooled: pooled || consultant === null,
    procedureCode: code,
    procedureText: row.text("LOCAL_Procedure_Text"),
    asa: wholeNumber(row, "ASA_PHYSICAL_STATUS_CLASSIFICATION_SYSTEM_CODE", 1, 5),
    ...touchTime(row, code),
    anaesthetic: word(row, "LOCAL_Anaesthetic", ANAESTHETICS) ?? "GA",
    equipment: list(row, "LOCAL_Equipment"),
  };
}

function readiness(row: Row): Readiness {
  return {
    screening: word(row, "LOCAL_Screening_Outcome", SCREENING_OUTCOMES) ?? "not_screened",
    fitFrom: date(row, "LOCAL_Fit_From"),
    fitUntil: date(row, "LOCAL_Fit_Until"),
    hubSuitable: hubSuitable(row),
  };
}

/** Y: every hub; N or empty: none; else the hubs named. Y or N beside a site code would say two things at once. */
function hubSuitable(row: Row): true | string[] {
  const column = "LOCAL_Hub_Suitable";
  const hubs = list(row, column);
  const answers = hubs.filter((hub) => /^[YN]$/i.test(hub));
  if (answers.length === 0) return hubs;
  if (hubs.length > 1) row.unreadable(column, "This mixes Y or N with site codes");
  return answers[0]!.toUpperCase() === "Y" ? true : [];
}

function booking(row: Row) {
  const tciDate = date(row, "TCI_Date");
  const session = textOrNull(row, "LOCAL_TCI_Session");
  return {
    listingSite: row.text("ORGANISATION_SITE_IDENTIFIER_OF_TREATMENT"),
    otherSites: list(row, "LOCAL_Sites"),
    screeningDate: date(row, "Preliminary_Screening_And_Risk_Assessment_Date"),
    tciDate,
    // A session without a date books nothing; waiting-list-doubts.ts says so.
    tciSession: tciDate === null ? null : session,
    unavailable: dateRanges(row, "LOCAL_Unavailable"),
    shortNotice: yesNo(row, "LOCAL_Short_Notice") ?? false,
  };
}

/** A day case stays no night and an inpatient one, unless the file says otherwise (file contract). */
function stay(row: Row) {
  const management = word(row, "INTENDED_MANAGEMENT_CODE", ["1", "2"]);
  const nights = wholeNumber(row, "LOCAL_Length_Of_Stay_Nights", 0, 365);
  return {
    intendedManagement: management === "2" ? ("dayCase" as const) : ("inpatient" as const),
    nights: nights ?? (management === "2" ? 0 : 1),
    criticalCare: yesNo(row, "LOCAL_Critical_Care") ?? false,
  };
}

function details(row: Row): PatientDetails {
  return {
    familyName: row.text("LOCAL_Family_Name"),
    givenName: row.text("LOCAL_Given_Name"),
    address: row.text("LOCAL_Address"),
    postcode: row.text("LOCAL_Postcode"),
    mobile: row.text("LOCAL_Mobile"),
    email: row.text("LOCAL_Email"),
    contactPreference: word(row, "LOCAL_Contact_Preference", CONTACT_PREFERENCES),
    language: row.text("LOCAL_Language"),
    interpreter: yesNo(row, "LOCAL_Interpreter"),
    reasonableAdjustments: row.text("LOCAL_Reasonable_Adjustments"),
  };
}
