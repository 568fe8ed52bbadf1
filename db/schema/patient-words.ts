import { RESPONSE_GIVERS } from "~/domain/perioperative/questionnaire/response-source";
import { oneOf, t } from "../columns";
import { waitingListEntry } from "./waiting-list";

/** What patients tell on their own page, or in their answers. */
export const PATIENT_WORD_KINDS = [
  "stillWant",
  "shortNotice",
  "datesToAvoid",
  "dateAnswer",
  "otherProvider",
  "feedback",
  "contactDetails",
  "help",
] as const;
export type PatientWordKind = (typeof PATIENT_WORD_KINDS)[number];

/**
 * What a patient said, or somebody for them, for staff to read. It changes nothing by itself but whom stand-by may call, whom no plan places at
 * short notice, and the dates to avoid, which stand beside their entry; the last of a kind counts. Append-only but for who
 * has read it.
 */
export const patientWord = t.table(
  "patient_word",
  {
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    number: t.int("number").notNull(),
    kind: t.enumText("kind", PATIENT_WORD_KINDS).notNull(),
    /** The code of what was chosen, such as `yes`; empty for words alone. */
    code: t.text("code").notNull(),
    /** In their own words. */
    text: t.text("text").notNull(),
    /** Who said it of those whom the identity form tells apart; null: kept before this was. */
    saidBy: t.enumText("said_by", RESPONSE_GIVERS),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
    /** Staff have to see it. */
    needsReading: t.bool("needs_reading").notNull(),
    readBy: t.text("read_by"),
    readAt: t.instant("read_at"),
  },
  (c) => [
    t.primaryKey({ columns: [c.entry, c.number] }),
    t.index("patient_word_kind").on(c.entry, c.kind, c.number),
    t.index("patient_word_unread").on(c.needsReading, c.readAt),
    oneOf("patient_word_kind_known", c.kind, PATIENT_WORD_KINDS),
    oneOf("patient_word_said_by_known", c.saidBy, RESPONSE_GIVERS),
  ],
);
