import type { About } from "~db/commit";
import type { Reader } from "~db/engine";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { ACTOR } from "./engines";

/** Reads of what patients are asked and say that are for use inside commits, or for whom their own link let in. */
export const ASKED_WITHIN = [
  ...[
    "invitationById",
    "usableInvitation",
    "entriesToInvite",
    "responseOfInvitation",
    "responseById",
    "openDraft",
  ],
  ...[
    "completedResponses",
    "startedResponses",
    "messageById",
    "messagesSince",
    "queuedFor",
    "dueMessages",
    "uncheckedMessages",
    "unansweredInvitations",
    "subjectsOfEntries",
    "lastWords",
    "comesAtShortNotice",
    "shortNoticeCode",
    "shortNoticeOfFile",
    "avoidedDates",
  ],
];

/** The modules of the store about patients who were asked in. */
export const loadAsked = () =>
  Promise.all([
    import("~db/invitations"),
    import("~db/messages"),
    import("~db/questionnaire-responses"),
    import("~db/patient-words"),
    import("~db/patient-devices"),
    import("~db/entries-to-invite"),
    import("~db/avoided-dates"),
  ]);

const LAID_AT = "2026-11-20T10:00:00.000Z";

/** An entry with one of everything that patients are asked and say, and how each read in scope asks for it. */
export async function askedReads(
  [invitations, messages, responses, words]: Awaited<ReturnType<typeof loadAsked>>,
  store: Store,
  entry: string,
  site: Required<About>,
): Promise<Record<string, (scope: Scope, db: Reader) => Promise<unknown>>> {
  const ids: string[] = [];
  await store.commit(ACTOR, "test", async (tx) => {
    const asked = { ...site, entry, purpose: "questions" as const, part: 1 };
    const expiresAt = "2027-02-01T00:00:00.000Z";
    const invitation = await invitations.insertInvitation(tx, { ...asked, expiresAt });
    const sent = { ...site, entry, kind: "invite", channel: "text" as const, invitation };
    ids.push(await messages.queueMessage(tx, sent));
    const laid = { state: "outbox" as const, queuedAt: LAID_AT, doneAt: LAID_AT, via: "file", fault: "" };
    await messages.keepMessage(tx, { ...sent, ...laid });
    const by = { sourceBy: "patient" as const, sourceChannel: "online" as const };
    const form = "screening" as const;
    const draft = { ...site, entry, invitation, form, version: "1.0.0", part: 1, given: {}, ...by };
    await responses.insertDraft(tx, { id: "R1", ...draft });
    await responses.insertDraft(tx, { id: "R2", ...draft, form: "checkIn" });
    const word = {
      entry,
      kind: "feedback" as const,
      code: "",
      text: "Good",
      saidBy: null,
      needsReading: true,
    };
    await words.insertWord(tx, word, site);
  });
  return {
    invitationsOfEntry: (scope, db) => invitations.invitationsOfEntry(scope, db, entry),
    responsesOfEntry: (scope, db) => responses.responsesOfEntry(scope, db, entry),
    findResponse: (scope, db) => responses.findResponse(scope, db, "R1"),
    messagesOfEntry: (scope, db) => messages.messagesOfEntry(scope, db, entry),
    messagesInStates: (scope, db) =>
      messages.messagesInStates(scope, db, { states: ["queued"], skip: 0, most: 10 }),
    messageIdsAfter: (scope, db) =>
      messages.messageIdsAfter(scope, db, { state: "queued", last: "", most: 10 }),
    messagesByIds: (scope, db) => messages.messagesByIds(scope, db, ids),
    countMessages: async (scope, db) => Object.entries(await messages.countMessages(scope, db)),
    lyingSince: async (scope, db) => {
      const lying = await messages.lyingSince(scope, db, { site: site.site, before: LAID_AT });
      return lying.messages === 0 ? [] : [{ ...lying, ...site }];
    },
    wordsOfEntries: (scope, db) => words.wordsOfEntries(scope, db, [entry]),
    unreadWords: (scope, db) => words.unreadWords(scope, db, 10),
  };
}
