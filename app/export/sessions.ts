import type { TheatreSession } from "~/domain/theatre";
import { SESSION_COLUMNS } from "~/import/sessions";
import { csvText } from "./csv";
import { list, numberOrEmpty, yesNo } from "./words";

/** sessions.csv with every column that the reader knows. */
export function sessionsCsv(sessions: readonly TheatreSession[]): string {
  return csvText(
    SESSION_COLUMNS.map(({ name }) => name),
    sessions.map(cells),
  );
}

/** In the order of SESSION_COLUMNS. */
function cells(session: TheatreSession): string[] {
  return [
    session.sessionId,
    session.site,
    session.siteType,
    session.theatre,
    session.date,
    session.start,
    session.end,
    list(session.treatmentFunctions),
    list(session.surgeons),
    list(session.anaesthetics),
    yesNo(session.paediatric),
    session.status,
    numberOrEmpty(session.maxCases),
    String(session.heldMinutes),
  ];
}
