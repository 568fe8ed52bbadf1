import { minutesOfDay, type ClockTime, type IsoDate } from "~/domain/calendar";
import { SESSION_STATUSES, SITE_TYPES, type TheatreSession } from "~/domain/theatre";
import { ANAESTHETICS } from "~/domain/waiting-list";
import type { Column } from "./columns";
import { clockTimeOf } from "./dates";
import type { ReadContext, ReadResult } from "./result";
import type { Row } from "./row";
import { SessionsSoFar } from "./sessions-so-far";
import { readTable } from "./table";
import { date, list, wholeNumber, word, wordList, yesNo } from "./values";

/** The columns of sessions.csv in the order in which they are written (file contract, sessions.csv). */
export const SESSION_COLUMNS: readonly Column[] = [
  { name: "session_id", must: "filled", expected: "an identifier, once in the file" },
  { name: "site_code", must: "filled", expected: "a site code" },
  { name: "site_type", must: "filled", expected: "hub or main" },
  { name: "theatre", must: "filled", expected: "the name of a theatre" },
  { name: "date", must: "filled", expected: "a date, YYYY-MM-DD or DD/MM/YYYY" },
  { name: "start", must: "filled", expected: "a time of day, HH:MM" },
  { name: "end", must: "filled", expected: "a time of day, HH:MM, after the start" },
  { name: "treatment_function_codes", must: "filled", expected: "codes of three digits separated by ;" },
  {
    name: "surgeon_code",
    must: "present",
    expected: "consultant codes separated by ;, or nothing for pooled patients only",
  },
  { name: "anaesthetics", must: "filled", expected: "GA, RA, LA separated by ;" },
  { name: "paediatric", must: "no", expected: "Y or N" },
  { name: "status", must: "filled", expected: `one of ${SESSION_STATUSES.join(", ")}` },
  { name: "max_cases", must: "no", expected: "a whole number of cases, or nothing for no limit" },
  { name: "held_minutes", must: "no", expected: "whole minutes, fewer than the session has" },
];

/** Reads sessions.csv: each row becomes a session or is rejected with every fault it has. */
export function readSessions(bytes: Uint8Array, context: ReadContext): ReadResult<TheatreSession> {
  const soFar = new SessionsSoFar();
  return readTable(bytes, context, SESSION_COLUMNS, (row) => {
    const session = readSession(row);
    soFar.rejectRepeat(row, session);
    if (row.faults.length === 0) soFar.add(row, session);
    if (row.faults.length === 0) warnOfDoubts(row, session, context.planDate);
    return session;
  });
}

function readSession(row: Row): TheatreSession {
  const session: TheatreSession = {
    row: row.number,
    sessionId: row.text("session_id"),
    site: row.text("site_code"),
    siteType: word(row, "site_type", SITE_TYPES) ?? "main",
    theatre: row.text("theatre"),
    date: date(row, "date") ?? "",
    start: time(row, "start"),
    end: time(row, "end"),
    treatmentFunctions: treatmentFunctions(row),
    surgeons: list(row, "surgeon_code"),
    anaesthetics: wordList(row, "anaesthetics", ANAESTHETICS),
    paediatric: yesNo(row, "paediatric") ?? false,
    status: word(row, "status", SESSION_STATUSES) ?? "closed",
    maxCases: wholeNumber(row, "max_cases", 0),
    heldMinutes: wholeNumber(row, "held_minutes", 0) ?? 0,
  };
  checkLength(row, session);
  return session;
}

function time(row: Row, column: string): ClockTime {
  const text = row.text(column);
  const read = clockTimeOf(text);
  if (text !== "" && read === null) row.unreadable(column, "This is not a time of day");
  return read ?? "";
}

function treatmentFunctions(row: Row): string[] {
  const column = "treatment_function_codes";
  const codes = list(row, column);
  const filled = row.text(column) !== "";
  if (filled && (codes.length === 0 || !codes.every((code) => /^\d{3}$/.test(code)))) row.unreadable(column);
  return codes;
}

function checkLength(row: Row, { start, end, heldMinutes }: TheatreSession): void {
  if (start === "" || end === "") return;
  const length = minutesOfDay(end) - minutesOfDay(start);
  if (length <= 0) row.unreadable("end", `The session ends before or when it starts (${start})`);
  else if (heldMinutes >= length) row.unreadable("held_minutes", `The session has only ${length} minutes`);
}

function warnOfDoubts(row: Row, session: TheatreSession, planDate: IsoDate): void {
  if (session.date < planDate) row.warn("date", `This is before the plan date ${planDate}.`);
}
