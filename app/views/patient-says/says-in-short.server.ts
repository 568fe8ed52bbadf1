import { unreadTexts } from "~/services/questionnaire/unread-texts.server";
import { store } from "~/store.server";
import type { Reader } from "~db/engine";
import { invitationsOfEntry } from "~db/invitations";
import { wordsOfEntries } from "~db/patient-words";
import { responsesOfEntry } from "~db/questionnaire-responses";
import type { Scope } from "~db/scope";
import { markedIfForThem } from "~/domain/perioperative/questionnaire/response-source";
import { invitationStanding } from "~/domain/perioperative/invitation/standing";
import { wordSentence } from "./word-sentence";

/** What a patient was asked and said, for the entry's page. */
export interface SaysInShort {
  /** How the questions stand, in words. */
  questions: string;
  /** When answers were sent last; UTC instant; null: never. */
  answeredAt: string | null;
  /** Messages, and texts within answers, that nobody has read. */
  unread: number;
  unreadTexts: number;
  /** The last words, in staff's words. */
  last: string[];
}

const SHOWN = 4;

/** The short of it for an entry in scope. */
export async function saysInShort(scope: Scope, db: Reader, entry: string): Promise<SaysInShort> {
  const responses = await responsesOfEntry(scope, db, entry);
  const [invitation] = (await invitationsOfEntry(scope, db, entry)).filter(
    ({ purpose }) => purpose === "questions",
  );
  const words = await wordsOfEntries(scope, db, [entry]);
  const lastOfKind = new Map([...words].reverse().map((word) => [word.kind, word]));
  const standing = invitation && invitationStanding(invitation, store().now());
  const begun = responses.some(({ form, state }) => form === "screening" && state === "draft");
  return {
    questions: standing === undefined ? (begun ? "Begun by staff" : "Not asked yet") : WORDS[standing](begun),
    answeredAt: responses.find(({ state }) => state === "completed")?.completedAt ?? null,
    unreadTexts: (await unreadTexts(scope, db, entry)).length,
    unread: words.filter(({ needsReading, readAt }) => needsReading && readAt === null).length,
    last: [...lastOfKind.values()]
      .map(({ kind, code, saidBy }) => markedIfForThem(wordSentence(kind, code), saidBy))
      .slice(0, SHOWN),
  };
}

const WORDS = {
  open: (begun: boolean) => (begun ? "Asked, and begun" : "Asked, not begun"),
  completed: () => "Answered",
  expired: () => "The link has run out",
  revoked: () => "The links are closed",
};
