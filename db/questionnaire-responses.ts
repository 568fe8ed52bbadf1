import { and, asc, desc, eq, gt, gte, inArray, isNull, or, type InferSelectModel } from "drizzle-orm";
import type { Answers } from "~/domain/perioperative/answers";
import type { Form } from "~/domain/perioperative/questionnaire/forms";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { invitation, questionnaireResponse as response, type InvitationPurpose } from "./schema";
import { inScope, type Scope } from "./scope";

/** Answers to one version of the questionnaire; see db/schema/invitations.ts. */
export type QuestionnaireResponse = InferSelectModel<typeof response>;

const about = ({ organisation, site }: QuestionnaireResponse): About => ({ organisation, site });

/** The responses of an entry in scope, latest first. */
export async function responsesOfEntry(
  scope: Scope,
  db: Reader,
  entry: string,
): Promise<QuestionnaireResponse[]> {
  return db
    .select()
    .from(response)
    .where(and(eq(response.entry, entry), inScope(scope, response.organisation, response.site)))
    .orderBy(desc(response.startedAt), desc(response.id));
}

/** One response in scope. */
export async function findResponse(
  scope: Scope,
  db: Reader,
  id: string,
): Promise<QuestionnaireResponse | null> {
  const [found] = await db
    .select()
    .from(response)
    .where(and(eq(response.id, id), inScope(scope, response.organisation, response.site)));
  return found ?? null;
}

/** The response of an invitation, for those who passed its identity form. */
export async function responseOfInvitation(
  db: Reader,
  invitation: string,
): Promise<QuestionnaireResponse | null> {
  const [found] = await db
    .select()
    .from(response)
    .where(eq(response.invitation, invitation))
    .orderBy(desc(response.startedAt))
    .limit(1);
  return found ?? null;
}

/**
 * The draft of an entry that was saved last under an invitation of a purpose which has neither run out nor been answered,
 * nor been taken back by staff; one that so many guesses closed counts. Null: nothing was begun.
 */
export async function openDraft(
  db: Reader,
  of: { entry: string; purpose: InvitationPurpose; guesses: number; now: string },
): Promise<QuestionnaireResponse | null> {
  const { revokedAt, wrongGuesses, completedAt, expiresAt, purpose } = invitation;
  const [found] = await db
    .select({ response })
    .from(response)
    .innerJoin(invitation, eq(response.invitation, invitation.id))
    .where(
      and(
        ...[eq(response.entry, of.entry), eq(response.state, "draft"), eq(purpose, of.purpose)],
        ...[isNull(completedAt), gt(expiresAt, of.now)],
        or(isNull(revokedAt), gte(wrongGuesses, of.guesses)),
      ),
    )
    .orderBy(desc(response.savedAt))
    .limit(1);
  return found?.response ?? null;
}

/** One response by its id, inside a commit or for whom it was found by their invitation. */
export async function responseById(db: Reader, id: string): Promise<QuestionnaireResponse | null> {
  const [found] = await db.select().from(response).where(eq(response.id, id));
  return found ?? null;
}

/** The completed responses of some entries to a form, first to last; of entries that a scoped read has found. */
export async function completedResponses(
  db: Reader,
  entries: readonly string[],
  form: Form = "screening",
): Promise<QuestionnaireResponse[]> {
  if (entries.length === 0) return [];
  return db
    .select()
    .from(response)
    .where(
      and(inArray(response.entry, [...entries]), eq(response.form, form), eq(response.state, "completed")),
    )
    .orderBy(asc(response.completedAt), asc(response.id));
}

/** Entries of a list that have a response that is not completed; of entries that a scoped read has found. */
export async function startedResponses(db: Reader, entries: readonly string[]): Promise<Set<string>> {
  if (entries.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ entry: response.entry })
    .from(response)
    .where(and(inArray(response.entry, [...entries]), eq(response.state, "draft")));
  return new Set(rows.map(({ entry }) => entry));
}

/** What a new response is made of. */
export type NewResponse = Pick<
  QuestionnaireResponse,
  | "id"
  | "organisation"
  | "site"
  | "entry"
  | "invitation"
  | "form"
  | "version"
  | "part"
  | "given"
  | "sourceBy"
  | "sourceChannel"
>;

/** Keeps a new draft. */
export async function insertDraft(tx: Tx, draft: NewResponse): Promise<void> {
  const fresh = { state: "draft" as const, revision: 1, answers: null, completedAt: null };
  const saved = { startedAt: tx.at, savedAt: tx.at, savedBy: tx.by };
  await tx.insert(response, { ...draft, ...fresh, ...saved }, draft);
}

/** Saves all that was typed so far; throws on a completed response, which nothing changes. */
export async function saveDraft(
  tx: Tx,
  held: QuestionnaireResponse,
  given: Answers,
  source: Pick<QuestionnaireResponse, "sourceBy" | "sourceChannel">,
): Promise<void> {
  mustBeDraft(held);
  const saved = { revision: held.revision + 1, savedAt: tx.at, savedBy: tx.by };
  await tx.update(response, { id: held.id }, { given, ...source, ...saved }, about(held));
}

/** Completes a draft with the answers that count; what was typed besides is forgotten. */
export async function completeDraft(tx: Tx, held: QuestionnaireResponse, answers: Answers): Promise<void> {
  mustBeDraft(held);
  const done = { state: "completed" as const, answers, given: answers, completedAt: tx.at };
  const saved = { revision: held.revision + 1, savedAt: tx.at, savedBy: tx.by };
  await tx.update(response, { id: held.id }, { ...done, ...saved }, about(held));
}

function mustBeDraft({ id, state }: QuestionnaireResponse): void {
  if (state !== "draft") throw new Error(`The response ${id} is completed. Make a new one instead.`);
}
