import { DEBRIEF_REASONS, type DebriefQuestion } from "~/facts/debrief-reasons";
import { formText } from "~/http/form-text";
import type { FieldProblem } from "./moment-form.server";
import type { DebriefSaid } from "./record-debrief.server";

/** What the debrief asks, from the recorded times. */
export interface DebriefAsked {
  lateStart: number | null;
  gaps: readonly { before: string }[];
  earlyFinish: number | null;
}

export type DebriefRead =
  | { said: Pick<DebriefSaid, "base" | "lateStart" | "gaps" | "earlyFinish" | "note">; problems: null }
  | { said: null; problems: FieldProblem[] };

const LONGEST_NOTE = 1000;

/** Reads the debrief form: a reason for whatever the recorded times ask about, and a note where a reason says "other". */
export function readDebriefForm(form: FormData, asked: DebriefAsked): DebriefRead {
  const problems: FieldProblem[] = [];
  const note = formText(form, "note").replace(/\r\n/g, "\n");
  const reasonOf = (question: DebriefQuestion, field: string, what: string) => {
    const code = formText(form, field);
    if (!DEBRIEF_REASONS[question].some((reason) => reason.code === code))
      problems.push({ field, message: `Choose a reason for ${what}` });
    return code;
  };
  const lateStart = asked.lateStart === null ? "" : reasonOf("lateStart", "lateStart", "the late start");
  const gaps = new Map(
    asked.gaps.map(({ before }, at) => [before, reasonOf("gap", `gap-${before}`, `gap ${at + 1}`)]),
  );
  const earlyFinish =
    asked.earlyFinish === null ? "" : reasonOf("earlyFinish", "earlyFinish", "the early finish");
  const isOther = [lateStart, ...gaps.values(), earlyFinish].includes("other");
  if (isOther && note === "") problems.push({ field: "note", message: "Say which other reason it was" });
  if (note.length > LONGEST_NOTE)
    problems.push({ field: "note", message: `Keep the note to ${LONGEST_NOTE} characters` });
  if (problems.length > 0) return { said: null, problems };
  return {
    said: { base: Number(formText(form, "base")) || 0, lateStart, gaps, earlyFinish, note },
    problems: null,
  };
}
