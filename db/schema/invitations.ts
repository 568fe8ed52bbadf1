import { FORMS } from "~/domain/perioperative/questionnaire/forms";
import { RESPONSE_CHANNELS, RESPONSE_GIVERS } from "~/domain/perioperative/questionnaire/response-source";
import type { Answers } from "~/domain/perioperative/answers";
import { oneOf, t } from "../columns";
import { waitingListEntry } from "./waiting-list";

/**
 * questions: to answer the questionnaire; checkIn: to say how they are while they wait; both are over once the answers
 * are sent. page: to the patient's own page.
 */
export const INVITATION_PURPOSES = ["questions", "checkIn", "page"] as const;
export type InvitationPurpose = (typeof INVITATION_PURPOSES)[number];

/** That a patient is asked in. Wrong guesses of who they are count here, whichever link was used. */
export const invitation = t.table(
  "invitation",
  {
    id: t.text("id").primaryKey(),
    organisation: t.text("organisation").notNull(),
    site: t.text("site").notNull(),
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    purpose: t.enumText("purpose", INVITATION_PURPOSES).notNull(),
    /** Questions up to this part are asked. */
    part: t.int("part").notNull(),
    createdBy: t.text("created_by").notNull(),
    createdAt: t.instant("created_at").notNull(),
    expiresAt: t.instant("expires_at").notNull(),
    completedAt: t.instant("completed_at"),
    revokedAt: t.instant("revoked_at"),
    wrongGuesses: t.int("wrong_guesses").notNull(),
    lastWrongAt: t.instant("last_wrong_at"),
    lockedUntil: t.instant("locked_until"),
  },
  (c) => [
    t.index("invitation_entry").on(c.entry),
    oneOf("invitation_purpose_known", c.purpose, INVITATION_PURPOSES),
  ],
);

/** A link of an invitation. Only the hash of its secret is kept: a copy of the database opens no page. */
export const invitationLink = t.table(
  "invitation_link",
  {
    id: t.text("id").primaryKey(),
    secretHash: t.text("secret_hash").notNull(),
    invitation: t
      .text("invitation")
      .notNull()
      .references(() => invitation.id),
    createdAt: t.instant("created_at").notNull(),
  },
  (c) => [
    t.uniqueIndex("invitation_link_secret").on(c.secretHash),
    t.index("invitation_link_of").on(c.invitation),
  ],
);

/** A browser in which somebody said who they are. Kept like a sign-in, and apart from those of staff. */
export const patientDevice = t.table(
  "patient_device",
  {
    id: t.text("id").primaryKey(),
    tokenHash: t.text("token_hash").notNull(),
    invitation: t
      .text("invitation")
      .notNull()
      .references(() => invitation.id),
    /** Who said that they are using it. */
    who: t.enumText("who", RESPONSE_GIVERS).notNull(),
    createdAt: t.instant("created_at").notNull(),
    lastSeenAt: t.instant("last_seen_at").notNull(),
    expiresAt: t.instant("expires_at").notNull(),
    revokedAt: t.instant("revoked_at"),
  },
  (c) => [
    t.uniqueIndex("patient_device_token").on(c.tokenHash),
    t.index("patient_device_invitation").on(c.invitation),
    oneOf("patient_device_who_known", c.who, RESPONSE_GIVERS),
  ],
);

export const RESPONSE_STATES = ["draft", "completed"] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/**
 * Answers to one version of the questionnaire. A draft holds all that was typed (`given`) and is saved page by page;
 * completed it holds what counts (`answers`) and never changes again: a later one is a new response.
 */
export const questionnaireResponse = t.table(
  "questionnaire_response",
  {
    id: t.text("id").primaryKey(),
    organisation: t.text("organisation").notNull(),
    site: t.text("site").notNull(),
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    /** Null: staff entered it from the entry's page. */
    invitation: t.text("invitation").references(() => invitation.id),
    /** Which questions these are; the version is one of theirs. */
    form: t.enumText("form", FORMS).notNull().default("screening"),
    version: t.text("version").notNull(),
    part: t.int("part").notNull(),
    state: t.enumText("state", RESPONSE_STATES).notNull(),
    /** Number of times it was saved. */
    revision: t.int("revision").notNull(),
    given: t.json<Answers>("given").notNull(),
    answers: t.json<Answers>("answers"),
    sourceBy: t.enumText("source_by", RESPONSE_GIVERS).notNull(),
    sourceChannel: t.enumText("source_channel", RESPONSE_CHANNELS).notNull(),
    startedAt: t.instant("started_at").notNull(),
    savedAt: t.instant("saved_at").notNull(),
    savedBy: t.text("saved_by").notNull(),
    completedAt: t.instant("completed_at"),
  },
  (c) => [
    t.index("questionnaire_response_entry").on(c.entry, c.completedAt),
    t.index("questionnaire_response_invitation").on(c.invitation),
    t.index("questionnaire_response_form").on(c.form, c.state, c.entry),
    oneOf("questionnaire_response_form_known", c.form, FORMS),
    oneOf("questionnaire_response_state_known", c.state, RESPONSE_STATES),
    oneOf("questionnaire_response_by_known", c.sourceBy, RESPONSE_GIVERS),
    oneOf("questionnaire_response_channel_known", c.sourceChannel, RESPONSE_CHANNELS),
  ],
);
