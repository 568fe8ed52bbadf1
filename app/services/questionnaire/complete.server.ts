import { settle } from "~/domain/perioperative/questionnaire/settle";
import { firstOpenPage } from "~/domain/perioperative/questionnaire/walk";
import type { Answers } from "~/domain/perioperative/answers";
import { store } from "~/store.server";
import type { Tx } from "~db/commit";
import { invitationById, updateInvitation } from "~db/invitations";
import { organisationScope } from "~db/organisations";
import { insertWord } from "~db/patient-words";
import { completeDraft } from "~db/questionnaire-responses";
import { actOnCheckIn } from "../check-in/act-on-check-in.server";
import { assessEntry } from "../triage/assess-entry.server";
import { endUnanswered } from "./end-unanswered.server";
import { readForm, type FormKey, type HeldForm } from "./form.server";

/** open: a page still lacks an answer; completed: sent now, or before from another device. */
export type CompleteAnswer =
  { kind: "completed" } | { kind: "notAgreed" } | { kind: "open"; page: string } | { kind: "nothing" };

/** Sends the answers: what counts is kept and never changes again, and the links to the questions end. */
export async function completeForm(key: FormKey, agreed: boolean): Promise<CompleteAnswer> {
  return store().commit(key.actor, "questionnaire.complete", async (tx) => {
    const form = await readForm(tx.db, key);
    if (form?.response?.state === "completed") return { kind: "completed" };
    const open = form && firstOpenPage(form.questionnaire, form.settled);
    if (open) return { kind: "open", page: open.id };
    if (!form?.response) return { kind: "nothing" };
    if (!agreed) return { kind: "notAgreed" };
    const { answers } = settle(form.questionnaire, { ...form.given, declare: "yes" }, key.part);
    await completeDraft(tx, form.response, answers);
    await endInvitation(tx, key);
    await endUnanswered(tx, key);
    const { questionnaire } = form;
    if (key.form === "checkIn") await actOnCheckIn(tx, { ...key, questionnaire }, answers);
    else await tellStaff(tx, form, answers);
    const own = await organisationScope(tx.db, key.organisation);
    await assessEntry(own, store(), key.actor, key.entry);
    return { kind: "completed" };
  });
}

async function endInvitation(tx: Tx, { invitation }: FormKey): Promise<void> {
  const found = invitation === null ? null : await invitationById(tx.db, invitation);
  if (found && found.completedAt === null) await updateInvitation(tx, found, { completedAt: tx.at });
}

/** What counts beyond the triage: whether they still want the operation, and how much notice they need. */
async function tellStaff(tx: Tx, { held, key }: HeldForm, answers: Answers): Promise<void> {
  const say = (kind: "stillWant" | "shortNotice", code: string, needsReading: boolean) =>
    insertWord(tx, { entry: held.id, kind, code, text: "", needsReading }, key);
  const wants = answers.still_want;
  if (typeof wants === "string") await say("stillWant", wants, wants !== "yes");
  const { short_notice: notice } = answers;
  if (typeof notice === "string") await say("shortNotice", notice, false);
}
