import type { FhirQuestionnaire, FhirQuestionnaireResponse } from "~/domain/perioperative/questionnaire/fhir";
import type { AnswerValue } from "~/domain/perioperative/answers";
import { questionsOf, type Question } from "~/domain/perioperative/questionnaire/questionnaire";
import { fromResponse, toResponse } from "~/domain/perioperative/questionnaire/response";
import { settle } from "~/domain/perioperative/questionnaire/settle";
import { firstOpenPage } from "~/domain/perioperative/questionnaire/walk";
import type { Form } from "~/domain/perioperative/questionnaire/forms";
import { currentFormResource, formOfAddress, questionnaireOf } from "~/facts/questionnaire";
import { store } from "~/store.server";
import type { Actor } from "~db/actor";
import type { Reader } from "~db/engine";
import { newId } from "~db/new-id";
import {
  completedResponses,
  completeDraft,
  findResponse,
  insertDraft,
  responseById,
} from "~db/questionnaire-responses";
import type { Scope } from "~db/scope";
import { findEntry } from "~db/waiting-list";
import { answersCameIn } from "./answers-came-in.server";

/** The version of a form that is asked now. */
export const currentResource = (form: Form): FhirQuestionnaire => currentFormResource(form);

/** A response in scope as a FHIR resource; null: there is none. A draft carries what counts so far. */
export async function exportResponse(scope: Scope, id: string): Promise<FhirQuestionnaireResponse | null> {
  const found = await findResponse(scope, store().db, id);
  if (!found) return null;
  const questionnaire = questionnaireOf(found.version, found.form)!;
  const answers = found.answers ?? settle(questionnaire, found.given, found.part).answers;
  return toResponse(questionnaire, answers, {
    ...{ id: found.id, subject: found.entry, authored: found.completedAt ?? found.savedAt },
    source: { by: found.sourceBy, channel: found.sourceChannel },
    status: found.state === "completed" ? "completed" : "in-progress",
  });
}

export type ImportedResponse =
  { kind: "imported"; id: string } | { kind: "refused"; faults: readonly string[] };

/**
 * Takes over a completed QuestionnaireResponse of a version that Hublist asked, for an entry in scope, and does about it
 * what is done about every answer. What does not apply by that version's conditions is passed over; a page that lacks an
 * answer, a number that nobody can have, and answers older than those that are held are faults.
 */
export async function importResponse(
  scope: Scope,
  actor: Actor,
  resource: FhirQuestionnaireResponse,
): Promise<ImportedResponse> {
  const [url = "", version = ""] = String(resource.questionnaire ?? "").split("|");
  const form = formOfAddress(url);
  const questionnaire = form && questionnaireOf(version, form);
  if (!form || !questionnaire) return refused(`questionnaire: Hublist never asked the version "${version}"`);
  const all = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  const read = fromResponse(questionnaire, all, resource);
  if ("faults" in read) return { kind: "refused", faults: read.faults };
  if (read.status !== "completed") return refused("status: only completed answers are taken over");
  const part = [...all.values()].some((one) => one.part > 1 && read.answers[one.id] !== undefined) ? 2 : 1;
  const settled = settle(questionnaire, read.answers, part);
  const open = firstOpenPage(questionnaire, settled);
  if (open) return refused(`page.${open.id}: an answer is missing`);
  const beyond = [...all.values()].filter((question) => isBeyond(question, settled.answers[question.id]));
  if (beyond.length > 0) return refused(...beyond.map(({ id }) => `${id}: a number that is out of bounds`));
  return store().commit(actor, "questionnaire.import", async (tx): Promise<ImportedResponse> => {
    const held = read.subject === null ? null : await findEntry(scope, tx.db, read.subject);
    if (!held) return refused("subject: there is no such entry on the lists in scope");
    const newer = await newerThan(tx.db, held.id, form, resource.authored);
    if (newer) return refused(`authored: answers of ${newer} are held, and these are older`);
    const id = newId();
    const where = {
      organisation: held.organisation,
      site: held.entry.listingSite,
      entry: held.id,
      invitation: null,
    };
    const { by: sourceBy, channel: sourceChannel } = read.source ?? { by: "staff", channel: "paper" };
    await insertDraft(tx, {
      id,
      ...where,
      form,
      version,
      part,
      given: read.answers,
      sourceBy,
      sourceChannel,
    });
    await completeDraft(tx, (await responseById(tx.db, id))!, settled.answers);
    const came = { ...where, actor, form, questionnaire, saidBy: sourceBy };
    await answersCameIn(tx, came, settled.answers);
    return { kind: "imported", id };
  });
}

const refused = (...faults: string[]): ImportedResponse => ({ kind: "refused", faults });

const isBeyond = ({ bounds }: Question, answer: AnswerValue | undefined): boolean =>
  bounds !== null && typeof answer === "number" && (answer < bounds.from || answer > bounds.to);

/** When the answers to a form came in that are newer than an instant; null: none are. What says no instant is new. */
async function newerThan(db: Reader, entry: string, form: Form, authored?: string): Promise<string | null> {
  const last = (await completedResponses(db, [entry], form)).at(-1)?.completedAt;
  if (!last || authored === undefined || Number.isNaN(Date.parse(authored))) return null;
  return Date.parse(authored) < Date.parse(last) ? last : null;
}
