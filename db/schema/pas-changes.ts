import { oneOf, t } from "../columns";
import { organisation } from "./organisations";
import { waitingListEntry } from "./waiting-list";

/** A file of changes to be made in the patient administration system, as it was written. */
export const pasFile = t.table(
  "pas_file",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    madeBy: t.text("made_by").notNull(),
    madeAt: t.instant("made_at").notNull(),
    returnedBy: t.text("returned_by"),
    returnedAt: t.instant("returned_at"),
  },
  (c) => [t.index("pas_file_made").on(c.organisation, c.madeAt)],
);

export const PAS_ACTIONS = ["book", "move", "cancel"] as const;
export type PasAction = (typeof PAS_ACTIONS)[number];
export const PAS_STATES = ["open", "done", "failed"] as const;
export type PasState = (typeof PAS_STATES)[number];

/** One row of such a file and what became of it. */
export const pasChange = t.table(
  "pas_change",
  {
    file: t
      .text("file")
      .notNull()
      .references(() => pasFile.id),
    number: t.int("number").notNull(),
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    action: t.enumText("action", PAS_ACTIONS).notNull(),
    /** TCI date and session that the system is to hold; null: none any more. */
    date: t.date("date"),
    sessionId: t.text("session_id"),
    state: t.enumText("state", PAS_STATES).notNull(),
    message: t.text("message").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.file, c.number] }),
    t.index("pas_change_entry").on(c.entry),
    oneOf("pas_change_action_known", c.action, PAS_ACTIONS),
    oneOf("pas_change_state_known", c.state, PAS_STATES),
  ],
);
