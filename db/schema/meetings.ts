import type { FrozenSubject, Subject } from "~/domain/meeting/subject";
import { oneOf, t } from "../columns";
import { organisation } from "./organisations";
import { theatreSession } from "./theatre-sessions";
import { waitingListEntry } from "./waiting-list";

/** A scheduling meeting: who met, on which weeks. Closed with its minutes, never deleted. */
export const meeting = t.table(
  "meeting",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    heldOn: t.date("held_on").notNull(),
    /** Monday of the week that it is mostly about. */
    week: t.date("week").notNull(),
    attendees: t.text("attendees").notNull(),
    closedAt: t.instant("closed_at"),
    closedBy: t.text("closed_by"),
    /** What was on the agenda when it was closed, so that minutes also tell what was not reached; null: open. */
    agenda: t.json<FrozenSubject[]>("agenda"),
  },
  (c) => [t.index("meeting_days").on(c.organisation, c.heldOn)],
);

export const MEETING_ITEM_KINDS = ["decision", "action", "note"] as const;
export type MeetingItemKind = (typeof MEETING_ITEM_KINDS)[number];

/** What was decided or is to be done, about an entry, a session, or neither. Append-only; struck by a later one. */
export const meetingItem = t.table(
  "meeting_item",
  {
    meeting: t
      .text("meeting")
      .notNull()
      .references(() => meeting.id),
    number: t.int("number").notNull(),
    kind: t.enumText("kind", MEETING_ITEM_KINDS).notNull(),
    entry: t.text("entry").references(() => waitingListEntry.id),
    session: t.text("session").references(() => theatreSession.id),
    text: t.text("text").notNull(),
    owner: t.text("owner").notNull(),
    dueOn: t.date("due_on"),
    /** Number of an earlier item that this one takes the place of; 0: none. */
    replaces: t.int("replaces").notNull(),
    /** The action, of this or an earlier meeting, that this item says is done; null: none. */
    doneMeeting: t.text("done_meeting").references(() => meeting.id),
    doneNumber: t.int("done_number"),
    /** Its case or session as it was then; null: it is about the week as a whole. */
    about: t.json<Subject>("about"),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.meeting, c.number] }),
    oneOf("meeting_item_kind_known", c.kind, MEETING_ITEM_KINDS),
  ],
);
