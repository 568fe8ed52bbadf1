import { pagesOf, type Page } from "~/domain/perioperative/questionnaire/questionnaire";
import type { Doubt } from "~/domain/perioperative/questionnaire/doubts";
import { readPage, type FieldFault, type Posted } from "~/domain/perioperative/questionnaire/read-page";
import { urgentAnswers, type UrgentAnswer } from "~/domain/perioperative/questionnaire/urgent";
import { settle } from "~/domain/perioperative/questionnaire/settle";
import { nextPage, questionsOn } from "~/domain/perioperative/questionnaire/walk";
import { store } from "~/store.server";
import type { Answers } from "~/domain/perioperative/answers";
import type { Tx } from "~db/commit";
import { newId } from "~db/new-id";
import { insertDraft, saveDraft } from "~db/questionnaire-responses";
import { readForm, type FormKey, type HeldForm } from "./form.server";
import { raiseUrgent } from "./raise-urgent.server";

/** A page as it was sent. */
export interface SentPage {
  page: string;
  posted: Posted;
  /** Somebody was asked whether an unlikely number is right, and said yes. */
  sure: boolean;
  /** They came from the check of answers. */
  changing: boolean;
}

/** Where it goes on: a page, or null for the check of answers; urgent advice comes before it. */
export type SaveAnswer =
  | { kind: "saved"; next: string | null; urgent: readonly UrgentAnswer[]; response: string }
  | { kind: "faults"; faults: readonly FieldFault[] }
  | { kind: "doubts"; doubts: readonly Doubt[] }
  /** The answers were sent, perhaps from another device. */
  | { kind: "completed" }
  | { kind: "noPage" };

/** Reads and saves one page into the form as it stands at this moment: two devices lose nothing of each other. */
export async function savePage(key: FormKey, sent: SentPage): Promise<SaveAnswer> {
  return store().commit(key.actor, "questionnaire.save", async (tx) => {
    const form = await readForm(tx.db, key);
    const page = form && pagesOf(form.questionnaire).find(({ id }) => id === sent.page);
    if (!form || !page || questionsOn(page, form.settled).length === 0) return { kind: "noPage" };
    if (form.sent) return { kind: "completed" };
    const read = readPage(form.questionnaire, page, form.given, sent.posted, key.part);
    if (read.faults.length > 0) return { kind: "faults", faults: read.faults };
    if (read.doubts.length > 0 && !sent.sure) return { kind: "doubts", doubts: read.doubts };
    const response = await keep(tx, form, typedOf(form, read.given));
    await raiseUrgent(tx, form, read.given);
    return goOn(form, page, read.given, sent.changing, response);
  });
}

/** What was typed, without what the record and the identity form say. */
function typedOf({ questionnaire }: HeldForm, given: Answers): Answers {
  const record = new Set([...questionnaire.context.map(({ id }) => id), "who_answering"]);
  return Object.fromEntries(Object.entries(given).filter(([id]) => !record.has(id)));
}

async function keep(
  tx: Tx,
  { key, held, response, questionnaire, source }: HeldForm,
  given: Answers,
): Promise<string> {
  const sourceBy = source.by;
  const sourceChannel = source.channel;
  if (response) {
    await saveDraft(tx, response, given, { sourceBy, sourceChannel });
    return response.id;
  }
  const id = newId();
  const { organisation, site, part, invitation, form } = key;
  const version = questionnaire.version;
  const row = {
    id,
    organisation,
    site,
    entry: held.id,
    invitation,
    form,
    version,
    part,
    given,
    sourceBy,
    sourceChannel,
  };
  await insertDraft(tx, row);
  return id;
}

function goOn(form: HeldForm, page: Page, given: Answers, changing: boolean, response: string): SaveAnswer {
  const now = settle(form.questionnaire, given, form.key.part);
  const next = nextPage(form.questionnaire, now, page.id, changing);
  const urgent = urgentAnswers(questionsOn(page, now), now.answers);
  return { kind: "saved", next: next?.id ?? null, urgent, response };
}
