import type { IsoDate } from "~/domain/calendar";
import type { PasAction } from "~/domain/pas/pas-rows";
import { csvText } from "./csv";

/** One change for the patient administration system, in words that its clerk or its interface needs. */
export interface PasChangeRow {
  /** Names the row when the file comes back. */
  id: string;
  action: PasAction;
  pathwayId: string;
  issuer: string;
  hospitalNumber: string;
  nhsNumber: string;
  familyName: string;
  givenName: string;
  birthDate: IsoDate;
  /** What the system holds, as the last import had it. */
  fromDate: string;
  fromSession: string;
  /** What it is to hold; empty: none. */
  date: string;
  session: string;
}

/** The columns of the file to apply. `state` and `message` are empty, to be filled in and sent back. */
export const PAS_COLUMNS = [
  ...["id", "action", "PATIENT_PATHWAY_IDENTIFIER", "ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER"],
  ...["LOCAL_PATIENT_IDENTIFIER", "NHS_NUMBER", "LOCAL_Family_Name", "LOCAL_Given_Name", "PERSON_BIRTH_DATE"],
  ...["from_TCI_Date", "from_TCI_Session", "TCI_Date", "LOCAL_TCI_Session", "state", "message"],
];

/** The file to apply, CSV. */
export function pasChangesCsv(rows: readonly PasChangeRow[]): string {
  return csvText(
    PAS_COLUMNS,
    rows.map((row) => [
      ...[row.id, row.action, row.pathwayId, row.issuer, row.hospitalNumber, row.nhsNumber],
      ...[row.familyName, row.givenName, row.birthDate, row.fromDate, row.fromSession],
      ...[row.date, row.session, "", ""],
    ]),
  );
}
