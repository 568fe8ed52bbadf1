import type { WaitingListEntry } from "~/domain/waiting-list";
import { usualDeviation } from "~/import/touch-time";
import { WAITING_LIST_COLUMNS } from "~/import/waiting-list-columns";
import { csvText } from "./csv";
import { list, numberOrEmpty, ranges, yesNo } from "./words";

type Cell = (entry: WaitingListEntry) => string;

/** What stands in each column of waiting-list.csv. */
const CELLS: Record<string, Cell> = {
  PATIENT_PATHWAY_IDENTIFIER: (entry) => entry.pathwayId,
  ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER: (entry) => entry.issuer,
  ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER: (entry) => entry.provider,
  LOCAL_PATIENT_IDENTIFIER: (entry) => entry.patientId,
  NHS_NUMBER: (entry) => entry.nhsNumber ?? "",
  PERSON_BIRTH_DATE: (entry) => entry.birthDate,
  PERSON_STATED_GENDER_CODE: (entry) => entry.gender,
  ETHNIC_CATEGORY: (entry) => entry.ethnicCategory,
  REFERRAL_TO_TREATMENT_PERIOD_START_DATE: (entry) => entry.clockStart,
  REFERRAL_TO_TREATMENT_PERIOD_STATUS: (entry) => entry.rttStatus,
  DECISION_TO_ADMIT_DATE: (entry) => entry.decisionToAdmit,
  Date_Of_Last_Priority_Review: (entry) => entry.lastPriorityReview ?? "",
  Procedure_Priority_Code: (entry) => entry.priority,
  Inclusion_On_Cancer_PTL: (entry) => yesNo(entry.cancer),
  ACTIVITY_TREATMENT_FUNCTION_CODE: (entry) => entry.treatmentFunction,
  CONSULTANT_CODE: (entry) => entry.consultant ?? "",
  Proposed_Procedure_OPCS_Code: (entry) => entry.procedureCode,
  INTENDED_MANAGEMENT_CODE: (entry) => (entry.intendedManagement === "dayCase" ? "2" : "1"),
  ASA_PHYSICAL_STATUS_CLASSIFICATION_SYSTEM_CODE: (entry) => numberOrEmpty(entry.asa),
  ORGANISATION_SITE_IDENTIFIER_OF_TREATMENT: (entry) => entry.listingSite,
  Preliminary_Screening_And_Risk_Assessment_Date: (entry) => entry.screeningDate ?? "",
  TCI_Date: (entry) => entry.tciDate ?? "",
  LOCAL_TCI_Session: (entry) => entry.tciSession ?? "",
  LOCAL_Pooled: (entry) => yesNo(entry.pooled),
  LOCAL_Screening_Outcome: (entry) => entry.screening,
  LOCAL_Fit_From: (entry) => entry.fitFrom ?? "",
  LOCAL_Fit_Until: (entry) => entry.fitUntil ?? "",
  LOCAL_Hub_Suitable: (entry) => hubSuitable(entry.hubSuitable),
  LOCAL_Expected_Minutes: (entry) => String(entry.minutes),
  LOCAL_Expected_Minutes_SD: deviation,
  LOCAL_Anaesthetic: (entry) => entry.anaesthetic,
  LOCAL_Length_Of_Stay_Nights: (entry) => String(entry.nights),
  LOCAL_Critical_Care: (entry) => yesNo(entry.criticalCare),
  LOCAL_Equipment: (entry) => list(entry.equipment),
  LOCAL_Unavailable: (entry) => ranges(entry.unavailable),
  LOCAL_Short_Notice: (entry) => yesNo(entry.shortNotice),
  LOCAL_Sites: (entry) => list(entry.otherSites),
  LOCAL_Offer_By: (entry) => entry.offerBy ?? "",
  LOCAL_IMD_Decile: (entry) => numberOrEmpty(entry.imdDecile),
  LOCAL_Family_Name: ({ details }) => details.familyName,
  LOCAL_Given_Name: ({ details }) => details.givenName,
  LOCAL_Address: ({ details }) => details.address,
  LOCAL_Postcode: ({ details }) => details.postcode,
  LOCAL_Mobile: ({ details }) => details.mobile,
  LOCAL_Email: ({ details }) => details.email,
  LOCAL_Contact_Preference: ({ details }) => details.contactPreference ?? "",
  LOCAL_Language: ({ details }) => details.language,
  LOCAL_Interpreter: ({ details }) => yesNo(details.interpreter),
  LOCAL_Reasonable_Adjustments: ({ details }) => details.reasonableAdjustments,
  LOCAL_Procedure_Text: (entry) => entry.procedureText,
  LOCAL_Laterality: (entry) => entry.laterality ?? "",
  LOCAL_Order_Flags: (entry) => list(entry.orderFlags),
};

function hubSuitable(hubs: true | string[]): string {
  if (hubs === true) return "Y";
  return hubs.length === 0 ? "N" : list(hubs);
}

/**
 * The file holds whole minutes. The reader makes fractions only from an empty cell (a share of the mean) and from a
 * value above the cap, so an empty cell or the next whole number gives back the same deviation.
 */
function deviation({ minutes, minutesDeviation, procedureCode }: WaitingListEntry): string {
  if (Number.isInteger(minutesDeviation)) return String(minutesDeviation);
  const isUsual = minutesDeviation === usualDeviation(procedureCode, minutes);
  return isUsual ? "" : String(Math.ceil(minutesDeviation));
}

/** waiting-list.csv with every column that the reader knows. */
export function waitingListCsv(entries: readonly WaitingListEntry[]): string {
  const cells = WAITING_LIST_COLUMNS.map(({ name }) => CELLS[name]!);
  const names = WAITING_LIST_COLUMNS.map(({ name }) => name);
  return csvText(
    names,
    entries.map((entry) => cells.map((cell) => cell(entry))),
  );
}
