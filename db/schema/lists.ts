import { oneOf, t } from "../columns";
import { theatreSession } from "./theatre-sessions";
import { waitingListEntry } from "./waiting-list";

/** A person's order of a list: ids of its entries, first to last. Append-only; the highest number counts. */
export const listOrder = t.table(
  "list_order",
  {
    session: t
      .text("session")
      .notNull()
      .references(() => theatreSession.id),
    number: t.int("number").notNull(),
    /** Empty: back to the order of the rules. */
    entries: t.json<string[]>("entries").notNull(),
    /** The golden patient: an entry that a person chose to go first; null: none. */
    golden: t.text("golden").references(() => waitingListEntry.id),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
    reason: t.text("reason").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.session, c.number] })],
);

/** A published list as it stood: what is printed, sent and confirmed. Append-only. */
export const listVersion = t.table(
  "list_version",
  {
    session: t
      .text("session")
      .notNull()
      .references(() => theatreSession.id),
    number: t.int("number").notNull(),
    /** The list, frozen (app/domain/published-list.ts). */
    content: t.json<unknown>("content").notNull(),
    /** What changed since the version before, one sentence each; the first version has none. */
    changes: t.json<string[]>("changes").notNull(),
    publishedBy: t.text("published_by").notNull(),
    publishedAt: t.instant("published_at").notNull(),
    reason: t.text("reason").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.session, c.number] })],
);

export const LIST_READERS = ["surgeon", "anaesthetist", "theatre", "ward"] as const;
export type ListReader = (typeof LIST_READERS)[number];

/** That somebody has seen a version of a list. Append-only. */
export const listSeen = t.table(
  "list_seen",
  {
    session: t.text("session").notNull(),
    number: t.int("number").notNull(),
    reader: t.enumText("reader", LIST_READERS).notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.session, c.number, c.reader] }),
    t.foreignKey({
      name: "list_seen_version",
      columns: [c.session, c.number],
      foreignColumns: [listVersion.session, listVersion.number],
    }),
    oneOf("list_seen_reader_known", c.reader, LIST_READERS),
  ],
);

/** Whether a person keeps a case where it stands. Append-only; the highest number of an entry counts. */
export const caseHold = t.table(
  "case_hold",
  {
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    number: t.int("number").notNull(),
    held: t.bool("held").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
    reason: t.text("reason").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.entry, c.number] })],
);
