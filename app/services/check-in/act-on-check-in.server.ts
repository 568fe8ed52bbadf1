import type { Answers } from "~/domain/perioperative/answers";
import type { ResponseGiver } from "~/domain/perioperative/questionnaire/response-source";
import { questionsOf, type Questionnaire } from "~/domain/perioperative/questionnaire/questionnaire";
import { urgentAnswers } from "~/domain/perioperative/questionnaire/urgent";
import { stillWantTasks } from "~/services/patient-page/still-want.server";
import type { Tx } from "~db/commit";
import { insertWord } from "~db/patient-words";
import type { PatientWordKind } from "~db/schema";
import { raiseTasks, type NewTask } from "~db/screening/care-tasks";

/** What a patient writes in a check-in, as which word staff read it. */
const WORDS: readonly (readonly [question: string, kind: PatientWordKind])[] = [
  ["ci_contact_what", "contactDetails"],
  ["ci_dates_what", "datesToAvoid"],
  ["ci_help_what", "help"],
];

/** A check-in that was sent: of which entry, and the questions that were asked. */
export interface SentCheckIn {
  organisation: string;
  site: string;
  entry: string;
  questionnaire: Questionnaire;
  /** Who gave the answers. */
  saidBy: ResponseGiver;
}

/** Tells staff what a check-in says, and raises what cannot wait. Nobody loses a place or the list by an answer. */
export async function actOnCheckIn(tx: Tx, sent: SentCheckIn, answers: Answers): Promise<void> {
  const { entry, saidBy } = sent;
  const say = (kind: PatientWordKind, code: string, text: string, needsReading: boolean) =>
    insertWord(tx, { entry, kind, code, text, saidBy, needsReading }, sent);
  const wants = answers.still_want;
  if (typeof wants === "string") await say("stillWant", wants, "", wants !== "yes");
  const notice = answers.ci_short_notice;
  if (typeof notice === "string") await say("shortNotice", notice, "", false);
  for (const [question, kind] of WORDS) {
    const text = answers[question];
    if (typeof text === "string") await say(kind, "", text, true);
  }
  const doubts = stillWantTasks(sent, answers.still_want, saidBy);
  await raiseTasks(tx, [...doubts, ...urgentOfCheckIn(sent, answers)]);
}

const taskOf = ({ organisation, site, entry }: Omit<SentCheckIn, "saidBy">) => ({
  organisation,
  site,
  entry,
});

/** A symptom that interrupts the patient with 999 advice is looked at by a person the same working day. */
export function urgentOfCheckIn(sent: Omit<SentCheckIn, "saidBy">, answers: Answers): NewTask[] {
  const questions = questionsOf(sent.questionnaire);
  return urgentAnswers(questions, answers).map(({ question, code }) => {
    const label = questions
      .find(({ id }) => id === question)!
      .options.find((option) => option.code === code)!.label;
    const words = `${label}, told at the check-in: call the patient the same working day`;
    return { ...taskOf(sent), kind: "urgent", about: `${question}:${code}`, urgent: true, words };
  });
}
