import { LEAVE_HALVES, LEAVE_PARTS } from "~/domain/leave";
import type { LeaveGiven } from "~db/leave";
import { FormFields, type FieldProblem } from "../form-fields.server";

export type LeaveRead = { given: LeaveGiven; problems: null } | { given: null; problems: FieldProblem[] };

/** Reads the form of one leave. One day: the last day may stay empty. */
export function readLeaveForm(form: FormData): LeaveRead {
  const fields = new FormFields(form);
  const person = fields.filled("person", "Enter the code of the person").toUpperCase();
  const role = fields.choice("role", LEAVE_PARTS, "Choose surgeon or anaesthetist");
  const from = fields.date("from", "the first day") ?? "";
  if (from === "" && !fields.problems.some(({ field }) => field === "from"))
    fields.refuse("from", "Enter the first day away");
  const to = fields.date("to", "the last day") ?? from;
  if (from !== "" && to < from) fields.refuse("to", "The last day must not be before the first");
  const half = LEAVE_HALVES.find((one) => one === fields.text("half")) ?? "day";
  const note = fields.text("note");
  if (fields.problems.length > 0 || role === null) return { given: null, problems: fields.problems };
  return { given: { person, role, from, to, half, note, source: "form", uid: "" }, problems: null };
}
