import { settle } from "~/domain/perioperative/questionnaire/settle";
import { firstOpenPage } from "~/domain/perioperative/questionnaire/walk";
import { store } from "~/store.server";
import type { Tx } from "~db/commit";
import { invitationById, invitationsOfEntry, updateInvitation } from "~db/invitations";
import { organisationScope } from "~db/organisations";
import { completeDraft } from "~db/questionnaire-responses";
import { answersCameIn } from "./answers-came-in.server";
import { readForm, type FormKey } from "./form.server";

/** open: a page still lacks an answer; completed: sent now, or before from another device. */
export type CompleteAnswer =
  { kind: "completed" } | { kind: "notAgreed" } | { kind: "open"; page: string } | { kind: "nothing" };

/** Sends the answers: what counts is kept and never changes again, and the links to the questions end. */
export async function completeForm(key: FormKey, agreed: boolean): Promise<CompleteAnswer> {
  return store().commit(key.actor, "questionnaire.complete", async (tx) => {
    const form = await readForm(tx.db, key);
    if (form?.sent) return { kind: "completed" };
    const open = form && firstOpenPage(form.questionnaire, form.settled);
    if (open) return { kind: "open", page: open.id };
    if (!form?.response) return { kind: "nothing" };
    if (!agreed) return { kind: "notAgreed" };
    const { answers } = settle(form.questionnaire, { ...form.given, declare: "yes" }, key.part);
    await completeDraft(tx, form.response, answers);
    await endInvitation(tx, key);
    const came = { ...key, questionnaire: form.questionnaire, saidBy: form.source.by };
    await answersCameIn(tx, came, answers);
    return { kind: "completed" };
  });
}

/** Ends the links that these answers answer: the one that was used, and older and newer ones that ask no more. */
async function endInvitation(tx: Tx, { invitation, organisation, entry }: FormKey): Promise<void> {
  const used = invitation === null ? null : await invitationById(tx.db, invitation);
  if (used === null) return;
  const own = await organisationScope(tx.db, organisation);
  const answered = (await invitationsOfEntry(own, tx.db, entry)).filter(
    ({ purpose, part, completedAt, revokedAt }) =>
      purpose === used.purpose && part <= used.part && completedAt === null && revokedAt === null,
  );
  for (const one of answered) await updateInvitation(tx, one, { completedAt: tx.at });
}
