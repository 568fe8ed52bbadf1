import { oneOf, t } from "../columns";
import { invitation } from "./invitations";
import { waitingListEntry } from "./waiting-list";

/** invite: answer questions; newLink: the link that was asked for; page: a link to their own page. */
export const MESSAGE_KINDS = ["invite", "newLink", "page"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
export const MESSAGE_CHANNELS = ["text", "email", "letter"] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];
export const MESSAGE_STATES = ["queued", "sent", "failed"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * A message to a patient, always to the contact on file when it is sent. Its link is made at that moment
 * (`linkOfMessage`), so the queue holds no secret, and neither name nor number.
 */
export const message = t.table(
  "message",
  {
    id: t.text("id").primaryKey(),
    organisation: t.text("organisation").notNull(),
    site: t.text("site").notNull(),
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    kind: t.enumText("kind", MESSAGE_KINDS).notNull(),
    channel: t.enumText("channel", MESSAGE_CHANNELS).notNull(),
    /** What its link opens; null: it has none. */
    invitation: t.text("invitation").references(() => invitation.id),
    state: t.enumText("state", MESSAGE_STATES).notNull(),
    queuedAt: t.instant("queued_at").notNull(),
    /** When it was sent or given up. */
    doneAt: t.instant("done_at"),
    /** Why it failed, in the sender's words; no contact. */
    fault: t.text("fault").notNull(),
  },
  (c) => [
    t.index("message_entry").on(c.entry),
    t.index("message_state").on(c.state, c.queuedAt),
    oneOf("message_kind_known", c.kind, MESSAGE_KINDS),
    oneOf("message_channel_known", c.channel, MESSAGE_CHANNELS),
    oneOf("message_state_known", c.state, MESSAGE_STATES),
  ],
);
