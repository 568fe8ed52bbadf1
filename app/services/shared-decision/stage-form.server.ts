import type { IsoDate } from "~/domain/calendar";
import { typedDate } from "~/domain/perioperative/invitation/typed-date";
import {
  DECISION_STAGES,
  DISCUSSED,
  PATIENT_CHOICES,
  type Discussed,
  type StageRecord,
} from "~/domain/perioperative/shared-decision/shared-decision";
import { formText } from "~/http/form-text";

/** What is wrong with one field of the form, and how to mend it. */
export interface StageProblem {
  field: string;
  message: string;
}

/** A stage as a person recorded it. `base`: how many records there were when the form was opened. */
export interface StageGiven extends StageRecord {
  base: number;
  heldBy: string;
  discussed: Discussed[];
  note: string;
}

const LONGEST_NAME = 120;
const LONGEST_NOTE = 1000;

/** Reads the form of a stage; it cannot have been held after today. */
export function readStageForm(
  form: FormData,
  today: IsoDate,
): { given: StageGiven; problems: null } | { given: null; problems: StageProblem[] } {
  const problems: StageProblem[] = [];
  const wrong = (field: string, message: string) => void problems.push({ field, message });
  const text = (name: string) => formText(form, name);
  const stage = DECISION_STAGES.find((one) => one === text("stage"));
  const choice = PATIENT_CHOICES.find((one) => one === text("choice"));
  const [day, month, year] = ["day", "month", "year"].map((part) => text(`heldOn-${part}`));
  const heldOn = typedDate({ day: day!, month: month!, year: year! });
  const discussed = DISCUSSED.filter((topic) => form.getAll("discussed").includes(topic));
  const heldBy = text("heldBy");
  const note = text("note");
  if (!stage) wrong("stage", "Choose which stage it was");
  if (heldOn === null) wrong("heldOn", "Enter the day of the talk as a real date, such as 12 11 2026");
  else if (heldOn > today) wrong("heldOn", "The talk cannot be in the future; record it once it was held");
  if (heldBy === "" || heldBy.length > LONGEST_NAME)
    wrong("heldBy", `Enter who talked with the patient, in at most ${LONGEST_NAME} characters`);
  if (stage === "one" && discussed.length === 0)
    wrong("discussed", "Choose what was talked about; doing nothing is one of the choices");
  if (!choice) wrong("choice", "Choose what the patient decided");
  if (note.length > LONGEST_NOTE) wrong("note", `Use at most ${LONGEST_NOTE} characters`);
  const base = /^\d{1,6}$/.test(text("base")) ? Number(text("base")) : null;
  if (base === null) wrong("", "Open the form again: it is not whole");
  if (problems.length > 0 || !stage || !choice || heldOn === null || base === null)
    return { given: null, problems };
  return { given: { base, stage, heldOn, heldBy, discussed, choice, note }, problems: null };
}
