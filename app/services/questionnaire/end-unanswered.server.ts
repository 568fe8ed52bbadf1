import type { Form } from "~/domain/perioperative/questionnaire/forms";
import type { Tx } from "~db/commit";
import { invitationById } from "~db/invitations";
import { organisationScope } from "~db/organisations";
import { endTask, tasksOfEntry } from "~db/screening/care-tasks";
import type { InvitationPurpose } from "~db/schema";
import type { FormKey } from "./form.server";

/** Which invitations a form answers. */
const PURPOSE: Record<Form, InvitationPurpose> = { screening: "questions", checkIn: "checkIn" };

/**
 * Whoever answers needs no call for not answering: what asks for one is done. A check-in leaves a call about the
 * questions at listing open, they one about a check-in, and both one about a link to the own page.
 */
export async function endUnanswered(
  tx: Tx,
  { organisation, entry, form }: Pick<FormKey, "organisation" | "entry" | "form">,
): Promise<void> {
  const own = await organisationScope(tx.db, organisation);
  for (const task of await tasksOfEntry(own, tx.db, entry)) {
    if (task.ended !== null || task.kind !== "noReply") continue;
    const asked = await invitationById(tx.db, task.about);
    // Nothing answers a link to their own page; what knows of no invitation was asked by either.
    if (asked === null || asked.purpose === PURPOSE[form])
      await endTask(tx, task, "done", "The patient has answered");
  }
}
