import { oneOf, t } from "../columns";
import { theatreSession } from "./theatre-sessions";
import { waitingListEntry } from "./waiting-list";

export const NOTICE_KINDS = ["told", "accepted", "declined", "askedToChange", "withdrawn"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export const NOTICE_CHANNELS = ["letter", "largePrintLetter", "phone", "text", "email", "inPerson"] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** That a patient was told of a TCI date, and what came of it. Append-only; the highest number of an entry counts. */
export const patientNotice = t.table(
  "patient_notice",
  {
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    number: t.int("number").notNull(),
    session: t
      .text("session")
      .notNull()
      .references(() => theatreSession.id),
    kind: t.enumText("kind", NOTICE_KINDS).notNull(),
    channel: t.enumText("channel", NOTICE_CHANNELS).notNull(),
    /** The TCI date that it is about, as the patient knows it. */
    date: t.date("date").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
    note: t.text("note").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.entry, c.number] }),
    t.index("patient_notice_session").on(c.session),
    oneOf("patient_notice_kind_known", c.kind, NOTICE_KINDS),
    oneOf("patient_notice_channel_known", c.channel, NOTICE_CHANNELS),
  ],
);

export const CALL_KINDS = ["offer", "standBy"] as const;
export type CallKind = (typeof CALL_KINDS)[number];
export const CALL_ANSWERS = ["accepted", "declined", "noAnswer", "notUsed"] as const;
export type CallAnswer = (typeof CALL_ANSWERS)[number];

/** A call to a patient about a gap in a list. Being called, and the answer, never cost a place. Append-only. */
export const placeCall = t.table(
  "place_call",
  {
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    number: t.int("number").notNull(),
    session: t
      .text("session")
      .notNull()
      .references(() => theatreSession.id),
    kind: t.enumText("kind", CALL_KINDS).notNull(),
    answer: t.enumText("answer", CALL_ANSWERS).notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
    note: t.text("note").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.entry, c.number] }),
    t.index("place_call_session").on(c.session),
    oneOf("place_call_kind_known", c.kind, CALL_KINDS),
    oneOf("place_call_answer_known", c.answer, CALL_ANSWERS),
  ],
);

/** The earliest reasonable offer date of an entry on the day it was worked out, with the capacity seen. Append-only. */
export const earliestOffer = t.table(
  "earliest_offer",
  {
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    number: t.int("number").notNull(),
    /** Null: no place in the weeks that were looked at. */
    date: t.date("date"),
    session: t.text("session").references(() => theatreSession.id),
    /** What was free then, as evidence (app/domain/earliest-offer.ts). */
    seen: t.json<unknown>("seen").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.entry, c.number] })],
);
