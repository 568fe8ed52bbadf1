import { CONTACT_PREFERENCES, LATERALITIES, PRIORITIES, SCREENING_OUTCOMES } from "~/domain/waiting-list";
import type { Column } from "./columns";

const DATE = "a date, YYYY-MM-DD or DD/MM/YYYY";
const YES_NO = "Y or N";
const CODES = "codes separated by ;";
const TEXT = "text";

const filled = (name: string, expected: string): Column => ({ name, must: "filled", expected });
const column = (name: string, expected: string): Column => ({ name, must: "no", expected });

/** The columns of waiting-list.csv in the order in which they are written (file contract, waiting-list.csv). */
export const WAITING_LIST_COLUMNS: readonly Column[] = [
  filled("PATIENT_PATHWAY_IDENTIFIER", "the pathway identifier, once in the file for each issuer"),
  column("ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER", "an ODS code"),
  column("ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER", "an ODS code"),
  filled("LOCAL_PATIENT_IDENTIFIER", "the hospital number"),
  column("NHS_NUMBER", "10 digits of which the last is the check digit"),
  filled("PERSON_BIRTH_DATE", `${DATE}, not after the plan date`),
  column("PERSON_STATED_GENDER_CODE", "1, 2, 9, 0 or X"),
  column("ETHNIC_CATEGORY", "a code of the NHS Data Dictionary: A to H, J to N, P, R, S, Z or 99"),
  filled("REFERRAL_TO_TREATMENT_PERIOD_START_DATE", `the clock start: ${DATE}, not after the plan date`),
  column("REFERRAL_TO_TREATMENT_PERIOD_STATUS", "a two-digit RTT status such as 20"),
  filled("DECISION_TO_ADMIT_DATE", DATE),
  column("Date_Of_Last_Priority_Review", DATE),
  filled("Procedure_Priority_Code", `one of ${PRIORITIES.join(", ")}`),
  column("Inclusion_On_Cancer_PTL", YES_NO),
  filled("ACTIVITY_TREATMENT_FUNCTION_CODE", "three digits"),
  column("CONSULTANT_CODE", "a consultant code"),
  filled("Proposed_Procedure_OPCS_Code", "an OPCS-4 code such as W371 or W37.1"),
  filled("INTENDED_MANAGEMENT_CODE", "1 (inpatient) or 2 (day case)"),
  column("ASA_PHYSICAL_STATUS_CLASSIFICATION_SYSTEM_CODE", "1 to 5"),
  filled("ORGANISATION_SITE_IDENTIFIER_OF_TREATMENT", "the code of the site that holds the listing"),
  column("Preliminary_Screening_And_Risk_Assessment_Date", DATE),
  column("TCI_Date", DATE),
  column("LOCAL_TCI_Session", "a session_id"),
  column("LOCAL_Pooled", YES_NO),
  filled("LOCAL_Screening_Outcome", `one of ${SCREENING_OUTCOMES.join(", ")}`),
  column("LOCAL_Fit_From", DATE),
  column("LOCAL_Fit_Until", DATE),
  column("LOCAL_Hub_Suitable", "Y, N or the site codes of hubs separated by ;"),
  column("LOCAL_Expected_Minutes", "whole minutes above 0"),
  column("LOCAL_Expected_Minutes_SD", "whole minutes"),
  column("LOCAL_Anaesthetic", "GA, RA or LA"),
  column("LOCAL_Length_Of_Stay_Nights", "a whole number of nights, up to 365"),
  column("LOCAL_Critical_Care", YES_NO),
  column("LOCAL_Equipment", CODES),
  column("LOCAL_Unavailable", "ranges YYYY-MM-DD/YYYY-MM-DD separated by ;"),
  column("LOCAL_Short_Notice", YES_NO),
  column("LOCAL_Sites", CODES),
  column("LOCAL_Offer_By", DATE),
  column("LOCAL_IMD_Decile", "1 (most deprived) to 10"),
  column("LOCAL_Family_Name", TEXT),
  column("LOCAL_Given_Name", TEXT),
  column("LOCAL_Address", TEXT),
  column("LOCAL_Postcode", TEXT),
  column("LOCAL_Mobile", "a telephone number"),
  column("LOCAL_Email", "an e-mail address"),
  column("LOCAL_Contact_Preference", `one of ${CONTACT_PREFERENCES.join(", ")}`),
  column("LOCAL_Language", TEXT),
  column("LOCAL_Interpreter", YES_NO),
  column("LOCAL_Reasonable_Adjustments", TEXT),
  column("LOCAL_Procedure_Text", TEXT),
  column("LOCAL_Laterality", `one of ${LATERALITIES.join(", ")}`),
  column("LOCAL_Order_Flags", CODES),
];
