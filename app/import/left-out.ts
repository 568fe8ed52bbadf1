import type { LeftOut } from "~/domain/left-out";
import type { Column } from "./columns";
import { SESSION_COLUMNS } from "./sessions";
import { WAITING_LIST_COLUMNS } from "./waiting-list-columns";

/** What a waiting list of these columns says nothing of. */
export function leftOutOfWaitingList(columns: readonly string[]): LeftOut {
  return leftOut(WAITING_LIST_COLUMNS, WAITING_LIST_PROPERTIES, columns);
}

/** What a sessions file of these columns says nothing of. */
export function leftOutOfSessions(columns: readonly string[]): LeftOut {
  return leftOut(SESSION_COLUMNS, SESSION_PROPERTIES, columns);
}

function leftOut(
  known: readonly Column[],
  filled: Record<string, string[]>,
  has: readonly string[],
): LeftOut {
  const of = (name: string) => filled[name] ?? [];
  const lacking = known.filter(({ name, must }) => must === "no" && !has.includes(name));
  const properties = new Set(lacking.flatMap(({ name }) => of(name)));
  const silent = known.filter(
    ({ name }) => of(name).length > 0 && of(name).every((one) => properties.has(one)),
  );
  return { columns: silent.map(({ name }) => name), properties: [...properties] };
}

/** What each column that may lack fills: its own property first, then those that cannot be told without it. */
const WAITING_LIST_PROPERTIES: Record<string, string[]> = {
  ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER: ["issuer"],
  ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER: ["provider"],
  NHS_NUMBER: ["nhsNumber"],
  PERSON_STATED_GENDER_CODE: ["gender"],
  ETHNIC_CATEGORY: ["ethnicCategory"],
  REFERRAL_TO_TREATMENT_PERIOD_STATUS: ["rttStatus"],
  Date_Of_Last_Priority_Review: ["lastPriorityReview"],
  Inclusion_On_Cancer_PTL: ["cancer"],
  CONSULTANT_CODE: ["consultant", "pooled"],
  ASA_PHYSICAL_STATUS_CLASSIFICATION_SYSTEM_CODE: ["asa"],
  Preliminary_Screening_And_Risk_Assessment_Date: ["screeningDate"],
  TCI_Date: ["tciDate", "tciSession"],
  LOCAL_TCI_Session: ["tciSession"],
  LOCAL_Pooled: ["pooled"],
  LOCAL_Fit_From: ["fitFrom"],
  LOCAL_Fit_Until: ["fitUntil"],
  LOCAL_Hub_Suitable: ["hubSuitable"],
  LOCAL_Expected_Minutes: ["minutes", "minutesDeviation"],
  LOCAL_Expected_Minutes_SD: ["minutesDeviation"],
  LOCAL_Anaesthetic: ["anaesthetic"],
  LOCAL_Length_Of_Stay_Nights: ["nights"],
  LOCAL_Critical_Care: ["criticalCare"],
  LOCAL_Equipment: ["equipment"],
  LOCAL_Unavailable: ["unavailable"],
  LOCAL_Short_Notice: ["shortNotice"],
  LOCAL_Sites: ["otherSites"],
  LOCAL_Offer_By: ["offerBy"],
  LOCAL_IMD_Decile: ["imdDecile"],
  LOCAL_Family_Name: ["details.familyName"],
  LOCAL_Given_Name: ["details.givenName"],
  LOCAL_Address: ["details.address"],
  LOCAL_Postcode: ["details.postcode"],
  LOCAL_Mobile: ["details.mobile"],
  LOCAL_Email: ["details.email"],
  LOCAL_Contact_Preference: ["details.contactPreference"],
  LOCAL_Language: ["details.language"],
  LOCAL_Interpreter: ["details.interpreter"],
  LOCAL_Reasonable_Adjustments: ["details.reasonableAdjustments"],
  LOCAL_Procedure_Text: ["procedureText"],
  LOCAL_Laterality: ["laterality"],
  LOCAL_Order_Flags: ["orderFlags"],
};

const SESSION_PROPERTIES: Record<string, string[]> = {
  paediatric: ["paediatric"],
  max_cases: ["maxCases"],
  held_minutes: ["heldMinutes"],
};
