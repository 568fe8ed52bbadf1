import { oneOf, t } from "../columns";
import { invitation } from "./invitations";
import { waitingListEntry } from "./waiting-list";

export const MESSAGE_CHANNELS = ["text", "email", "letter"] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];
/**
 * queued: waits to be sent; outbox: lies in the file outbox until a person posts it; sent: a service took it; delivered:
 * the service says that it arrived; failed: given up on this channel; stopped: no longer needed when its turn came.
 */
export const MESSAGE_STATES = ["queued", "outbox", "sent", "delivered", "failed", "stopped"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * A message to a patient by one channel, always to the contact on file when it is sent. Its link is made at that moment
 * (`linkOfMessage`), so the queue holds no secret, and neither name nor number. One that failed stays; the next channel
 * is a message of its own.
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
    /** One of app/facts/messages.json, where its words are. */
    kind: t.text("kind").notNull(),
    channel: t.enumText("channel", MESSAGE_CHANNELS).notNull(),
    /** What its link opens; null: it has none. */
    invitation: t.text("invitation").references(() => invitation.id),
    /** The message whose failure led to this one; null: none did. */
    follows: t.text("follows"),
    state: t.enumText("state", MESSAGE_STATES).notNull(),
    queuedAt: t.instant("queued_at").notNull(),
    /** Not to be tried before; null: at once. */
    dueAt: t.instant("due_at"),
    /** How often it was tried. */
    attempts: t.int("attempts").notNull().default(0),
    /** The process that is trying it, and until when nobody else may. */
    leasedBy: t.text("leased_by"),
    leasedUntil: t.instant("leased_until"),
    /** What took it, such as `smtp`; empty: nothing yet. */
    via: t.text("via").notNull().default(""),
    /** What the service calls it, to ask what became of it. */
    reference: t.text("reference"),
    /** When to ask; null: there is nothing to ask, or nothing more. */
    checkAt: t.instant("check_at"),
    /** When it was sent, given up or stopped. */
    doneAt: t.instant("done_at"),
    /** Why it failed, waits or was stopped, in the sender's words; no contact. */
    fault: t.text("fault").notNull(),
  },
  (c) => [
    t.index("message_entry").on(c.entry),
    t.index("message_state").on(c.state, c.queuedAt),
    t.index("message_check").on(c.checkAt),
    t.index("message_invitation").on(c.invitation),
    t.index("message_follows").on(c.follows),
    oneOf("message_channel_known", c.channel, MESSAGE_CHANNELS),
    oneOf("message_state_known", c.state, MESSAGE_STATES),
  ],
);
