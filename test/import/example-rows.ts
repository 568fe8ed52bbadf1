import type { ReadContext } from "~/import/result";
import { readWaitingList } from "~/import/waiting-list";

/** A sound row of each file, to be spoilt in one place by a test. */
export const ENTRY: Record<string, string> = {
  PATIENT_PATHWAY_IDENTIFIER: "PP00000001",
  LOCAL_PATIENT_IDENTIFIER: "L1000001",
  NHS_NUMBER: "9992104570",
  PERSON_BIRTH_DATE: "1985-09-24",
  REFERRAL_TO_TREATMENT_PERIOD_START_DATE: "2026-05-08",
  DECISION_TO_ADMIT_DATE: "2026-08-01",
  Procedure_Priority_Code: "P4",
  ACTIVITY_TREATMENT_FUNCTION_CODE: "100",
  CONSULTANT_CODE: "C0000001",
  Proposed_Procedure_OPCS_Code: "T202",
  INTENDED_MANAGEMENT_CODE: "2",
  ORGANISATION_SITE_IDENTIFIER_OF_TREATMENT: "RQM01",
  LOCAL_Screening_Outcome: "fit",
};

export const SESSION: Record<string, string> = {
  session_id: "S00001",
  site_code: "RQM02",
  site_type: "hub",
  theatre: "T1",
  date: "2026-12-17",
  start: "08:30",
  end: "17:00",
  treatment_function_codes: "100",
  surgeon_code: "C0000001",
  anaesthetics: "GA;RA;LA",
  paediatric: "N",
  status: "open",
  max_cases: "",
  held_minutes: "",
};

export const RESOURCE: Record<string, string> = {
  site_code: "RQM02",
  date: "2026-12-17",
  period: "night",
  resource: "bed",
  quantity: "9",
};

export const PIN: Record<string, string> = { pathway_id: "PP00000001", session_id: "S00001", override: "" };

export const CONTEXT: ReadContext = { file: "list.csv", planDate: "2026-11-20" };

export const bytesOf = (text: string) => new TextEncoder().encode(text);

const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** CSV bytes of rows; the columns are those of the first row and of all others. */
export function csv(rows: Record<string, string>[]): Uint8Array {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? "")).join(","));
  return bytesOf([columns.join(","), ...lines].join("\n") + "\n");
}

/** Faults in short: `row column: message`. */
export const words = (faults: { row: number; column: string; message: string }[]) =>
  faults.map(({ row, column, message }) => `${row} ${column}: ${message}`);

/** Reads the sound entry in row 2 and beside it, in row 3, another one with the changes. */
export function readBeside(changes: Record<string, string>) {
  const unlike = { PATIENT_PATHWAY_IDENTIFIER: "PP2", LOCAL_PATIENT_IDENTIFIER: "L2", NHS_NUMBER: "" };
  const result = readWaitingList(csv([ENTRY, { ...ENTRY, ...unlike, ...changes }]), CONTEXT);
  return { ...result, entry: result.rows.find((entry) => entry.row === 3) };
}
