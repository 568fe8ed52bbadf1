import type { User } from "~/auth/visitor.server";
import { addDays, type IsoDate } from "~/domain/calendar";
import type { Fault } from "~/domain/fault";
import { LEAVE_PARTS, type LeavePart } from "~/domain/leave";
import { readCalendar } from "~/import/icalendar";
import { readLeave } from "~/import/leave";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { sessionDetails } from "~db/session-details";
import { listTemplates } from "~db/session-templates";
import { listSessions } from "~db/theatre-sessions";
import { FormFields, type FieldProblem } from "../form-fields.server";
import { readUploadForm, UNREADABLE } from "../upload-form.server";
import { importLeave, type LeaveFile, type LeaveImported } from "./keep-leave.server";

/** Days from today within which recurring events of a calendar are followed. */
export const HORIZON_DAYS = 400;

/** What came of a file: what it changed and what could not be read of it, or why it was not read at all. */
export type LeaveFileAnswer =
  | { kind: "read"; imported: LeaveImported; rejected: Fault[]; fileName: string }
  | { kind: "problems"; problems: FieldProblem[] }
  | { kind: "notFound" };

/** Takes a file of leave in: a CSV file, or a calendar of one person or of several whom its titles name. */
export async function takeLeaveFile(
  request: Request,
  user: User,
  scope: Scope,
  organisation: string,
  today: IsoDate,
): Promise<LeaveFileAnswer> {
  const form = await readUploadForm(request);
  if (typeof form === "string") return refused([{ field: "file", message: UNREADABLE[form]() }]);
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "" || file.size === 0)
    return refused([{ field: "file", message: "Choose a file that is not empty" }]);
  const fields = new FormFields(form);
  const person = fields.text("person").toUpperCase();
  const role = LEAVE_PARTS.find((one) => one === fields.text("role"));
  if (person !== "" && !role)
    fields.refuse("role", "Choose whether the person is a surgeon or an anaesthetist");
  if (fields.problems.length > 0) return refused(fields.problems);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const whose = person !== "" && role ? { person, role } : null;
  const asked = {
    organisation,
    file: file.name.slice(0, 120),
    today,
    whose,
    titleWord: fields.text("titleWord"),
  };
  const read = looksLikeCalendar(bytes) ? await calendarOf(bytes, scope, asked) : csvOf(bytes, asked);
  if (read.refused.length > 0)
    return refused(read.refused.map(({ message }) => ({ field: "file", message })));
  const imported = await importLeave(user, scope, organisation, read.leave, today);
  if (!imported) return { kind: "notFound" };
  return { kind: "read", imported, rejected: read.rejected, fileName: asked.file };
}

const refused = (problems: FieldProblem[]): LeaveFileAnswer => ({ kind: "problems", problems });

const looksLikeCalendar = (bytes: Uint8Array) =>
  /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(new TextDecoder().decode(bytes.subarray(0, 200)));

interface Asked {
  organisation: string;
  file: string;
  today: IsoDate;
  whose: { person: string; role: LeavePart } | null;
  titleWord: string;
}

interface LeaveRead {
  leave: LeaveFile;
  rejected: Fault[];
  refused: Fault[];
}

function csvOf(bytes: Uint8Array, { file, today }: Asked): LeaveRead {
  const { rows, rejected, refused: whole } = readLeave(bytes, { file, planDate: today });
  const events = new Set(rows.flatMap(({ uid }) => (uid === "" ? [] : [uid])));
  return { leave: { source: "csv", leave: rows, events }, rejected, refused: whole };
}

async function calendarOf(bytes: Uint8Array, scope: Scope, asked: Asked): Promise<LeaveRead> {
  const { file, today, whose, titleWord, organisation } = asked;
  const known = whose ? new Map<string, LeavePart>() : await knownPeople(scope, organisation, today);
  const horizon = { from: today, to: addDays(today, HORIZON_DAYS) };
  const read = readCalendar(bytes, { file, person: whose, known, titleWord, horizon });
  const leave = { source: "icalendar" as const, leave: read.leave, events: read.events };
  return { leave, rejected: read.rejected, refused: read.refused };
}

/** Whom the schedule and the coming sessions name, with the part that they have there. */
async function knownPeople(
  scope: Scope,
  organisation: string,
  today: IsoDate,
): Promise<Map<string, LeavePart>> {
  const { db } = store();
  const span = { from: today, until: addDays(today, HORIZON_DAYS) };
  const templates = await listTemplates(scope, db, organisation);
  const sessions = await listSessions(scope, db, span, organisation);
  const details = await sessionDetails(scope, db, span, organisation);
  const anaesthetists = [...templates, ...details.values()].map(({ anaesthetist }) => anaesthetist);
  const surgeons = [
    ...templates.map(({ surgeons: own }) => own),
    ...sessions.map(({ session }) => session.surgeons),
  ];
  return new Map<string, LeavePart>([
    ...anaesthetists.filter(Boolean).map((code) => [code.toUpperCase(), "anaesthetist"] as const),
    ...surgeons.flat().map((code) => [code.toUpperCase(), "surgeon"] as const),
  ]);
}
