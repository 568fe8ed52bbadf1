import { CASE_MOMENTS } from "~/domain/operating-day/moments";
import { oneOf, t } from "../columns";
import { theatreSession } from "./theatre-sessions";
import { waitingListEntry } from "./waiting-list";

/** A moment of a case as it was recorded. Append-only; of one entry and moment in a session the highest number counts. */
export const caseMoment = t.table(
  "case_moment",
  {
    session: t
      .text("session")
      .notNull()
      .references(() => theatreSession.id),
    number: t.int("number").notNull(),
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    moment: t.enumText("moment", CASE_MOMENTS).notNull(),
    /** When it happened; null: it was recorded by mistake and did not happen. */
    happenedAt: t.instant("happened_at"),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
    /** Why it was corrected; empty for the first record. */
    reason: t.text("reason").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.session, c.number] }),
    t.index("case_moment_entry").on(c.entry),
    oneOf("case_moment_known", c.moment, CASE_MOMENTS),
  ],
);

/** A case that was cancelled, and why. Append-only. */
export const cancellation = t.table(
  "cancellation",
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
    /** The TCI date that was lost. */
    date: t.date("date").notNull(),
    /** Code of the reason (app/facts/cancellation-reasons.json). */
    reasonCode: t.text("reason_code").notNull(),
    clinical: t.bool("clinical").notNull(),
    avoidable: t.bool("avoidable"),
    lastMinute: t.bool("last_minute").notNull(),
    /** Last day of the new offer that the patient is owed; null: none is owed. */
    offerBy: t.date("offer_by"),
    note: t.text("note").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.entry, c.number] }), t.index("cancellation_session").on(c.session)],
);

/** What the team says of a list after it: why it began late, had gaps or ended early. Append-only. */
export const debrief = t.table(
  "debrief",
  {
    session: t
      .text("session")
      .notNull()
      .references(() => theatreSession.id),
    number: t.int("number").notNull(),
    lateStart: t.text("late_start").notNull(),
    gaps: t.text("gaps").notNull(),
    earlyFinish: t.text("early_finish").notNull(),
    note: t.text("note").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.session, c.number] })],
);
