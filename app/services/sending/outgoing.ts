import type { FilledMessage } from "~/domain/perioperative/message/fill";
import type { MessageChannel } from "~db/schema";

/** Where a message goes: only what its channel needs. */
export interface Recipient {
  mobile: string;
  email: string;
  name: string;
  /** Lines below the name, the postcode last. */
  address: string[];
  /** 10 digits; empty: not known. */
  nhsNumber: string;
}

/** A message on its way out. */
export interface Outgoing extends FilledMessage {
  /** Ours; the same at every try of it. */
  id: string;
  channel: MessageChannel;
  to: Recipient;
  /** It was tried before, and a service may have it already. */
  again: boolean;
}

/**
 * What a carrier says of one message. accepted: it has it; `reference`: what to ask for later, null: nothing. later: an
 * outage, try again. never: not to this recipient by this channel. rest: it takes nothing from us for now, whoever it is
 * to, for some seconds, or null: it did not say for how long. A fault holds no contact and no secret.
 */
export type SendOutcome =
  | { kind: "accepted"; reference: string | null }
  | { kind: "later"; fault: string }
  | { kind: "never"; fault: string }
  | { kind: "rest"; fault: string; seconds: number | null };

/** What became of a message that a service accepted. */
export type Receipt =
  | { kind: "delivered" }
  | { kind: "waiting" }
  | { kind: "failed"; fault: string }
  | { kind: "unknown"; fault: string };

/** Carries messages by one service; each is one file. */
export interface Carrier {
  /** As the environment calls it. */
  name: "file" | "nhs-notify" | "govuk-notify" | "smtp";
  /** What it keeps waits for a person to post it. */
  keeps: boolean;
  /** Never throws for what a service does. Once `deadline` aborts it says nothing more to the service, at whatever step. */
  send(message: Outgoing, deadline: AbortSignal): Promise<SendOutcome>;
  /** Asks what became of one that was accepted with a reference; missing: the service does not say. */
  receipt?(reference: string, deadline: AbortSignal): Promise<Receipt>;
}
