/** What a message's state means, for staff. */
export const MESSAGE_STATE_WORDS = {
  queued: "waits to be sent",
  outbox: "in the outbox, for somebody to send",
  sent: "sent",
  delivered: "delivered",
  failed: "could not be delivered",
  stopped: "no longer needed",
} as const;

export const CHANNEL_WORDS = { text: "Text", email: "E-mail", letter: "Letter" } as const;

export const CARRIER_WORDS = {
  file: "the outbox folder, for somebody to send",
  "nhs-notify": "NHS Notify",
  "govuk-notify": "GOV.UK Notify",
  smtp: "the hospital's mail server",
  none: "not used here",
} as const;

/** Which messages the page shows, in the order of the work. */
export const MESSAGE_SHOWS = ["outbox", "failed", "waiting", "sent", "stopped"] as const;
export type MessageShow = (typeof MESSAGE_SHOWS)[number];

export const SHOW_WORDS: Record<MessageShow, string> = {
  outbox: "In the outbox",
  failed: "Not delivered",
  waiting: "Waiting",
  sent: "Sent",
  stopped: "Not needed",
};
