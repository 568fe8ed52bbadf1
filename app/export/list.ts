import type { PublishedList } from "~/domain/published-list";
import { csvText } from "./csv";
import { list as parts, numberOrEmpty, yesNo } from "./words";

/** A list and which version of it: empty for a draft. */
export interface ExportedList {
  list: PublishedList;
  version: number | null;
}

/** The columns of a list as CSV (docs/files.md). */
export const LIST_COLUMNS = [
  ...[
    "site_code",
    "theatre",
    "date",
    "session_id",
    "session_start",
    "session_end",
    "surgeon",
    "anaesthetist",
  ],
  ...[
    "version",
    "order",
    "arrival",
    "start",
    "minutes",
    "family_name",
    "given_name",
    "birth_date",
    "age",
    "sex",
  ],
  ...["nhs_number", "hospital_number", "procedure", "anaesthetic", "asa", "alerts", "equipment", "nights"],
  ...["critical_care", "interpreter", "adjustments", "stand_by", "golden_patient"],
];

/** Lists as CSV, a line for each case; who is not confirmed fit is on none. */
export function listsCsv(lists: readonly ExportedList[]): string {
  return csvText(LIST_COLUMNS, lists.flatMap(rowsOf));
}

function rowsOf({ list, version }: ExportedList): string[][] {
  const { site, theatre, date, sessionId, start, end, surgeons, anaesthetist } = list;
  const session = [site, theatre, date, sessionId, start, end, parts(surgeons), anaesthetist];
  return list.cases.map((item) => [
    ...session,
    version === null ? "draft" : String(version),
    ...[String(item.order), item.admission, item.start, String(item.minutes)],
    ...[item.familyName, item.givenName, item.birthDate, String(item.age), item.sex],
    ...[item.nhsNumber, item.hospitalNumber, item.procedure, item.anaesthetic, numberOrEmpty(item.asa)],
    ...[parts(item.flags), parts(item.equipment), String(item.nights), yesNo(item.criticalCare)],
    ...[item.interpreter, item.adjustments, yesNo(item.standBy), yesNo(item.golden)],
  ]);
}
