import { today } from "~/clock.server";
import type { Answers } from "~/domain/perioperative/answers";
import { contextAnswers } from "~/domain/perioperative/questionnaire/context";
import type { Form } from "~/domain/perioperative/questionnaire/forms";
import type { Questionnaire } from "~/domain/perioperative/questionnaire/questionnaire";
import { WHO_ANSWERS, type ResponseSource } from "~/domain/perioperative/questionnaire/response-source";
import { settle, type Settled } from "~/domain/perioperative/questionnaire/settle";
import { currentForm, questionnaireOf } from "~/facts/questionnaire";
import type { Actor } from "~db/actor";
import type { Reader } from "~db/engine";
import { invitationById } from "~db/invitations";
import { organisationScope } from "~db/organisations";
import { responseById, responseOfInvitation, type QuestionnaireResponse } from "~db/questionnaire-responses";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { recordFactsOf } from "./record-facts.server";

/** Who fills a form in for which entry: a patient by their invitation, or staff by the response they began. */
export interface FormKey {
  actor: Actor;
  organisation: string;
  site: string;
  entry: string;
  form: Form;
  part: number;
  source: ResponseSource;
  /** Null: staff. */
  invitation: string | null;
  /** Of staff: the response; null: not begun. */
  response: string | null;
}

/** A form at this moment: the questions of its version, all that was typed, and what counts of it. */
export interface HeldForm {
  key: FormKey;
  held: HeldEntry;
  questionnaire: Questionnaire;
  /** Null: nothing was saved yet. */
  response: QuestionnaireResponse | null;
  /** These answers were sent, or the patient sent others by another link meanwhile, which took the place of these. */
  sent: boolean;
  source: ResponseSource;
  /** All that was typed, with what the record and the identity form say. */
  given: Answers;
  settled: Settled;
}

/** Reads a form; null: the entry is gone from the store's view of it. */
export async function readForm(db: Reader, key: FormKey): Promise<HeldForm | null> {
  // A patient whose listing moved to another site keeps their form; staff see the sites that are theirs.
  const own =
    key.invitation === null
      ? { organisations: [key.organisation], sites: [key.site] }
      : await organisationScope(db, key.organisation);
  const held = await findEntry(own, db, key.entry);
  if (!held) return null;
  const response =
    key.invitation === null
      ? key.response && (await responseById(db, key.response))
      : await responseOfInvitation(db, key.invitation);
  const asked = key.invitation === null ? null : await invitationById(db, key.invitation);
  const form = heldForm(key, held, response || null);
  return { ...form, sent: form.sent || (asked?.completedAt ?? null) !== null };
}

/** A form from what was read of it. */
export function heldForm(key: FormKey, held: HeldEntry, response: QuestionnaireResponse | null): HeldForm {
  const questionnaire = (response && questionnaireOf(response.version, key.form)) ?? currentForm(key.form);
  const source = joined(key.source, response);
  const record = contextAnswers(questionnaire, recordFactsOf(held.entry), today());
  const given = { ...response?.given, ...record, who_answering: WHO_ANSWERS[source.by] };
  const settled = settle(questionnaire, given, key.part);
  const sent = response?.state === "completed";
  return { key, held, questionnaire, response, sent, source, given, settled };
}

const FURTHEST = ["patient", "helped", "carer"] as const;

/** Answers that a carer gave in part are a carer's, and those that were helped with in part are helped. */
function joined(source: ResponseSource, response: QuestionnaireResponse | null): ResponseSource {
  if (source.by === "staff" || !response) return source;
  const rank = (by: string) => FURTHEST.findIndex((one) => one === by);
  return rank(response.sourceBy) > rank(source.by) ? { by: response.sourceBy, channel: "online" } : source;
}
