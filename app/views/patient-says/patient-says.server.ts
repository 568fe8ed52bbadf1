import { today } from "~/clock.server";
import { rangeSpoken, stillAhead } from "~/domain/dates-to-avoid";
import { invitationStanding, type InvitationStanding } from "~/domain/perioperative/invitation/standing";
import type { Form } from "~/domain/perioperative/questionnaire/forms";
import { saidByWords, sourceWords } from "~/domain/perioperative/questionnaire/response-source";
import { messageKind } from "~/facts/messages";
import { writtenTexts, type WrittenText } from "~/services/questionnaire/unread-texts.server";
import { store } from "~/store.server";
import type { User } from "~/auth/visitor.server";
import { avoidedDates } from "~db/avoided-dates";
import { recordPatientAccess } from "~db/patient-access";
import { invitationsOfEntry } from "~db/invitations";
import { messagesOfEntry, type Message } from "~db/messages";
import { wordsOfEntries } from "~db/patient-words";
import { responsesOfEntry } from "~db/questionnaire-responses";
import type { PatientWordKind } from "~db/schema";
import type { Scope } from "~db/scope";
import { findEntry } from "~db/waiting-list";
import { nameShown } from "../entry-words";
import { wordSentence } from "./word-sentence";

/** What a patient was asked and said, as staff see it. Instants are UTC ISO texts. */
export interface PatientSays {
  entry: string;
  name: string;
  listed: boolean;
  invitations: {
    id: string;
    part: number;
    purpose: string;
    at: string;
    standing: InvitationStanding;
    resting: boolean;
  }[];
  /** `kind`: what it is called. */
  messages: (Pick<Message, "id" | "channel" | "state" | "fault"> & { kind: string; at: string })[];
  responses: {
    id: string;
    form: Form;
    state: string;
    at: string;
    source: string;
    version: string;
    byStaff: boolean;
  }[];
  /** Days on which they cannot come, told on their page or to staff, that are not over; the file's are not among them. */
  avoids: { value: string; words: string }[];
  /** What they wrote within questions. */
  texts: WrittenText[];
  words: {
    number: number;
    kind: PatientWordKind;
    sentence: string;
    /** Who said it, in words; empty: it was kept before that was. */
    saidBy: string;
    text: string;
    at: string;
    unread: boolean;
  }[];
}

/** All of an entry in scope; null: there is none. */
export async function patientSays(user: User, scope: Scope, entry: string): Promise<PatientSays | null> {
  const { db, now } = store();
  const held = await findEntry(scope, db, entry);
  if (!held) return null;
  const look = { patients: [held.patient], page: "answers of a patient" };
  await recordPatientAccess(store(), { kind: "user", id: user.id }, look);
  return {
    entry,
    name: nameShown(held.entry.details) || held.entry.patientId,
    listed: held.state === "listed",
    invitations: (await invitationsOfEntry(scope, db, entry)).map((one) => ({
      ...{ id: one.id, part: one.part, purpose: one.purpose, at: one.createdAt },
      standing: invitationStanding(one, now()),
      resting: (one.lockedUntil ?? "") > now(),
    })),
    messages: (await messagesOfEntry(scope, db, entry)).map(
      ({ id, kind, channel, state, fault, doneAt, queuedAt }) => ({
        ...{ id, kind: messageKind(kind).name, channel, state, fault, at: doneAt ?? queuedAt },
      }),
    ),
    responses: (await responsesOfEntry(scope, db, entry)).map((one) => ({
      ...{ id: one.id, form: one.form, state: one.state, at: one.savedAt, version: one.version },
      source: sourceWords({ by: one.sourceBy, channel: one.sourceChannel }),
      byStaff: one.invitation === null,
    })),
    avoids: stillAhead(await avoidedDates(db, entry), today()).map((range) => ({
      value: `${range.from}/${range.to}`,
      words: rangeSpoken(range, today()),
    })),
    texts: await writtenTexts(scope, db, entry),
    words: (await wordsOfEntries(scope, db, [entry])).map((word) => ({
      ...{ number: word.number, kind: word.kind, text: word.text, at: word.at },
      sentence: wordSentence(word.kind, word.code),
      saidBy: saidByWords(word.saidBy),
      unread: word.needsReading && word.readAt === null,
    })),
  };
}
