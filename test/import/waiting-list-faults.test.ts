import { describe, expect, it } from "vitest";
import { readWaitingList } from "~/import/waiting-list";
import { CONTEXT, csv, ENTRY, readBeside, words } from "./example-rows";

const DATE = "expected a date, YYYY-MM-DD or DD/MM/YYYY";
const TODAY = "2026-11-20";

describe("a row is rejected", () => {
  it.each([
    [
      "PATIENT_PATHWAY_IDENTIFIER",
      "",
      "This is empty: expected the pathway identifier, once in the file for each issuer.",
    ],
    [
      "PATIENT_PATHWAY_IDENTIFIER",
      "PP00000001",
      "Row 2 has this identifier: expected the pathway identifier, once in the file for each issuer.",
    ],
    ["LOCAL_PATIENT_IDENTIFIER", "", "This is empty: expected the hospital number."],
    [
      "NHS_NUMBER",
      "9990000001",
      "The check digit is wrong: expected 10 digits of which the last is the check digit.",
    ],
    [
      "NHS_NUMBER",
      "999210457",
      "This is no NHS number: expected 10 digits of which the last is the check digit.",
    ],
    ["PERSON_BIRTH_DATE", "1956-02-30", `There is no such day in 02/1956: ${DATE}, not after the plan date.`],
    ["PERSON_BIRTH_DATE", "29/02/2025", `There is no such day in 02/2025: ${DATE}, not after the plan date.`],
    ["PERSON_BIRTH_DATE", "0026-01-01", `The year 0026 is too early: ${DATE}, not after the plan date.`],
    [
      "PERSON_BIRTH_DATE",
      "2026-11-21",
      `This is after the plan date ${TODAY}: ${DATE}, not after the plan date.`,
    ],
    ["DECISION_TO_ADMIT_DATE", "31/13/2025", `There is no month 13: ${DATE}.`],
    ["DECISION_TO_ADMIT_DATE", "1 May 2026", `This is not a date: ${DATE}.`],
    ["DECISION_TO_ADMIT_DATE", "2026-05-01 00:00", `This is not a date: ${DATE}.`],
    [
      "REFERRAL_TO_TREATMENT_PERIOD_START_DATE",
      "2026-11-21",
      `The clock starts after the plan date ${TODAY}: expected the clock start: a date, YYYY-MM-DD or DD/MM/YYYY, not after the plan date.`,
    ],
    [
      "REFERRAL_TO_TREATMENT_PERIOD_STATUS",
      "77",
      "This is no RTT status: expected a two-digit RTT status such as 20.",
    ],
    ["PERSON_STATED_GENDER_CODE", "F", "This cannot be read: expected 1, 2, 9, 0 or X."],
    [
      "ETHNIC_CATEGORY",
      "White",
      "This cannot be read: expected a code of the NHS Data Dictionary: A to H, J to N, P, R, S, Z or 99.",
    ],
    ["Procedure_Priority_Code", "P9", "This cannot be read: expected one of P1a, P1b, P2, P3, P4, P5, P6."],
    ["Procedure_Priority_Code", "P1", "This cannot be read: expected one of P1a, P1b, P2, P3, P4, P5, P6."],
    ["Inclusion_On_Cancer_PTL", "yes", "This cannot be read: expected Y or N."],
    ["ACTIVITY_TREATMENT_FUNCTION_CODE", "", "This is empty: expected three digits."],
    ["ACTIVITY_TREATMENT_FUNCTION_CODE", "10", "This cannot be read: expected three digits."],
    [
      "Proposed_Procedure_OPCS_Code",
      "hernia",
      "This cannot be read: expected an OPCS-4 code such as W371 or W37.1.",
    ],
    ["INTENDED_MANAGEMENT_CODE", "3", "This cannot be read: expected 1 (inpatient) or 2 (day case)."],
    ["ASA_PHYSICAL_STATUS_CLASSIFICATION_SYSTEM_CODE", "6", "This cannot be read: expected 1 to 5."],
    [
      "LOCAL_Screening_Outcome",
      "ok",
      "This cannot be read: expected one of not_screened, awaiting, optimising, fit, unfit.",
    ],
    [
      "LOCAL_Hub_Suitable",
      "Y;RQM02",
      "This mixes Y or N with site codes: expected Y, N or the site codes of hubs separated by ;.",
    ],
    ["LOCAL_Expected_Minutes", "-30", "This cannot be read: expected whole minutes above 0."],
    ["LOCAL_Expected_Minutes", "0", "This cannot be read: expected whole minutes above 0."],
    ["LOCAL_Expected_Minutes", "about an hour", "This cannot be read: expected whole minutes above 0."],
    ["LOCAL_Expected_Minutes_SD", "7.5", "This cannot be read: expected whole minutes."],
    ["LOCAL_Anaesthetic", "spinal", "This cannot be read: expected GA, RA or LA."],
    [
      "LOCAL_Length_Of_Stay_Nights",
      "-1",
      "This cannot be read: expected a whole number of nights, up to 365.",
    ],
    [
      "LOCAL_Unavailable",
      "2026-12-12",
      "“2026-12-12” is not a range of dates: expected ranges YYYY-MM-DD/YYYY-MM-DD separated by ;.",
    ],
    [
      "LOCAL_Unavailable",
      "2026-12-12/2026-12-11",
      "“2026-12-12/2026-12-11” ends before it begins: expected ranges YYYY-MM-DD/YYYY-MM-DD separated by ;.",
    ],
    [
      "LOCAL_Unavailable",
      "2026-12-12/2026-13-11",
      "There is no month 13: expected ranges YYYY-MM-DD/YYYY-MM-DD separated by ;.",
    ],
    ["LOCAL_IMD_Decile", "11", "This cannot be read: expected 1 (most deprived) to 10."],
    [
      "LOCAL_Contact_Preference",
      "pigeon",
      "This cannot be read: expected one of text, email, letter, phone.",
    ],
    ["LOCAL_Interpreter", "maybe", "This cannot be read: expected Y or N."],
    ["LOCAL_Laterality", "up", "This cannot be read: expected one of left, right, bilateral, none."],
  ])("for %s = %j", (column, value, message) => {
    const { rejected, rows } = readBeside({ [column]: value });
    expect(rejected).toEqual([{ file: "list.csv", row: 3, column, value, message }]);
    expect(rows.map((entry) => entry.row)).toEqual([2]);
  });

  it("without minutes in the file and in the table", () => {
    expect(words(readBeside({ Proposed_Procedure_OPCS_Code: "X998" }).rejected)).toEqual([
      "3 LOCAL_Expected_Minutes: This is empty and the procedure table has no time for X998: expected whole minutes above 0.",
    ]);
  });

  it("with every fault that it has", () => {
    const { rejected } = readBeside({ NHS_NUMBER: "1", Procedure_Priority_Code: "", LOCAL_Interpreter: "?" });
    expect(rejected.map((fault) => fault.column)).toEqual([
      "Procedure_Priority_Code",
      "NHS_NUMBER",
      "LOCAL_Interpreter",
    ]);
  });

  it("when an earlier one has its identifier, even one that is rejected itself; another issuer may use it", () => {
    const column = "ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER";
    const same = { ...ENTRY, [column]: "RQM" };
    const rows = [{ ...same, Procedure_Priority_Code: "P9" }, same, { ...same, [column]: "RKE" }];
    const result = readWaitingList(csv(rows), CONTEXT);
    expect(result.rejected.map((fault) => [fault.row, fault.column])).toEqual([
      [2, "Procedure_Priority_Code"],
      [3, "PATIENT_PATHWAY_IDENTIFIER"],
    ]);
    expect(result.rows.map((entry) => entry.issuer)).toEqual(["RKE"]);
  });
});

describe("a row stands with a warning", () => {
  it.each([
    [{ PERSON_BIRTH_DATE: "1900-01-01" }, "PERSON_BIRTH_DATE: This is more than 110 years ago."],
    [
      { PERSON_BIRTH_DATE: "2026-06-01" },
      "REFERRAL_TO_TREATMENT_PERIOD_START_DATE: The clock starts before the birth date 2026-06-01.",
    ],
    [
      { DECISION_TO_ADMIT_DATE: "2026-05-07" },
      "DECISION_TO_ADMIT_DATE: This is before the clock start 2026-05-08.",
    ],
    [
      { DECISION_TO_ADMIT_DATE: "2026-11-21" },
      "DECISION_TO_ADMIT_DATE: This is after the plan date 2026-11-20.",
    ],
    [
      { Date_Of_Last_Priority_Review: "2026-11-21" },
      "Date_Of_Last_Priority_Review: This is after the plan date 2026-11-20.",
    ],
    [
      { REFERRAL_TO_TREATMENT_PERIOD_STATUS: "30" },
      "REFERRAL_TO_TREATMENT_PERIOD_STATUS: No clock runs with this status: should the entry still wait?",
    ],
    [
      { REFERRAL_TO_TREATMENT_PERIOD_STATUS: "91" },
      "REFERRAL_TO_TREATMENT_PERIOD_STATUS: No clock runs with this status: should the entry still wait?",
    ],
    [
      { Procedure_Priority_Code: "P1b" },
      "Procedure_Priority_Code: P1b since 2026-08-01, 111 days ago: is it still right?",
    ],
    [
      { ACTIVITY_TREATMENT_FUNCTION_CODE: "999" },
      "ACTIVITY_TREATMENT_FUNCTION_CODE: This treatment function is not in the table of surgical ones.",
    ],
    [{ TCI_Date: "2026-11-19" }, "TCI_Date: This is before the plan date 2026-11-20."],
    [{ LOCAL_TCI_Session: "S1" }, "LOCAL_TCI_Session: There is no TCI_Date: the session is ignored."],
    [
      { LOCAL_Fit_From: "2026-12-02", LOCAL_Fit_Until: "2026-12-01" },
      "LOCAL_Fit_Until: This is before LOCAL_Fit_From 2026-12-02: no day suits.",
    ],
    [
      { CONSULTANT_CODE: "", LOCAL_Pooled: "N" },
      "LOCAL_Pooled: There is no CONSULTANT_CODE: the entry counts as pooled.",
    ],
    [{ LOCAL_Expected_Minutes: "721" }, "LOCAL_Expected_Minutes: This is longer than 12 hours."],
    [{ LOCAL_Length_Of_Stay_Nights: "1" }, "LOCAL_Length_Of_Stay_Nights: A day case stays no night."],
    [{ NHS_NUMBER: "1111111111" }, "NHS_NUMBER: All digits are the same: is this a stand-in?"],
    [{ NHS_NUMBER: "9992104570" }, "NHS_NUMBER: Row 2 has this NHS number with another hospital number."],
    [
      { LOCAL_PATIENT_IDENTIFIER: "L1000001", PERSON_BIRTH_DATE: "1985-09-25" },
      "PERSON_BIRTH_DATE: Row 2 has the birth date 1985-09-24 for this hospital number.",
    ],
    [{ LOCAL_Mobile: "none" }, "LOCAL_Mobile: This does not look like a telephone number."],
    [{ LOCAL_Email: "ada at example.org" }, "LOCAL_Email: This does not look like an e-mail address."],
  ])("for %j", (change, warning) => {
    const { entry, rejected, warnings } = readBeside(change);
    expect(rejected).toEqual([]);
    expect(entry).toBeDefined();
    expect(words(warnings)).toEqual([`3 ${warning}`]);
  });

  it.each<Record<string, string>>([
    { PERSON_BIRTH_DATE: "1916-11-21" },
    {
      PERSON_BIRTH_DATE: TODAY,
      REFERRAL_TO_TREATMENT_PERIOD_START_DATE: TODAY,
      DECISION_TO_ADMIT_DATE: TODAY,
    },
    { REFERRAL_TO_TREATMENT_PERIOD_STATUS: "21" },
    { Procedure_Priority_Code: "P2" },
    { TCI_Date: TODAY },
    { LOCAL_Expected_Minutes: "720" },
    { NHS_NUMBER: "" },
    { LOCAL_PATIENT_IDENTIFIER: '=HYPERLINK("x")' },
    { LOCAL_PATIENT_IDENTIFIER: "L1000001", NHS_NUMBER: "9992104570" },
    { LOCAL_Mobile: "+44 (0)7700 900123" },
  ])("but not for %j", (change) => {
    const { rows, rejected, warnings } = readBeside(change);
    expect(rows).toHaveLength(2);
    expect([...rejected, ...warnings]).toEqual([]);
  });
});
