import type { User } from "~/auth/visitor.server";
import { namedBy, SECTIONS, type Section, type Subject, type SubjectKey } from "~/domain/meeting/subject";
import { formText } from "~/http/form-text";
import { store } from "~/store.server";
import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import { findAccount } from "~db/users";
import { changeAttendees } from "./close-meeting.server";
import { readAttendees, readCorrectionForm, readItemsForm, type FormProblem } from "./meeting-forms.server";
import { markActionDone, recordItems } from "./record-items.server";

/** What became of a form of a meeting. `goOn`: the person goes on to the next of the agenda. */
export type FormAnswer =
  | { kind: "done"; goOn: boolean }
  | { kind: "refused"; problems: FormProblem[]; typed: Record<string, string>; status: 400 | 409 }
  | { kind: "notFound" };

interface FormOf {
  /** The meeting, and the key of what the form is about. */
  id: string;
  item: string | null;
  /** The subject of a key as it is now. */
  subject: (
    key: SubjectKey,
    section: Section,
  ) => Promise<{ about: Subject | null; session: string | null } | null>;
}

/** Answers a form of a meeting by its `intent`. */
export async function answerMeetingForm(
  user: User,
  scope: Scope,
  form: FormData,
  of: FormOf,
): Promise<FormAnswer> {
  const actor = { kind: "user", id: user.id } as const;
  switch (formText(form, "intent")) {
    case "record":
    case "correct":
      return record(scope, actor, form, of);
    case "done":
      return markDone(scope, actor, form, of);
    case "attendees":
      return attendees(scope, actor, form, of);
    default:
      return refused(form, [{ field: "", message: "Open the meeting again and send the form from there" }]);
  }
}

/** The one decision that needs no typing. */
const LEAVE = "Leave it as it is.";

async function record(
  scope: Scope,
  actor: Actor,
  form: FormData,
  { id, item, subject }: FormOf,
): Promise<FormAnswer> {
  const isCorrection = formText(form, "intent") === "correct";
  const isQuick = formText(form, "quick") === "leave";
  if (isQuick && formText(form, "decision") === "") form.set("decision", LEAVE);
  const { wishes, problems } = isCorrection ? readCorrectionForm(form) : readItemsForm(form);
  if (problems.length > 0) return refused(form, problems);
  const key = (item ?? "week") as SubjectKey;
  if (namedBy(key) === null)
    return refused(form, [{ field: "", message: "Choose from the agenda what this is about" }]);
  const section = SECTIONS.find((one) => one === formText(form, "section")) ?? "contested";
  const found = await subject(key, section);
  if (found === null || (key !== "week" && found.about === null)) return { kind: "notFound" };
  const seen = Number(formText(form, "seen")) || 0;
  const outcome = await recordItems(scope, store(), actor, { meeting: id, key, seen, wishes, ...found });
  if (outcome.kind === "recorded")
    return { kind: "done", goOn: isQuick || formText(form, "then") === "next" };
  return told(form, outcome);
}

async function markDone(scope: Scope, actor: Actor, form: FormData, { id }: FormOf): Promise<FormAnswer> {
  const action = { meeting: formText(form, "of"), number: Number(formText(form, "number")) };
  const outcome = await markActionDone(scope, store(), actor, { meeting: id, action, note: "" });
  return outcome.kind === "recorded" ? { kind: "done", goOn: false } : told(form, outcome);
}

async function attendees(scope: Scope, actor: Actor, form: FormData, { id }: FormOf): Promise<FormAnswer> {
  const problems: FormProblem[] = [];
  const given = readAttendees(form, problems);
  if (problems.length > 0) return refused(form, problems);
  const wish = { meeting: id, was: formText(form, "was"), attendees: given };
  const outcome = await changeAttendees(scope, store(), actor, wish);
  if (outcome.kind === "changed") return { kind: "done", goOn: false };
  if (outcome.kind !== "changedSince") return told(form, outcome);
  const message = `Somebody else changed it meanwhile to: ${outcome.attendees}. Add to that what is missing`;
  return { ...refused(form, [{ field: "attendees", message }]), status: 409 };
}

async function told(
  form: FormData,
  outcome: { kind: "closed" | "changedSince"; by: string } | { kind: "notFound" },
): Promise<FormAnswer> {
  if (outcome.kind === "notFound") return outcome;
  const by = (await findAccount(store().db, outcome.by.replace(/^user:/, "")))?.name ?? "Somebody";
  const message =
    outcome.kind === "closed"
      ? `${by} closed the meeting, and nothing more is recorded. Start another meeting to go on`
      : `${by} corrected this after you opened it, and that stands. Correct theirs if yours is still right`;
  return { ...refused(form, [{ field: "", message }]), status: 409 };
}

const FIELDS = ["decision", "action", "owner", "dueOn", "note", "text", "attendees"];

function refused(form: FormData, problems: FormProblem[]) {
  const typed = Object.fromEntries(FIELDS.map((field) => [field, formText(form, field)]));
  return { kind: "refused", problems, typed, status: 400 } as const;
}
