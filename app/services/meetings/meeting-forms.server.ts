import { mondayOf, type IsoDate } from "~/domain/calendar";
import type { ItemWish } from "~/domain/meeting/recording";
import { formText } from "~/http/form-text";
import { isoDateOf } from "~/import/dates";

/** What is wrong with one field of a form, and how to mend it. */
export interface FormProblem {
  field: string;
  message: string;
}

export const LONGEST_TEXT = 1000;
const LONGEST_OWNER = 100;

export interface MeetingGiven {
  heldOn: IsoDate;
  week: IsoDate;
  attendees: string;
}

/** Reads the form that starts a meeting. */
export function readMeetingForm(
  form: FormData,
): { given: MeetingGiven; problems: null } | { given: null; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const heldOn = dateIn(form, "heldOn", "Enter the day of the meeting", problems);
  const week = dateIn(form, "week", "Choose the week that the meeting is about", problems);
  const attendees = readAttendees(form, problems);
  if (heldOn === null || week === null || problems.length > 0) return { given: null, problems };
  return { given: { heldOn, week: mondayOf(week), attendees }, problems: null };
}

/** Who is there, one line or several. */
export function readAttendees(form: FormData, problems: FormProblem[]): string {
  const attendees = longText(form, "attendees", problems);
  if (attendees === "") problems.push({ field: "attendees", message: "Say who is there" });
  return attendees;
}

/** Reads what was typed about a subject: a decision, an action and a note, each where it is filled in. */
export function readItemsForm(form: FormData): { wishes: ItemWish[]; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const decision = longText(form, "decision", problems);
  const action = longText(form, "action", problems);
  const note = longText(form, "note", problems);
  const wishes = [
    ...(decision ? [wish("decision", decision)] : []),
    ...(action ? [readAction(form, action, 0, problems)] : []),
    ...(note ? [wish("note", note)] : []),
  ];
  if (wishes.length === 0 && problems.length === 0)
    problems.push({ field: "decision", message: "Enter a decision, an action or a note" });
  return { wishes, problems };
}

/** Reads a correction of one item; without words it strikes the item out. */
export function readCorrectionForm(form: FormData): { wishes: ItemWish[]; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const kind = (["decision", "action", "note"] as const).find((one) => one === formText(form, "kind"));
  const replaces = Number(formText(form, "replaces"));
  if (!kind || !Number.isInteger(replaces) || replaces < 1)
    return { wishes: [], problems: [{ field: "", message: "Open the item again to correct it" }] };
  if (formText(form, "strike") !== "") return { wishes: [wish(kind, "", replaces)], problems };
  const text = longText(form, "text", problems);
  if (text === "") problems.push({ field: "text", message: "Enter what it should say, or strike it out" });
  return {
    wishes: [kind === "action" ? readAction(form, text, replaces, problems) : wish(kind, text, replaces)],
    problems,
  };
}

function readAction(form: FormData, text: string, replaces: number, problems: FormProblem[]): ItemWish {
  const owner = formText(form, "owner").replace(/\s+/g, " ");
  if (owner === "") problems.push({ field: "owner", message: "Say who does it" });
  if (owner.length > LONGEST_OWNER)
    problems.push({ field: "owner", message: `Name them in at most ${LONGEST_OWNER} characters` });
  const dueOn = dateIn(form, "dueOn", "Enter the day by which it is done", problems);
  return { ...wish("action", text, replaces), owner, dueOn };
}

function wish(kind: ItemWish["kind"], text: string, replaces = 0): ItemWish {
  return { kind, text, owner: "", dueOn: null, replaces, done: null };
}

function longText(form: FormData, field: string, problems: FormProblem[]): string {
  const text = formText(form, field).replace(/\r\n/g, "\n");
  if (text.length > LONGEST_TEXT) problems.push({ field, message: `Use at most ${LONGEST_TEXT} characters` });
  return text;
}

function dateIn(form: FormData, field: string, what: string, problems: FormProblem[]): IsoDate | null {
  const read = isoDateOf(formText(form, field));
  if (read.date === null)
    problems.push({ field, message: `${what} as a real date, such as 2027-01-12 or 12/01/2027` });
  return read.date;
}
