import type { Answers } from "~/domain/perioperative/answers";
import type { ResponseGiver } from "~/domain/perioperative/questionnaire/response-source";
import type { Questionnaire } from "~/domain/perioperative/questionnaire/questionnaire";
import { store } from "~/store.server";
import type { Tx } from "~db/commit";
import { organisationScope } from "~db/organisations";
import { insertWord } from "~db/patient-words";
import { actOnCheckIn } from "../check-in/act-on-check-in.server";
import { assessEntry } from "../triage/assess-entry.server";
import { endUnanswered } from "./end-unanswered.server";
import type { FormKey } from "./form.server";

/** Whose answers to which questions came in. */
export type CameIn = Pick<FormKey, "actor" | "organisation" | "site" | "entry" | "form"> & {
  questionnaire: Questionnaire;
  /** Who gave them. */
  saidBy: ResponseGiver;
};

/**
 * What follows once answers are complete, whichever way they came: staff are told what counts beyond the triage, calls for
 * not answering end, and the rules are looked at, which raises what cannot wait. Within the commit that completes them.
 */
export async function answersCameIn(tx: Tx, of: CameIn, answers: Answers): Promise<void> {
  await endUnanswered(tx, of);
  if (of.form === "checkIn") await actOnCheckIn(tx, of, answers);
  else await tellStaff(tx, of, answers);
  const own = await organisationScope(tx.db, of.organisation);
  await assessEntry(own, store(), of.actor, of.entry);
}

/** What counts beyond the triage: whether they still want the operation, and how much notice they need. */
async function tellStaff(tx: Tx, of: CameIn, answers: Answers): Promise<void> {
  const say = (kind: "stillWant" | "shortNotice", code: string, needsReading: boolean) =>
    insertWord(tx, { entry: of.entry, kind, code, text: "", saidBy: of.saidBy, needsReading }, of);
  const wants = answers.still_want;
  if (typeof wants === "string") await say("stillWant", wants, wants !== "yes");
  const { short_notice: notice } = answers;
  if (typeof notice === "string") await say("shortNotice", notice, false);
}
