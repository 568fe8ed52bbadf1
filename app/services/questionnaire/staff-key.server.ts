import type { ResponseChannel } from "~/domain/perioperative/questionnaire/response-source";
import type { Form } from "~/domain/perioperative/questionnaire/forms";
import { currentForm } from "~/facts/questionnaire";
import { store } from "~/store.server";
import type { Actor } from "~db/actor";
import { newId } from "~db/new-id";
import { findResponse, insertDraft } from "~db/questionnaire-responses";
import type { Scope } from "~db/scope";
import { findEntry } from "~db/waiting-list";
import type { FormKey } from "./form.server";

/** Which response of which entry staff enter. */
export interface StaffForm {
  entry: string;
  response: string;
}

/** The form of a response that staff began; null: none in scope, or it is the patient's own. */
export async function staffKey(scope: Scope, actor: Actor, asked: StaffForm): Promise<FormKey | null> {
  const found = await findResponse(scope, store().db, asked.response);
  if (!found || found.entry !== asked.entry || found.invitation !== null) return null;
  const { organisation, site, entry, form, part, sourceChannel: channel } = found;
  return {
    ...{ actor, organisation, site, entry, form, part },
    source: { by: "staff", channel },
    invitation: null,
    response: found.id,
  };
}

/** What staff begin to enter: of which form, up to which part, and how the answers came in. */
export interface BegunForm {
  entry: string;
  channel: Exclude<ResponseChannel, "online">;
  form: Form;
  part: number;
}

/** Begins to enter answers that a patient gave on the phone or on paper; null: no such entry on the list. */
export async function beginForStaff(
  scope: Scope,
  actor: Actor,
  { entry, channel, form, part }: BegunForm,
): Promise<string | null> {
  return store().commit(actor, "questionnaire.begin", async (tx) => {
    const held = await findEntry(scope, tx.db, entry);
    if (held?.state !== "listed") return null;
    const id = newId();
    const where = { organisation: held.organisation, site: held.entry.listingSite, entry, invitation: null };
    const source = { sourceBy: "staff" as const, sourceChannel: channel };
    const { version } = currentForm(form);
    await insertDraft(tx, { id, ...where, form, version, part, given: {}, ...source });
    return id;
  });
}
